import { sql } from 'kysely';
import * as v from 'valibot';
import { themesOf } from '#features/content/themes.server.ts';
import { accessOfInput, loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { notFound } from '#kernel/failure.ts';
import { id } from '#kernel/fields.ts';
import { anyone } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';
import { digestOf } from '#kernel/secret.server.ts';
import { burstsOf } from './burst.server.ts';
import { pageSize, queuedReactions, queueLength } from './reaction-queue.server.ts';
import { reactionCounts } from './reaction-counts.server.ts';
import { mayModerate } from './recognition.policy.ts';
import { mineSchema, queueSchema } from './recognition.schema.ts';
import type { ReactionKind } from '#features/evidence/reaction-kind.ts';
import type { ReactionState } from './recognition.ts';

export const listQueue = query({
	name: 'recognitionReaction.list',
	summary:
		'Lists the reactions with words that wait for a moderator, or those that were judged; and bursts of those without.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/herkenningsreacties' },
	input: queueSchema,
	subject: accessOfInput,
	allow: mayModerate,
	async run({ reader, actor, subject }, { trajectoryId, which, page }) {
		return {
			items: await queuedReactions(reader, actor, trajectoryId, { which, page }),
			total: await queueLength(reader, actor, trajectoryId, which),
			waiting: await queueLength(reader, actor, trajectoryId, 'waiting'),
			page,
			pageSize,
			bursts: await burstsOf(reader, actor, trajectoryId),
			themes: await themesOf(reader, actor.municipalityId, subject),
		};
	},
});

interface OwnReaction {
	id: string;
	area_name: string;
	area_slug: string;
	start_year: number;
	page_is_public: boolean;
	kind: ReactionKind;
	remark: string;
	state: ReactionState;
	handed_in_at: Date;
	reason: string | null;
	sentence: string;
	sentence_en: string;
	answer: string;
	answer_en: string;
	answered_at: Date | null;
}

/** What a resident sees behind the secret link. */
export const ownReactions = query({
	name: 'recognitionReaction.own',
	summary: 'Reads what whoever holds a secret handed in, what became of it and what was answered.',
	input: mineSchema,
	subject: nothing,
	// Everyone: holding the secret is what counts.
	allow: anyone,
	async run({ reader }, { secret }) {
		const { rows } = await sql<OwnReaction>`
			SELECT * FROM find_reactions(${digestOf(secret)})`.execute(reader);
		const [first] = rows;
		if (!first) throw notFound();
		return {
			areaName: first.area_name,
			areaSlug: first.area_slug,
			startYear: first.start_year,
			pageIsPublic: first.page_is_public,
			handedInAt: first.handed_in_at,
			reactions: rows.map((row) => ({
				id: row.id,
				kind: row.kind,
				remark: row.remark,
				state: row.state,
				reason: row.reason ?? '',
				sentence: row.sentence,
				sentenceEn: row.sentence_en,
				answer: row.answer,
				answerEn: row.answer_en,
				answeredAt: row.answered_at,
			})),
		};
	},
});

/** What residents said of the sentences that rest on one finding, for beside that finding. */
export const recognitionOfFinding = query({
	name: 'recognition.ofFinding',
	summary:
		'Reads what residents said of the sentences that rest on a finding; counts through the gate.',
	http: { method: 'GET', path: '/bevindingen/{findingId}/herkenning' },
	input: v.object({ findingId: id() }),
	subject: (reader, { findingId }, actor) => loadAccessOfRow(reader, 'finding', findingId, actor),
	allow: mayReadInside,
	async run({ reader, actor }, { findingId }) {
		const rows = await reader
			.selectFrom('recognition_ground as g')
			.innerJoin('recognition_sentence as s', (join) =>
				join
					.onRef('s.municipality_id', '=', 'g.municipality_id')
					.onRef('s.id', '=', 'g.sentence_id'),
			)
			.innerJoin('recognition_round as r', (join) =>
				join.onRef('r.municipality_id', '=', 's.municipality_id').onRef('r.id', '=', 's.round_id'),
			)
			.select(['s.id', 's.text', 's.text_en as textEn', 's.answer', 's.answer_en as answerEn'])
			.select('r.number')
			.where('g.municipality_id', '=', actor.municipalityId)
			.where('g.finding_id', '=', findingId)
			.where('s.withdrawn_at', 'is', null)
			.where('r.published_at', 'is not', null)
			.orderBy('r.number', 'desc')
			.orderBy('s.position')
			.execute();
		const ids = rows.map((row) => row.id);
		const counts = await reactionCounts(reader, ids);
		const sources =
			ids.length === 0
				? []
				: await reader
						.selectFrom('recognition_reaction as r')
						.innerJoin('evidence as e', (join) =>
							join
								.onRef('e.municipality_id', '=', 'r.municipality_id')
								.onRef('e.id', '=', 'r.evidence_id'),
						)
						.select(['r.sentence_id as sentenceId', 'e.id', 'r.remark'])
						.select((eb) => eb.ref('r.kind').$castTo<ReactionKind>().as('kind'))
						.where('r.municipality_id', '=', actor.municipalityId)
						.where('r.sentence_id', 'in', ids)
						.where('r.state', '=', 'counted')
						.where('e.withdrawn_at', 'is', null)
						.orderBy('r.created_at')
						.orderBy('r.id')
						.execute();
		return {
			sentences: rows.map((row) => ({
				...row,
				counts: counts.get(row.id) ?? null,
				sources: sources.filter(({ sentenceId }) => sentenceId === row.id),
			})),
		};
	},
});
