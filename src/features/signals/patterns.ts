/** What of a signal counts for patterns. */
export interface Voice {
	id: string;
	/** The organisation, or one resident who confirmed an address; null for a resident unknown to us. */
	sideId: string | null;
	/** In words. */
	place: string;
	/** The one of the meaningful places that it names. */
	placeId?: string | null;
	themes: readonly string[];
}

/** Signals of several sides about the same thing. */
export interface Pattern {
	by: 'place' | 'theme';
	/** The name of the place, of the list or as it was written first; or the id of the theme. */
	key: string;
	sides: number;
	signalIds: string[];
}

/** Fewer sides than this are not shown as a pattern. */
export const leastSides = 3;

/**
 * Places and themes about which at least three sides, independently of one another, handed in a signal; most sides
 * first. Colleagues of one organisation are one side. A resident who confirmed an address is one; all residents of whom
 * we know nothing are one together, because they may be the same person.
 * @param listed the meaningful places: who chose one and who wrote its name mean the same place.
 */
export function patternsIn(
	voices: readonly Voice[],
	listed: readonly { id: string; name: string }[] = [],
): Pattern[] {
	const names = new Map(listed.map(({ id, name }) => [id, name]));
	const placeOf = ({ place, placeId }: Voice) => (placeId && names.get(placeId)) || place;
	const places = gather(
		voices,
		'place',
		(voice) => (placeOf(voice) === '' ? [] : [placeOf(voice)]),
		sameName,
	);
	const themes = gather(
		voices,
		'theme',
		({ themes }) => themes,
		(id) => id,
	);
	return [...places, ...themes]
		.filter(({ sides }) => sides >= leastSides)
		.toSorted((a, b) => b.sides - a.sides || a.key.localeCompare(b.key));
}

function gather(
	voices: readonly Voice[],
	by: Pattern['by'],
	keysOf: (voice: Voice) => readonly string[],
	same: (key: string) => string,
): Pattern[] {
	const found = new Map<string, { key: string; sides: Set<string>; signalIds: string[] }>();
	for (const voice of voices)
		for (const key of new Set(keysOf(voice))) {
			const entry = found.get(same(key)) ?? { key, sides: new Set(), signalIds: [] };
			entry.sides.add(voice.sideId ?? 'unknown');
			entry.signalIds.push(voice.id);
			found.set(same(key), entry);
		}
	return [...found.values()].map(({ key, sides, signalIds }) => ({
		by,
		key,
		sides: sides.size,
		signalIds,
	}));
}

/** Names of places that differ in capitals and spaces only are one place. */
function sameName(place: string): string {
	return place.toLocaleLowerCase('nl').replace(/\s+/g, ' ').trim();
}
