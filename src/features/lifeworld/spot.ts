/** Where something was, as a form or a program gives it. */
export interface FilledSpot {
	placeId: string | null;
	place: string;
	longitude: number | null;
	latitude: number | null;
}

/** The point that was given, null for none, or `half` when one of its two numbers is missing. */
export function onePoint({
	longitude,
	latitude,
}: Pick<FilledSpot, 'longitude' | 'latitude'>):
	{ longitude: number; latitude: number } | null | 'half' {
	if (longitude === null && latitude === null) return null;
	return longitude === null || latitude === null ? 'half' : { longitude, latitude };
}

/** A place of the list with what was written beside it, each once: `Speeltuin` and `bij de glijbaan`. */
export function wordsOfSpot(name: string, written: string): string {
	if (written === '' || written === name) return name;
	return written.startsWith(name) ? written : `${name}, ${written}`;
}
