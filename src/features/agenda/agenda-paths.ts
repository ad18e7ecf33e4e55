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
		table: `${agenda}/wegen/tabel`,
		residents: `${agenda}/wegen/bewoners`,
		overview: `${agenda}/overzicht`,
		ranking: `${agenda}/overzicht/ranglijst`,
		byFinding: `${agenda}/overzicht/bevindingen`,
		priorities: `${agenda}/speerpunten`,
		support: `${agenda}/draagvlak`,
		supportOf: (id: string) => `${agenda}/draagvlak/${id}`,
		calendar: `${agenda}/kalender`,
		recordSession: `${agenda}/besluit`,
		session: (id: string) => `${agenda}/besluit/${id}`,
		proposal: `${agenda}/voorstel`,
		years: `${agenda}/jaren`,
		round: (id: string) => `${agenda}/jaren/${id}`,
		questions: `${agenda}/vragen`,
		question: (findingId: string) => `${agenda}/vragen?risico=${findingId}`,
		analysis: form,
		finding,
	};
}
