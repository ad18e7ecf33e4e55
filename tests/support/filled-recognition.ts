import { randomBytes } from 'node:crypto';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import type { Rows } from './filled-world.ts';
import type { TestMunicipality } from './world.ts';

interface Place {
	town: TestMunicipality;
	trajectory_id: string;
	theme: string;
	finding: string;
	now: Date;
	text(what: string): string;
}

/** Fills what residents are asked: a round with sentences, reactions to them and what moderators did; and one to come. */
export async function fillRecognition(
	tx: Tx,
	{ town, trajectory_id, theme, finding, now, text }: Place,
): Promise<Rows> {
	const municipality_id = town.id;
	const own = () => ({ municipality_id, id: newId() });
	const made = () => ({ ...own(), trajectory_id, created_at: now });
	const created_by = town.members.process_manager.membershipId;
	const round = { ...made(), created_by, number: 1, introduction: text('introduction'), introduction_en: text('introduction en'), opens_on: '2026-01-01', closes_on: '2026-12-31', published_at: now }; // prettier-ignore
	const draft = { ...made(), created_by, number: 2, introduction: text('draft round'), opens_on: '2027-01-01' }; // prettier-ignore
	await tx.insertInto('recognition_round').values(round).execute();
	await tx.insertInto('recognition_round').values(draft).execute();
	const sentence = { ...made(), created_by, round_id: round.id, theme, position: 1, text: text('sentence'), text_en: text('sentence en'), answer: text('answer'), answer_en: text('answer en'), answered_at: now }; // prettier-ignore
	const unread = { ...made(), created_by, round_id: draft.id, theme, position: 1, text: text('unread sentence') }; // prettier-ignore
	const withdrawn = { ...sentence, ...own(), text: text('withdrawn sentence'), withdrawn_at: now, withdrawn_reason: text('reason') }; // prettier-ignore
	await tx.insertInto('recognition_sentence').values([sentence, withdrawn]).execute();
	await tx.insertInto('recognition_sentence').values(unread).execute();
	const ground = { ...own(), sentence_id: sentence.id, finding_id: finding };
	await tx.insertInto('recognition_ground').values(ground).execute();
	const submission = { ...made(), round_id: round.id, digest: randomBytes(32), channel: 'online' };
	await tx.insertInto('recognition_submission').values(submission).execute();
	const reaction = { ...made(), submission_id: submission.id, sentence_id: sentence.id, kind: 'differs', remark: text('remark'), state: 'waiting' }; // prettier-ignore
	await tx.insertInto('recognition_reaction').values(reaction).execute();
	const judgement = { ...own(), trajectory_id, round_id: round.id, reaction_id: reaction.id, outcome: 'refused', reason: 'off_topic', judged_by: created_by, judged_at: now }; // prettier-ignore
	await tx.insertInto('recognition_judgement').values(judgement).execute();
	return {
		recognition_round: round.id,
		draft_round: draft.id,
		recognition_sentence: sentence.id,
		unread_sentence: unread.id,
		withdrawn_sentence: withdrawn.id,
		recognition_reaction: reaction.id,
	};
}
