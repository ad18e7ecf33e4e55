import type { Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import type { ReactionKind } from '#features/evidence/reaction-kind.ts';
import type { ReactionState } from './recognition.ts';

export const pageSize = 20;

/** A reaction with words, as moderators read it. */
export interface QueuedReaction {
	id: string;
	kind: ReactionKind;
	remark: string;
	state: ReactionState;
	sentence: string;
	theme: string;
	channel: string;
	createdAt: Date;
	evidenceId: string | null;
	/** Why it was refused; '' when it was not, null when nobody judged it yet. */
	reason: string | null;
	version: number;
}

/** The reactions with words of a trajectory that wait for a moderator, the oldest first; or those that were judged. */
export function queuedReactions(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
	{ which, page }: { which: 'waiting' | 'judged'; page: number },
): Promise<QueuedReaction[]> {
	return withWords(reader, actor, trajectoryId, which)
		.innerJoin('recognition_sentence as n', (join) =>
			join.onRef('n.municipality_id', '=', 'r.municipality_id').onRef('n.id', '=', 'r.sentence_id'),
		)
		.innerJoin('recognition_submission as s', (join) =>
			join
				.onRef('s.municipality_id', '=', 'r.municipality_id')
				.onRef('s.id', '=', 'r.submission_id'),
		)
		.select(['r.id', 'r.remark', 'r.version', 'r.created_at as createdAt', 's.channel'])
		.select(['n.text as sentence', 'n.theme', 'r.evidence_id as evidenceId'])
		.select((eb) => [
			eb.ref('r.kind').$castTo<ReactionKind>().as('kind'),
			eb.ref('r.state').$castTo<ReactionState>().as('state'),
			eb
				.selectFrom('recognition_judgement as j')
				.select('j.reason')
				.whereRef('j.municipality_id', '=', 'r.municipality_id')
				.whereRef('j.reaction_id', '=', 'r.id')
				.orderBy('j.judged_at', 'desc')
				.orderBy('j.id', 'desc')
				.limit(1)
				.as('reason'),
		])
		.orderBy('r.created_at', which === 'waiting' ? 'asc' : 'desc')
		.orderBy('r.id')
		.limit(pageSize)
		.offset((page - 1) * pageSize)
		.execute();
}

/** How many there are. */
export async function queueLength(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
	which: 'waiting' | 'judged',
): Promise<number> {
	const { count } = await withWords(reader, actor, trajectoryId, which)
		.select((eb) => eb.fn.countAll<string>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(count);
}

/** How many reactions wait for a moderator. */
export const waitingCount = (reader: Reader, actor: Actor, trajectoryId: string): Promise<number> =>
	queueLength(reader, actor, trajectoryId, 'waiting');

function withWords(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
	which: 'waiting' | 'judged',
) {
	return reader
		.selectFrom('recognition_reaction as r')
		.where('r.municipality_id', '=', actor.municipalityId)
		.where('r.trajectory_id', '=', trajectoryId)
		.where('r.remark', '<>', '')
		.where('r.state', 'in', which === 'waiting' ? ['waiting'] : ['counted', 'refused']);
}
