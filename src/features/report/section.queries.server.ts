import * as v from 'valibot';
import { accessOfInput, loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayContribute, mayRead, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { id } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import { domainDocument } from './domain-document.ts';
import { recordStates } from './record-states.server.ts';
import { openCommentsBySection } from './report-comments.server.ts';
import { reportData } from './report-data.server.ts';
import { everySection, reportSections } from './report-sections.ts';
import { recordsOf } from './section-records.ts';
import { draftsOf } from './section-draft.ts';
import { freshnessCount, freshnessOf } from './section-freshness.ts';
import { sectionVersions } from './section-history.server.ts';
import { readMarkedText } from './section-marks.ts';
import { readSectionPage } from './section-page.server.ts';
import { withoutHidden } from './section-public.ts';
import { sectionLimit } from './section-limit.ts';
import { marksSchema, sectionKeySchema } from './section.schema.ts';
import { pageLimit } from './sections.ts';

export const listSections = query({
	name: 'reportSection.list',
	summary:
		'Lists the sections of the report with what they say and what each sentence rests on; what nobody wrote is composed.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/verslag/onderdelen' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayRead('any'),
	async run({ reader, actor, clock, subject }) {
		const data = await reportData({ reader, actor, clock, subject });
		return everySection(data, actor.language).map(({ place, written, content }) => ({
			key: place.key,
			name: place.name[actor.language],
			part: place.part,
			domainId: place.domainId,
			isWritten: written !== null,
			id: written?.id ?? null,
			version: written?.version ?? 0,
			language: written?.language ?? actor.language,
			changedAt: written?.changedAt ?? null,
			paragraphs: withoutHidden(content, data).paragraphs,
		}));
	},
});

/** The page of one section, for those who write and for those who read along. */
export const sectionPage = query({
	name: 'reportSection.page',
	summary: 'One section of the report with what its page needs beside it.',
	input: v.object({ ...trajectoryIdSchema.entries, slug: v.string() }),
	subject: accessOfInput,
	allow: mayReadInside,
	run: ({ reader, actor, clock, subject }, { slug }) =>
		readSectionPage({ reader, actor, clock, subject }, slug),
});

/** Every section with how it stands: what the page to begin writing from shows. */
export const sectionOverview = query({
	name: 'reportSection.overview',
	summary:
		'Gives every section of the report with who wrote it last and what changed under it since.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/verslag/stand' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor, clock, subject }) {
		const { trajectoryId } = subject;
		const data = await reportData({ reader, actor, clock, subject });
		const sections = everySection(data, actor.language);
		const refs = [...data.written.values()].flatMap(({ content }) => recordsOf(content));
		const scope = { municipalityId: actor.municipalityId, trajectoryId };
		const states = await recordStates(reader, scope, refs);
		const draftOf = draftsOf(data, actor.language);
		const comments = await openCommentsBySection(reader, actor.municipalityId, trajectoryId);
		const keys = new Set(sections.map(({ place }) => place.key));
		return {
			sections: sections.map(({ place, written, isEmpty }) => ({
				place,
				isEmpty,
				openComments: comments.get(place.key) ?? 0,
				written: written && {
					changedAt: written.changedAt,
					changedBy: written.changedBy,
					toLookAt: freshnessCount(freshnessOf(written, states, draftOf(place))),
				},
			})),
			domains: (data.analysis?.form.framework.domains ?? []).map((domain) => ({
				id: domain.id,
				name: domain.name,
				limit: pageLimit(domain.id),
			})),
			/** Texts whose theme or domain the framework has no more. */
			lost: [...data.written.values()].filter(({ key }) => !keys.has(key)),
			may: { contribute: mayContribute(actor, subject) === true },
		};
	},
});

/** Domains as they stand in the report, to be measured; with `typed` as they would stand with that text. */
export const readDomainDocuments = query({
	name: 'reportSection.domainDocuments',
	summary:
		'Gives the domains of the report as documents, as they are or with a text that is being written.',
	input: v.object({
		...trajectoryIdSchema.entries,
		/** Only this one; all of them when left out. */
		domainId: v.optional(v.string()),
		typed: v.optional(
			v.object({
				key: sectionKeySchema.entries.key,
				text: v.pipe(v.string(), v.maxLength(sectionLimit)),
				marks: marksSchema,
			}),
		),
	}),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor, clock, subject }, { domainId, typed }) {
		const data = await reportData({ reader, actor, clock, subject });
		const content = typed && readMarkedText(typed.text, typed.marks).content;
		const sections = reportSections(data, actor.language).map((section) =>
			content && section.place.key === typed.key
				? { ...section, content, isEmpty: false }
				: section,
		);
		const domains = data.analysis?.form.framework.domains ?? [];
		return domains
			.filter(({ id: own }) => domainId === undefined || own === domainId)
			.map((domain) => ({
				domainId: domain.id,
				limit: pageLimit(domain.id),
				document: domainDocument(data, sections, domain, actor.language),
			}));
	},
});

export const sectionHistory = query({
	name: 'reportSection.history',
	summary:
		'Gives the former versions of a section of the report: who wrote what, and when. Newest first.',
	http: { method: 'GET', path: '/verslagonderdelen/{sectionId}/versies' },
	input: v.object({ sectionId: id() }),
	subject: (reader, { sectionId }, actor) =>
		loadAccessOfRow(reader, 'report_section', sectionId, actor),
	allow: mayReadInside,
	run: ({ reader, actor }, { sectionId }) =>
		sectionVersions(reader, actor.municipalityId, sectionId),
});
