import { roomPath } from '#features/trajectory/rooms.ts';

type Place = Parameters<typeof roomPath>[1];

/** The addresses of the room, for one municipality and trajectory. */
export function executionPaths(municipality: string, place: Place) {
	const plan = roomPath(municipality, place, 'execution');
	return { plan, add: `${plan}/nieuw`, approach: (id: string) => `${plan}/aanpak/${id}` };
}
