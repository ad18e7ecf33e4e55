import type { Bilingual } from '#kernel/bilingual.ts';
import type { Language } from '#locales/messages.ts';
import type { StoredFramework } from '#features/analysis/framework.schema.ts';

/**
 * A framework that is still being worked on. Like a published one, but a text may be empty in one language, and each
 * part counts its own changes: two people can work in two parts at once.
 */
export interface DraftContent extends Omit<
	StoredFramework,
	'id' | 'version' | 'domains' | 'columns' | 'lacks'
> {
	edition?: number;
	domains: DraftDomain[];
	columns: DraftColumn[];
}
type StoredDomain = StoredFramework['domains'][number];
export type DraftTheme = Omit<StoredDomain['themes'][number], 'lacks'> & { edition?: number };
export type DraftDomain = Omit<StoredDomain, 'lacks' | 'themes'> & {
	edition?: number;
	themes: DraftTheme[];
};
export type DraftColumn = Omit<StoredFramework['columns'][number], 'lacks'> & { edition?: number };

/** How often a part was changed in this draft, from 1 on: what its form sends as the version. */
export function editionOf(part: { edition?: number }): number {
	return part.edition ?? 1;
}

/** A draft out of a version; what that version borrowed from the other language is empty again. */
export function draftFrom(stored: StoredFramework): DraftContent {
	const { id: _, version: __, lacks, domains, columns, ...rest } = stored;
	return {
		...rest,
		name: without(rest.name, lacks),
		domains: domains.map(({ lacks: lacking, themes, ...domain }) => ({
			...domain,
			name: without(domain.name, lacking),
			goal: without(domain.goal, lacking),
			subtitle: domain.subtitle && without(domain.subtitle, lacking),
			themes: themes.map(withoutBorrowed),
		})),
		columns: columns.map(withoutBorrowed),
	};
}

function withoutBorrowed<Part extends { name: Bilingual; explanation: Bilingual }>({
	lacks,
	...part
}: Part & { lacks?: Language[] }) {
	return {
		...part,
		name: without(part.name, lacks),
		explanation: without(part.explanation, lacks),
	};
}

function without(text: Bilingual, lacks: Language[] | undefined): Bilingual {
	return lacks?.includes('en') ? { ...text, en: '' } : text;
}

/** The version that comes out of a draft: a language that is missing borrows the Dutch text, and says so. */
export function asVersion(draft: DraftContent, id: string, version: number): StoredFramework {
	const { edition: _, domains, columns, ...rest } = draft;
	return {
		...rest,
		...lacksOf(draft),
		id,
		version,
		name: filled(draft.name),
		...(draft.explanation && { explanation: filled(draft.explanation) }),
		domains: domains.map(({ edition: __, themes, ...domain }) => ({
			...domain,
			...lacksOf(domain),
			name: filled(domain.name),
			goal: filled(domain.goal),
			subtitle: domain.subtitle && filled(domain.subtitle),
			themes: themes.map(finished),
		})),
		columns: columns.map(finished),
	};
}

function finished<Part extends { name: Bilingual; explanation: Bilingual; edition?: number }>({
	edition: _,
	...part
}: Part) {
	return {
		...part,
		...lacksOf(part),
		name: filled(part.name),
		explanation: filled(part.explanation),
	};
}

function filled({ nl, en }: Bilingual): Bilingual {
	return { nl, en: en || nl };
}

/** The texts of a part, those that it has. */
interface Texts {
	name?: Bilingual;
	goal?: Bilingual;
	subtitle?: Bilingual | null;
	explanation?: Bilingual;
}

/** Whether a part still misses its English. Dutch is always there: its fields ask for it. */
export function lacksEnglish({ name, goal, subtitle, explanation }: Texts): boolean {
	return [name, goal, subtitle, explanation].some((text) => text && text.en === '');
}

function lacksOf(part: Texts): { lacks?: Language[] } {
	return lacksEnglish(part) ? { lacks: ['en'] } : {};
}

/** Every part whose English is missing, by its Dutch name. */
export function missingEnglish({ name, domains, columns }: DraftContent): string[] {
	const parts: Texts[] = [
		{ name },
		...domains,
		...domains.flatMap(({ themes }) => themes),
		...columns,
	];
	return parts.filter(lacksEnglish).map((part) => part.name?.nl ?? '');
}

/** The theme of an id with the domain it stands in, or undefined. */
export function themeIn(
	{ domains }: DraftContent,
	id: string,
): { theme: DraftTheme; domain: DraftDomain } | undefined {
	for (const domain of domains) {
		const theme = domain.themes.find((one) => one.id === id);
		if (theme) return { theme, domain };
	}
	return undefined;
}

/** The kinds of finding that a form can hold and this draft has no column for yet. */
export function columnsToAdd(draft: DraftContent, known: readonly StoredFramework[]) {
	const there = new Set(draft.columns.map(({ id }) => id));
	const addable = new Map<string, { column: DraftColumn; from: StoredFramework }>();
	for (const from of known)
		for (const column of from.columns)
			if (column.kind === 'finding' && !there.has(column.id) && !addable.has(column.id))
				addable.set(column.id, { column, from });
	return [...addable.values()];
}
