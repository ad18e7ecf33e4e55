import type { StoredFramework } from '#features/analysis/framework.schema.ts';
import type { Bilingual } from '#kernel/bilingual.ts';

type Theme = StoredFramework['domains'][number]['themes'][number];
type Column = StoredFramework['columns'][number];
type Domain = StoredFramework['domains'][number];

/** What differs between two versions of a framework, one thing at a time; `differenceText` says it in words. */
export type Difference =
	| { what: 'frame_renamed'; from: Bilingual; to: Bilingual }
	| { what: 'theme_added' | 'theme_gone' | 'theme_moved'; name: Bilingual; domain: Bilingual }
	| { what: PartChange; part: PartKind; name: Bilingual; from?: Bilingual }
	| { what: 'domain_changed'; name: Bilingual }
	| { what: 'column_added' | 'column_gone'; name: Bilingual }
	| { what: 'themes_ordered'; domain: Bilingual }
	| { what: 'columns_ordered' };
type PartKind = 'theme' | 'domain' | 'column';
type PartChange = 'renamed' | 'translated' | 'explained' | 'hidden' | 'shown';

/** Everything that is different in `after`, in the order of the form. */
export function differencesBetween(before: StoredFramework, after: StoredFramework): Difference[] {
	return [
		...(isSame(before.name, after.name)
			? []
			: [{ what: 'frame_renamed', from: before.name, to: after.name } as const]),
		...after.domains.flatMap((domain) => domainDifferences(before, domain)),
		...goneThemes(before, after),
		...columnDifferences(before.columns, after.columns),
	];
}

function domainDifferences(before: StoredFramework, domain: Domain): Difference[] {
	const then = before.domains.find(({ id }) => id === domain.id);
	const place = new Map(before.domains.flatMap((one) => one.themes.map((theme) => [theme.id, { theme, domainId: one.id }] as const))); // prettier-ignore
	const told: Difference[] = [];
	if (then) {
		told.push(...named('domain', then, domain));
		if (!isSame(then.goal, domain.goal) || !isSame(then.subtitle, domain.subtitle))
			told.push({ what: 'domain_changed', name: domain.name });
	}
	for (const theme of domain.themes) {
		const was = place.get(theme.id);
		if (!was) told.push({ what: 'theme_added', name: theme.name, domain: domain.name });
		else {
			told.push(...partDifferences('theme', was.theme, theme));
			if (was.domainId !== domain.id)
				told.push({ what: 'theme_moved', name: theme.name, domain: domain.name });
		}
	}
	if (then && isReordered(then.themes, domain.themes))
		told.push({ what: 'themes_ordered', domain: domain.name });
	return told;
}

function goneThemes(before: StoredFramework, after: StoredFramework): Difference[] {
	const there = new Set(after.domains.flatMap(({ themes }) => themes.map(({ id }) => id)));
	return before.domains.flatMap((domain) =>
		domain.themes
			.filter(({ id }) => !there.has(id))
			.map(({ name }) => ({ what: 'theme_gone' as const, name, domain: domain.name })),
	);
}

function columnDifferences(before: Column[], after: Column[]): Difference[] {
	const told = after.flatMap((column): Difference[] => {
		const was = before.find(({ id }) => id === column.id);
		return was
			? partDifferences('column', was, column)
			: [{ what: 'column_added', name: column.name }];
	});
	const gone = before
		.filter(({ id }) => !after.some((column) => column.id === id))
		.map(({ name }) => ({ what: 'column_gone' as const, name }));
	const ordered = isReordered(before, after) ? [{ what: 'columns_ordered' as const }] : [];
	return [...told, ...gone, ...ordered];
}

function partDifferences(part: 'theme' | 'column', was: Theme | Column, now: Theme | Column) {
	const told = named(part, was, now);
	const name = now.name;
	if (!isSame(was.explanation, now.explanation)) told.push({ what: 'explained', part, name });
	if (!was.hidden && now.hidden) told.push({ what: 'hidden', part, name });
	if (was.hidden && !now.hidden) told.push({ what: 'shown', part, name });
	return told;
}

interface Named {
	name: Bilingual;
}

/** A new name in Dutch is another name; one in English only is a translation. */
function named(part: PartKind, { name: from }: Named, { name }: Named): Difference[] {
	if (from.nl !== name.nl) return [{ what: 'renamed', part, name, from }];
	return from.en === name.en ? [] : [{ what: 'translated', part, name, from }];
}

function isSame(one: Bilingual | null, other: Bilingual | null): boolean {
	return one?.nl === other?.nl && one?.en === other?.en;
}

/** Whether what both have stands in another order. */
function isReordered(before: { id: string }[], after: { id: string }[]): boolean {
	const order = (these: { id: string }[], those: { id: string }[]) =>
		these
			.map(({ id }) => id)
			.filter((id) => those.some((one) => one.id === id))
			.join();
	return order(before, after) !== order(after, before);
}
