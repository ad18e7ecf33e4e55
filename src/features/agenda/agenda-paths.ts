import { analysisPaths } from '#features/analysis/analysis-paths.ts';
import { roomPath } from '#features/trajectory/rooms.ts';

type Place = Parameters<typeof roomPath>[1];

/** The addresses of the room, for one municipality and trajectory. */
export function agendaPaths(municipality: string, place: Place) {
	const agenda = roomPath(municipality, place, 'agenda');
	const { form, finding } = analysisPaths(municipality, place);
	return {
		agenda,
		add: `${agenda}/nieuw`,
		item: (id: string) => `${agenda}/punt/${id}`,
		weigh: `${agenda}/wegen`,
		sheet: (findingId: string) => `${agenda}/wegen/${findingId}`,
		overview: `${agenda}/overzicht`,
		priorities: `${agenda}/speerpunten`,
		analysis: form,
		finding,
	};
}
