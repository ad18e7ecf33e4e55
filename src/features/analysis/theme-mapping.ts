import type { StoredFramework } from './framework.schema.ts';
import type { Bilingual } from '#kernel/bilingual.ts';
import type { MappingKind, ShippedMapping } from './theme-mapping.schema.ts';

/** How a theme of one framework relates to a theme of another. */
export interface ThemePair {
	from: string;
	to: string;
	kind: MappingKind;
	/** Why, in the words of the program or of the people who made the mapping. */
	note: Bilingual | string;
	/** Who says so: the ids are equal, the program's content, or people of this municipality. */
	by: 'equal' | 'shipped' | 'people';
	/** For changing it: 0 where people have not said anything yet. */
	version: number;
}

/** What people said about two themes; 'none' takes a proposal away. */
export interface OwnPair {
	from: string;
	to: string;
	kind: MappingKind | 'none';
	note: string;
	version: number;
}

/** The same relation, seen from the other side. */
export function inverseOf<Kind extends MappingKind | 'none'>(kind: Kind): Kind {
	if (kind === 'broader') return 'narrower' as Kind;
	if (kind === 'narrower') return 'broader' as Kind;
	return kind;
}

/** The same mapping, read the other way. */
export function reversed<Pair extends { from: string; to: string; kind: MappingKind | 'none' }>(
	pairs: readonly Pair[],
): Pair[] {
	return pairs.map((pair) => ({
		...pair,
		from: pair.to,
		to: pair.from,
		kind: inverseOf(pair.kind),
	}));
}

/**
 * How the themes of two versions relate: equal ids are proposed as the same, the program's own mapping adds what it knows
 * of themes that both have, and what people say counts above either.
 */
export function pairsBetween(
	from: StoredFramework,
	to: StoredFramework,
	shipped: readonly ShippedMapping[],
	own: readonly OwnPair[],
): ThemePair[] {
	const [ids, others] = [themeIds(from), themeIds(to)];
	const found = new Map<string, ThemePair>();
	const put = (pair: ThemePair) => found.set(`${pair.from}/${pair.to}`, pair);
	for (const id of ids)
		if (others.has(id)) put({ from: id, to: id, kind: 'same', note: '', by: 'equal', version: 0 });
	for (const { pairs } of shipped)
		for (const pair of [...pairs, ...reversed(pairs)]) {
			const isKnown = ids.has(pair.from) && others.has(pair.to);
			// A theme that both have needs no other place; a theme that one lacks does.
			if (!isKnown || pair.from === pair.to || (others.has(pair.from) && ids.has(pair.to)))
				continue;
			put({ ...pair, note: pair.note ?? '', by: 'shipped', version: 0 });
		}
	for (const { kind, ...pair } of own) {
		if (kind === 'none') found.delete(`${pair.from}/${pair.to}`);
		else if (ids.has(pair.from) && others.has(pair.to)) put({ ...pair, kind, by: 'people' });
	}
	const order = [...ids];
	return [...found.values()].sort((a, b) => order.indexOf(a.from) - order.indexOf(b.from));
}

/** Where what stands under a theme goes by a mapping: the theme itself, its only best counterpart, or nowhere by itself. */
export function placeBy(
	pairs: readonly ThemePair[],
	theme: string,
	there: ReadonlySet<string>,
): string | null {
	if (there.has(theme)) return theme;
	const found = pairs.filter(({ from }) => from === theme);
	const same = found.filter(({ kind }) => kind === 'same');
	if (same.length === 1) return same[0]?.to ?? null;
	// A wider theme holds all of it; of anything else people have to say where it goes.
	const wider = found.filter(({ kind }) => kind === 'narrower');
	return wider.length === 1 ? (wider[0]?.to ?? null) : null;
}

function themeIds({ domains }: StoredFramework): Set<string> {
	return new Set(domains.flatMap(({ themes }) => themes.map(({ id }) => id)));
}
