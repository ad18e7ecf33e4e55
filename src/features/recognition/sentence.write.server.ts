import type { Updateable } from 'kysely';
import { citedLines } from '#features/evidence/evidence-lines.server.ts';
import { findingsOf } from '#features/analysis/finding.queries.server.ts';
import { loadAccessOfRow, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { Failure, invalidField, notFound } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, type Changed } from '#server/database/rows.ts';
import type { RecognitionSentence } from '#server/database/schema.ts';

interface SentenceRead {
	recognitionSentenceId: string;
	version: number;
}

/** For commands whose input names the sentence. Throws `not_found` when it is not there for this actor. */
export const accessOfSentence = (
	reader: Reader,
	{ recognitionSentenceId }: { recognitionSentenceId: string },
	actor: Actor,
): Promise<TrajectoryAccess> =>
	loadAccessOfRow(reader, 'recognition_sentence', recognitionSentenceId, actor);

/** The same with the round that the sentence is of. Throws `not_found`. */
export async function roundOfSentence(
	reader: Reader,
	input: { recognitionSentenceId: string },
	actor: Actor,
): Promise<TrajectoryAccess & { roundId: string }> {
	const access = await accessOfSentence(reader, input, actor);
	const { round_id } = await reader
		.selectFrom('recognition_sentence')
		.select('round_id')
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', input.recognitionSentenceId)
		.executeTakeFirstOrThrow();
	return { ...access, roundId: round_id };
}

/** Changes columns of a sentence that still has the version its writer read. */
export function replaceSentence(
	tx: Tx,
	actor: Actor,
	{ recognitionSentenceId: id, version }: SentenceRead,
	values: Updateable<RecognitionSentence>,
): Promise<Changed> {
	const municipalityId = municipalityOf(actor);
	return changeRow(tx, 'recognition_sentence', { municipalityId, id, version }, values, {
		current: () =>
			tx
				.selectFrom('recognition_sentence')
				.select(['version', 'text', 'text_en as textEn', 'answer', 'answer_en as answerEn'])
				.where('municipality_id', '=', municipalityId)
				.where('id', '=', id)
				.executeTakeFirst(),
	});
}

/** The place of the last sentence of a round; 0 when there is none. */
export async function lastPosition(tx: Tx, municipalityId: string, roundId: string) {
	const { last } = await tx
		.selectFrom('recognition_sentence')
		.select((eb) => eb.fn.max('position').as('last'))
		.where('municipality_id', '=', municipalityId)
		.where('round_id', '=', roundId)
		.executeTakeFirstOrThrow();
	return last ?? 0;
}

/**
 * Refuses other words for a sentence that somebody reacted to already: what they said was about the words that stood
 * there. The round is locked, so that nobody reacts meanwhile (`hand_in_reactions` waits for it).
 */
export async function checkUnread(
	tx: Tx,
	municipalityId: string,
	id: string,
	to: { text: string; textEn: string },
): Promise<void> {
	const sentence = await tx
		.selectFrom('recognition_sentence as s')
		.innerJoin('recognition_round as r', (join) =>
			join.onRef('r.municipality_id', '=', 's.municipality_id').onRef('r.id', '=', 's.round_id'),
		)
		.select(['s.text', 's.text_en as textEn'])
		.where('s.municipality_id', '=', municipalityId)
		.where('s.id', '=', id)
		.forUpdate('r')
		.executeTakeFirst();
	if (!sentence || (sentence.text === to.text && sentence.textEn === to.textEn)) return;
	const reaction = await tx
		.selectFrom('recognition_reaction')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('sentence_id', '=', id)
		.where('state', '<>', 'taken_back')
		.limit(1)
		.executeTakeFirst();
	if (reaction) throw new Failure('recognition_sentence.has_reactions', 409);
}

interface Grounds {
	findingIds: string[];
	evidenceIds: string[];
}

/** Ties a sentence to what it rests on, and to nothing else. Throws `unknown` for what is not of this trajectory. */
export async function linkGrounds(
	tx: Tx,
	actor: Actor,
	access: TrajectoryAccess,
	sentence_id: string,
	grounds: Grounds,
): Promise<void> {
	const municipality_id = municipalityOf(actor);
	await checkGrounds(tx, actor, access, grounds);
	await tx
		.deleteFrom('recognition_ground')
		.where('municipality_id', '=', municipality_id)
		.where('sentence_id', '=', sentence_id)
		.execute();
	const rows = [
		...[...new Set(grounds.findingIds)].map((finding_id) => ({ finding_id })),
		...[...new Set(grounds.evidenceIds)].map((evidence_id) => ({ evidence_id })),
	].map((ground) => ({ municipality_id, id: newId(), sentence_id, ...ground }));
	if (rows.length > 0) await tx.insertInto('recognition_ground').values(rows).execute();
}

async function checkGrounds(
	tx: Tx,
	actor: Actor,
	access: TrajectoryAccess,
	{ findingIds, evidenceIds }: Grounds,
): Promise<void> {
	if (findingIds.length > 0) {
		const options = { withWithdrawn: true };
		const all = await findingsOf(tx, municipalityOf(actor), access.trajectoryId, options);
		const known = new Set(all.map(({ id }) => id));
		if (!findingIds.every((id) => known.has(id))) throw invalidField('findingIds', 'unknown');
	}
	if (evidenceIds.length > 0) {
		const known = await citedLines(tx, actor, access, evidenceIds);
		if (known.length < new Set(evidenceIds).size) throw invalidField('evidenceIds', 'unknown');
	}
}

/** Changes places with the sentence before or after it in its theme; at the end of the list nothing changes. */
export async function swapWithNeighbour(
	tx: Tx,
	actor: Actor,
	{ recognitionSentenceId: id, version, to }: SentenceRead & { to: 'up' | 'down' },
): Promise<Changed> {
	const municipalityId = municipalityOf(actor);
	const columns = ['id', 'position', 'version', 'round_id', 'theme'] as const;
	const here = await tx
		.selectFrom('recognition_sentence')
		.select(columns)
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!here) throw notFound();
	const there = await tx
		.selectFrom('recognition_sentence')
		.select(columns)
		.where('municipality_id', '=', municipalityId)
		.where('round_id', '=', here.round_id)
		.where('theme', '=', here.theme)
		.where('withdrawn_at', 'is', null)
		.where('position', to === 'up' ? '<' : '>', here.position)
		.orderBy('position', to === 'up' ? 'desc' : 'asc')
		.limit(1)
		.executeTakeFirst();
	if (!there) return { id, version: here.version };
	const other = { recognitionSentenceId: there.id, version: there.version };
	await replaceSentence(tx, actor, other, { position: here.position });
	return replaceSentence(
		tx,
		actor,
		{ recognitionSentenceId: id, version },
		{ position: there.position },
	);
}
