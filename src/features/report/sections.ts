import type { Framework } from '#features/analysis/framework.schema.ts';
import type { Bilingual } from '#kernel/bilingual.ts';
import { languages, type Language } from '#locales/messages.ts';
import { sectionTexts } from '#locales/report-sections.ts';

/** A section of the report's format: what people can write. */
export interface SectionPlace {
	/** As it is stored: `theme.sport`. */
	key: string;
	/** As addresses and anchors name it: `thema-sport`. */
	slug: string;
	kind:
		'introduction' | 'criteria' | 'theme' | 'domain' | 'priorities' | 'gaps' | 'recommendations';
	/** The theme or domain it is about; '' for the others. */
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

type Single = Exclude<SectionPlace['kind'], 'theme' | 'domain'>;

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
