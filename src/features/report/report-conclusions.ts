import type { FrameworkDomain } from '#features/analysis/framework.schema.ts';
import { bulletList, heading, link, paragraph } from '#ui/document/build.ts';
import type { Block } from '#ui/document/model.ts';
import { sectionBlocks, type Chapter } from './section-blocks.ts';

/** Summary and conclusions: the way to each domain's summary, priorities, gaps and recommendations. */
export function conclusionBlocks(domains: readonly FrameworkDomain[], chapter: Chapter): Block[] {
	const { t, language } = chapter.words;
	const summaries = domains.map(({ id, name }) => [
		link(`#domein-${id}`, `${id}. ${name[language]}`),
	]);
	return [
		...(summaries.length > 0
			? [heading(2, t.byDomain, 'per-domein'), paragraph(t.seeSummaries), bulletList(...summaries)]
			: []),
		...chapter.sections
			.filter(({ place }) => ['priorities', 'gaps', 'recommendations'].includes(place.kind))
			.flatMap((section) => [
				heading(2, section.place.name[language], section.place.slug),
				...sectionBlocks(section, chapter),
			]),
	];
}
