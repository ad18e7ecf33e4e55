import { trajectoryPath } from '#features/trajectory/rooms.ts';

/** The addresses of the pages on which residents recognise or add. */
export function recognitionPaths(
	municipality: string,
	place: { areaSlug: string; startYear: number },
) {
	const trajectory = trajectoryPath(municipality, place);
	const page = `${trajectory}/herkenbaar`;
	return {
		trajectory,
		page,
		rules: `${page}/regels`,
		manage: `${page}/beheer`,
		sentence: `${page}/beheer/zin`,
		queue: `${page}/reacties`,
		poster: `${page}/poster`,
		finding: (id: string) => `${trajectory}/analyse/bevinding/${id}`,
		source: (id: string) => `${trajectory}/bron/${id}`,
	};
}
