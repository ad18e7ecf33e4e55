import * as v from 'valibot';
import { themesOf } from '#features/content/themes.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute, mayRead } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { query } from '#kernel/query.server.ts';
import { photosOf } from './attachments.server.ts';
import type { EvidenceContent } from './evidence-details.schema.ts';
import { bringersIn, placesOf } from './evidence-choices.server.ts';
import { lines, searchIn, sourcesToChoose, type EvidenceLine } from './evidence-lines.server.ts';
import { foundPage, newestPage, pageSize } from './evidence-list.server.ts';
import { isOwn, mayChangeEvidence, mayReadEvidence } from './evidence.policy.ts';
import { evidenceIdSchema, listEvidenceSchema } from './evidence.schema.ts';
import { evidenceOfInput } from './record.server.ts';

/** One piece of evidence with everything its reader may see. */
export type Evidence = EvidenceLine &
	EvidenceContent & {
		trajectoryId: string;
		version: number;
		/** Which of the meaningful places it is of, or the spot on the map that is none of them. */
		placeId: string | null;
		longitude: number | null;
		latitude: number | null;
		/** The neighbourhood walk that it was seen on. */
		walkId: string | null;
		withdrawnReason: string;
		/** What a second reader decided, and said to its organisation. */
		second: { decision: string | null; remark: string };
		may: { change: boolean; hide: boolean; cite: boolean };
	};

export const readEvidence = query({
	name: 'evidence.read',
	summary: 'Gives one source with its details.',
	http: { method: 'GET', path: '/bronnen/{evidenceId}' },
	input: evidenceIdSchema,
	subject: evidenceOfInput,
	allow: mayReadEvidence,
	async run({ reader, actor, subject }): Promise<Evidence> {
		const row = await lines(reader, actor)
			.select(['evidence.version', 'evidence.withdrawn_reason as withdrawnReason'])
			.select(['evidence.second_decision as decision', 'evidence.second_remark as remark'])
			.select(['evidence.longitude', 'evidence.latitude'])
			.select(['evidence.place_id as placeId', 'evidence.walk_id as walkId'])
			.where('evidence.id', '=', subject.evidence.id)
			.executeTakeFirstOrThrow();
		const { decision, remark, ...line } = row;
		const own = isOwn(actor, subject);
		const content = { kind: row.kind, details: subject.evidence.details } as EvidenceContent;
		return {
			...line,
			...content,
			second: own ? { decision, remark } : { decision: null, remark: '' },
			trajectoryId: subject.trajectoryId,
			may: {
				change: mayChangeEvidence(actor, subject) === true && row.erasedAt === null,
				hide: own,
				cite: mayContribute(actor, subject) === true && row.withdrawnAt === null,
			},
		};
	},
});

export const listEvidence = query({
	name: 'evidence.list',
	summary:
		'Lists the sources of a trajectory that the reader may see, 20 a page, counted up to 1,000: newest first, or with words to look for the best match first, among the newest 1,000 that have them.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/bronnen' },
	input: listEvidenceSchema,
	subject: accessOfInput,
	allow: mayRead('any'),
	async run({ reader, actor, subject }, { search: typed, page, order, ...filter }) {
		const search = await searchIn(reader, actor, subject, typed);
		const { items, total, hasMore } = search?.sought.length
			? await foundPage(reader, actor, subject, { ...filter, ...search, order, page })
			: await newestPage(reader, actor, subject, { ...filter, page });
		const ids = items.map(({ id }) => id);
		const photos = await photosOf(reader, actor, ids);
		return {
			items: items.map((item) => ({ ...item, photo: photos.get(item.id) ?? null })),
			total,
			hasMore,
			page,
			pageSize,
			search: search && search.notes,
		};
	},
});

export const evidenceOptions = query({
	name: 'evidence.options',
	summary: 'Sources to choose from for a finding: found by what they say.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/bronkeuzes' },
	input: v.object({ ...trajectoryIdSchema.entries, search: v.optional(v.string(), '') }),
	subject: accessOfInput,
	allow: mayRead('any'),
	run: ({ reader, actor, subject }, { search }) =>
		sourcesToChoose(reader, actor, subject, { typed: search, most: 100 }),
});

/** What forms and filters offer: the themes, places that were named before, and who brought something in. */
export const evidenceChoices = query({
	name: 'evidence.choices',
	summary: 'What can be chosen from when adding a source or filtering the list.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/bronnen-filters' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayRead('any'),
	async run({ reader, actor, subject }) {
		return {
			themes: await themesOf(reader, actor.municipalityId, subject),
			places: await placesOf(reader, actor, subject),
			organisations: await bringersIn(reader, actor, subject),
		};
	},
});

/** The themes of a trajectory by domain, for whatever names them. */
export const themesOfTrajectory = query({
	name: 'evidence.themes',
	summary: 'Gives the themes that sources of a trajectory can touch, by domain.',
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayRead('any'),
	run: ({ reader, actor, subject }) => themesOf(reader, actor.municipalityId, subject),
});
