import { roomPath } from '#features/trajectory/rooms.ts';

type Place = Parameters<typeof roomPath>[1];

/** The addresses of the room, for one municipality and trajectory. */
export function agendaPaths(municipality: string, place: Place) {
	const agenda = roomPath(municipality, place, 'agenda');
	return {
		agenda,
		add: `${agenda}/nieuw`,
		item: (id: string) => `${agenda}/punt/${id}`,
		weigh: `${agenda}/wegen`,
		sheet: (findingId: string) => `${agenda}/wegen/${findingId}`,
		overview: `${agenda}/overzicht`,
		priorities: `${agenda}/speerpunten`,
		analysis: roomPath(municipality, place, 'analysis'),
		finding: (id: string) => `${roomPath(municipality, place, 'analysis')}/bevinding/${id}`,
	};
}
