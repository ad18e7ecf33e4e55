import type { IndicatorCatalogue } from './indicator.schema.ts';

/** A column's key without the number that moves every year: `Mannen_6` becomes `Mannen`. */
export function bareKey(column: string): string {
	return column.replace(/_\d+$/, '');
}

/**
 * Finds which indicator each column of a table measures.
 *
 * Takes the family of the table and its columns in their published order: a key that occurs twice
 * (CBS has `Appartement` under electricity and again under gas) belongs to the block whose total
 * stands nearest before it. Gives a map from column to indicator id; columns that measure nothing
 * known are not in it.
 */
export function matchColumns(
	{ indicators }: Pick<IndicatorCatalogue, 'indicators'>,
	family: string,
	columns: readonly string[],
): Map<string, string> {
	const places = indicators.flatMap(({ id, match }) =>
		match.filter((place) => place.family === family).map((place) => ({ id, ...place })),
	);
	const openers = new Set(places.flatMap(({ after }) => after ?? []));
	const found = new Map<string, string>();
	const taken = new Set<string>();
	let block: string | undefined;
	for (const column of columns) {
		const key = bareKey(column);
		if (openers.has(key)) block = key;
		const place = places.find((p) => p.key === key && (p.after ?? block) === block);
		// "Nederland" comes under origin and again under country of birth: the first is the one that is meant.
		if (!place || taken.has(place.id)) continue;
		taken.add(place.id);
		found.set(column, place.id);
	}
	return found;
}
