import type { Framework } from '#features/analysis/framework.schema.ts';
import type { Bilingual } from '#kernel/bilingual.ts';
import { languages, wordFor, type Language } from '#locales/messages.ts';
import { sectionTexts } from '#locales/report-sections.ts';
import { summaryTexts } from '#locales/report-summaries.ts';

/** The two summaries: for the council, and for residents. */
export const summaryKinds = ['council', 'residents'] as const;
export type SummaryKind = (typeof summaryKinds)[number];

/** A section of the report's format: what people can write. */
export interface SectionPlace {
	/** As it is stored: `theme.sport`. */
	key: string;
	/** As addresses and anchors name it: `thema-sport`. */
	slug: string;
	kind:
		| 'introduction'
		| 'criteria'
		| 'theme'
		| 'domain'
		| 'priorities'
		| 'gaps'
		| 'recommendations'
		| SummaryKind;
	/** The theme or domain it is about, or the part of a summary; '' for the others. */
	about: string;
	/** The domain it stands in, for themes and summarising analyses; otherwise null. */
	domainId: string | null;
	name: Bilingual;
	/** The part of the trajectory that has to be public before the public reads it. */
	part: 'analysis' | 'agenda';
}

/**
 * The sections of the report's format for a framework, in their order: introduction, criteria, per domain a section for
 * each theme and a summarising analysis, then priorities, gaps with possible solutions, and recommendations
 * (S1 appendix 2; S0 §5 step 1).
 */
export function sectionPlaces(framework: Pick<Framework, 'domains'>): SectionPlace[] {
	return [
		single('introduction', 'inleiding', 'analysis'),
		single('criteria', 'criteria', 'analysis'),
		...framework.domains.flatMap((domain) => [
			...domain.themes.map((theme): SectionPlace => ({
				key: `theme.${theme.id}`,
				slug: `thema-${theme.id}`,
				kind: 'theme',
				about: theme.id,
				domainId: domain.id,
				name: theme.name,
				part: 'analysis',
			})),
			{
				key: `domain.${domain.id}`,
				slug: `samenvatting-${domain.id.toLowerCase()}`,
				kind: 'domain' as const,
				about: domain.id,
				domainId: domain.id,
				name: named((language) => sectionTexts[language].summaryOf(domain.name[language])),
				part: 'analysis' as const,
			},
		]),
		single('priorities', 'speerpunten', 'agenda'),
		single('gaps', 'lacunes', 'analysis'),
		single('recommendations', 'aanbevelingen', 'agenda'),
	];
}

type Single = Exclude<SectionPlace['kind'], 'theme' | 'domain' | SummaryKind>;

function single(kind: Single, slug: string, part: SectionPlace['part']): SectionPlace {
	const name = named((language) => sectionTexts[language].names[kind]);
	return { key: kind, slug, kind, about: '', domainId: null, name, part };
}

function named(text: (language: Language) => string): Bilingual {
	return Object.fromEntries(languages.map((language) => [language, text(language)])) as Bilingual;
}

/** How many pages the format gives a domain (S1 appendix 2); null for a domain that the format does not know. */
export function pageLimit(domainId: string): number | null {
	return limits[domainId] ?? null;
}
const limits: Readonly<Record<string, number>> = { I: 1, II: 1, III: 2 };

/** The parts of a summary, each written and composed like a section; with what has to be public before it is read. */
const summaryParts = {
	council: [
		['situation', 'wat-er-speelt', 'analysis'],
		['weight', 'zwaarst', 'agenda'],
		['proposal', 'agenda', 'agenda'],
		['basis', 'basis', 'analysis'],
		['unknown', 'niet-bekend', 'analysis'],
	],
	residents: [
		['good', 'goed', 'analysis'],
		['better', 'beter', 'analysis'],
		['next', 'nu', 'agenda'],
		['respond', 'reageren', 'analysis'],
	],
} as const satisfies Record<SummaryKind, [about: string, slug: string, part: string][]>;

export type CouncilPart = (typeof summaryParts)['council'][number][0];
export type ResidentsPart = (typeof summaryParts)['residents'][number][0];

/** The sections of a summary, in their order. */
export function summaryPlaces(kind: SummaryKind): SectionPlace[] {
	const slugs = { council: 'raad', residents: 'bewoners' };
	return summaryParts[kind].map(([about, slug, part]) => ({
		key: `${kind}.${about}`,
		slug: `${slugs[kind]}-${slug}`,
		kind,
		about,
		domainId: null,
		name: named((language) => {
			const names: Readonly<Record<string, string>> = summaryTexts[language][kind].parts;
			return `${summaryTexts[language][kind].page}: ${wordFor(names, about).toLowerCase()}`;
		}),
		part,
	}));
}
