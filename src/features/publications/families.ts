import { catalogue } from '#features/figures/catalogue.ts';
import type { Bilingual } from '#kernel/bilingual.ts';
import type { Language } from '#locales/messages.ts';
import type { FigureKind } from '#features/figures/series.ts';

/** The family of the catalogue that a table belongs to, by its number or how its title begins; null when to none. */
export function familyOf(table: string, title: string): string | null {
	const number = table.toUpperCase();
	const found = catalogue.families.find(
		({ tables, titles }) =>
			tables.includes(number) ||
			titles.some((start) => title.toLowerCase().startsWith(start.toLowerCase())),
	);
	return found?.id ?? null;
}

/** What people call a family; null for a table that belongs to none. */
export function familyName(family: string, language: Language): string | null {
	return find(family)?.name[language] ?? null;
}

function find(family: string | null) {
	return catalogue.families.find(({ id }) => id === family);
}

/** How the figures of a family came about; of an unknown table the most cautious guess for what CBS publishes. */
export function kindOf(family: string | null): FigureKind {
	return find(family)?.kind ?? 'register';
}

/** The members that stand for a whole, by dimension. */
export function wholeOf(family: string | null): Readonly<Record<string, string>> {
	return find(family)?.whole ?? {};
}

/** Whom the figures are about, where that is not everyone. */
export function populationOf(family: string | null): Bilingual | null {
	return find(family)?.population ?? null;
}

/** Who publishes a table: the holder of its family, or what the table itself says. */
export function publisherOf(family: string | null, source: string | null): string {
	return find(family)?.holder ?? source?.replace(/\.$/, '') ?? 'CBS';
}
