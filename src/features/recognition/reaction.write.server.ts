import { recordEvidence } from '#features/evidence/record.server.ts';
import { loadAccess, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { memberOf, municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure, notFound } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { recognitionTexts } from '#locales/recognition.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, restoreRow, withdrawRow, type Changed } from '#server/database/rows.ts';
import type { ReactionKind } from '#features/evidence/reaction-kind.ts';
import type { RefusalReason } from './recognition.ts';

/** A reaction as whoever judges it sees it, with the sentence that it is about. */
export interface LoadedReaction extends TrajectoryAccess {
	reaction: {
		id: string;
		kind: ReactionKind;
		remark: string;
		state: string;
		evidenceId: string | null;
		createdAt: Date;
		channel: 'online' | 'assisted';
		sentence: { id: string; text: string; theme: string; roundId: string };
	};
}

/** For commands whose input names the reaction. Throws `not_found` when it is not there for this actor. */
export async function reactionOfInput(
	reader: Reader,
	{ recognitionReactionId }: { recognitionReactionId: string },
	actor: Actor,
): Promise<LoadedReaction> {
	const row = await reader
		.selectFrom('recognition_reaction as r')
		.innerJoin('recognition_sentence as n', (join) =>
			join.onRef('n.municipality_id', '=', 'r.municipality_id').onRef('n.id', '=', 'r.sentence_id'),
		)
		.innerJoin('recognition_submission as s', (join) =>
			join
				.onRef('s.municipality_id', '=', 'r.municipality_id')
				.onRef('s.id', '=', 'r.submission_id'),
		)
		.select(['r.id', 'r.trajectory_id', 'r.remark', 'r.state', 'r.evidence_id', 'r.created_at'])
		.select((eb) => [
			eb.ref('r.kind').$castTo<ReactionKind>().as('kind'),
			eb.ref('s.channel').$castTo<'online' | 'assisted'>().as('channel'),
		])
		.select(['n.id as sentenceId', 'n.text', 'n.theme', 'n.round_id'])
		.where('r.municipality_id', '=', actor.municipalityId)
		.where('r.id', '=', recognitionReactionId)
		.executeTakeFirst();
	if (!row) throw notFound();
	const access = await loadAccess(reader, row.trajectory_id, actor);
	const sentence = { id: row.sentenceId, text: row.text, theme: row.theme, roundId: row.round_id };
	return {
		...access,
		reaction: {
			id: row.id,
			kind: row.kind,
			remark: row.remark,
			state: row.state,
			evidenceId: row.evidence_id,
			createdAt: row.created_at,
			channel: row.channel,
			sentence,
		},
	};
}

/**
 * Takes a reaction over (`reason` null) or refuses it, and writes that in the log. What it says becomes a source for
 * whoever takes part; a refusal withdraws that source, and taking it over again puts it back.
 */
export async function judgeReaction(
	tx: Tx,
	actor: Actor,
	clock: Clock,
	subject: LoadedReaction,
	{ version, reason }: { version: number; reason: RefusalReason | null },
): Promise<Changed> {
	const { reaction } = subject;
	const { municipalityId, membershipId } = memberOf(actor);
	const row = { municipalityId, id: reaction.id, version };
	if (reaction.state === 'taken_back') throw new Failure('recognition_reaction.taken_back', 409);
	const evidenceId = await sourceAfter(tx, actor, clock, subject, reason);
	const state = reason === null ? 'counted' : 'refused';
	const values = { state, evidence_id: evidenceId };
	const changed = await changeRow(tx, 'recognition_reaction', row, values, {
		current: () => current(tx, municipalityId, reaction.id),
	});
	await tx
		.insertInto('recognition_judgement')
		.values({
			municipality_id: municipalityId,
			id: newId(),
			trajectory_id: subject.trajectoryId,
			round_id: reaction.sentence.roundId,
			reaction_id: reaction.id,
			outcome: reason === null ? 'accepted' : 'refused',
			reason: reason ?? '',
			judged_by: membershipId,
			judged_at: clock.now(),
		})
		.execute();
	return changed;
}

/** Makes, puts back or withdraws the source that the words of a reaction are; gives its id, or null for none. */
async function sourceAfter(
	tx: Tx,
	actor: Actor,
	clock: Clock,
	subject: LoadedReaction,
	reason: RefusalReason | null,
): Promise<string | null> {
	const { reaction } = subject;
	const t = recognitionTexts.nl;
	if (reaction.evidenceId === null) {
		if (reason !== null || reaction.remark === '') return null;
		const id = newId();
		await recordEvidence(tx, actor, clock, { ...entryOf(reaction), id, access: subject, visibility: 'participants' }); // prettier-ignore
		return id;
	}
	const municipalityId = municipalityOf(actor);
	const source = await tx
		.selectFrom('evidence')
		.select(['version', 'withdrawn_at'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', reaction.evidenceId)
		.executeTakeFirst();
	// Kept by another organisation to itself meanwhile: then it is theirs to withdraw.
	if (!source) return reaction.evidenceId;
	const row = { municipalityId, id: reaction.evidenceId, version: source.version };
	const isWithdrawn = source.withdrawn_at !== null;
	if (reason === null && isWithdrawn) await restoreRow(tx, 'evidence', row);
	if (reason !== null && !isWithdrawn)
		await withdrawRow(tx, 'evidence', row, t.refusedReason(t.reasons[reason]), clock.now());
	return reaction.evidenceId;
}

function entryOf({ kind, remark, createdAt, channel, sentence }: LoadedReaction['reaction']) {
	return {
		title: recognitionTexts.nl.sourceTitle(recognitionTexts.nl.kinds[kind], sentence.text),
		place: '',
		moment: { at: createdAt, precision: 'day' as const },
		themes: [sentence.theme],
		content: {
			kind: 'reaction' as const,
			details: { sentenceId: sentence.id, sentence: sentence.text, answer: kind, remark, channel },
		},
	};
}

function current(tx: Tx, municipalityId: string, id: string) {
	return tx
		.selectFrom('recognition_reaction')
		.select(['version', 'state'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
}
