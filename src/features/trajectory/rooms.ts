/** The six rooms of a trajectory, in the order of the method; none of them is a gate. */
export const rooms = [
	'trajectory',
	'analysis',
	'figures',
	'lifeworld',
	'agenda',
	'execution',
] as const;
export type Room = (typeof rooms)[number];

const paths: Record<Room, string> = {
	trajectory: 'kader',
	analysis: 'analyse',
	figures: 'cijfers',
	lifeworld: 'leefwereld',
	agenda: 'agenda',
	execution: 'uitvoering',
};

interface Place {
	areaSlug: string;
	startYear: number;
}

/** The address of a trajectory (`/arnhem/geitenkamp/2007`). */
export function trajectoryPath(municipality: string, { areaSlug, startYear }: Place): string {
	return `/${municipality}/${areaSlug}/${startYear}`;
}

/** The address of one of its rooms. */
export function roomPath(municipality: string, place: Place, room: Room): string {
	return `${trajectoryPath(municipality, place)}/${paths[room]}`;
}

/** The address of one source of a trajectory, whatever its kind. */
export function sourcePath(municipality: string, place: Place, id: string): string {
	return `${trajectoryPath(municipality, place)}/bron/${id}`;
}
