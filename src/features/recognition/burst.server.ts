import { sql } from 'kysely';
import type { ReactionKind } from '#features/evidence/reaction-kind.ts';
import { memberOf, type Actor } from '#kernel/actor.ts';
import { Failure } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { showCount, type ShownCount } from '#statistics/disclosure.ts';
import { burstReason, leastOfBurst } from './recognition.ts';

/** The same answer to one sentence, without words, many times within one hour. */
export interface Burst {
	sentenceId: string;
	sentence: string;
	kind: ReactionKind;
	/** The beginning of the hour. */
	hour: Date;
	/** Whether they count, or were set aside. */
	state: 'counted' | 'refused';
	count: ShownCount;
}

/** How many bursts whoever moderates sees: the newest. */
const mostShown = 50;

/** What may be a flood, the newest first. Fewer than `leastOfBurst` are never shown: that is how people come by. */
export async function burstsOf(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
): Promise<Burst[]> {
	const rows = await reader
		.selectFrom('recognition_reaction as r')
		.innerJoin('recognition_sentence as n', (join) =>
			join.onRef('n.municipality_id', '=', 'r.municipality_id').onRef('n.id', '=', 'r.sentence_id'),
		)
		.select(['r.sentence_id as sentenceId', 'n.text as sentence', 'r.created_at as hour'])
		.select((eb) => [
			eb.ref('r.kind').$castTo<ReactionKind>().as('kind'),
			eb.ref('r.state').$castTo<Burst['state']>().as('state'),
			eb.fn.countAll<number>().as('count'),
		])
		.where('r.municipality_id', '=', actor.municipalityId)
		.where('r.trajectory_id', '=', trajectoryId)
		.where('r.remark', '=', '')
		.where('r.state', 'in', ['counted', 'refused'])
		.groupBy(['r.sentence_id', 'n.text', 'r.created_at', 'r.kind', 'r.state'])
		.having((eb) => eb(eb.fn.countAll(), '>=', leastOfBurst))
		.orderBy('r.created_at', 'desc')
		.orderBy('r.sentence_id')
		.orderBy('r.kind')
		.limit(mostShown)
		.execute();
	return rows.map((row) => ({ ...row, count: showCount(Number(row.count)) }));
}

interface JudgedBurst {
	sentenceId: string;
	roundId: string;
	kind: ReactionKind;
	hour: Date;
	outcome: 'accepted' | 'refused';
}

/**
 * Sets a burst aside, or lets it count again: each reaction of it gets a line in the public log, as if it were judged alone.
 * Nobody reads these one by one: they hold no words, so no version of anyone's text is overwritten. Gives how many, as it
 * may be shown; throws `recognition_reaction.no_burst` where there is none.
 */
export async function judgeReactions(
	tx: Tx,
	actor: Actor,
	trajectoryId: string,
	{ sentenceId, roundId, kind, hour, outcome }: JudgedBurst,
	at: Date,
): Promise<ShownCount> {
	const { municipalityId, membershipId } = memberOf(actor);
	const isRefused = outcome === 'refused';
	const changed = await tx
		.updateTable('recognition_reaction')
		.set({ state: isRefused ? 'refused' : 'counted', version: sql`version + 1` })
		.where('municipality_id', '=', municipalityId)
		.where('sentence_id', '=', sentenceId)
		.where('kind', '=', kind)
		.where('created_at', '=', hour)
		.where('remark', '=', '')
		.where('state', '=', isRefused ? 'counted' : 'refused')
		.returning('id')
		.execute();
	if (changed.length < leastOfBurst) throw new Failure('recognition_reaction.no_burst', 409);
	await tx
		.insertInto('recognition_judgement')
		.values(
			changed.map(({ id }) => ({
				municipality_id: municipalityId,
				id: newId(),
				trajectory_id: trajectoryId,
				round_id: roundId,
				reaction_id: id,
				outcome,
				reason: isRefused ? burstReason : '',
				judged_by: membershipId,
				judged_at: at,
			})),
		)
		.execute();
	return showCount(changed.length);
}
