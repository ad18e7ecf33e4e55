import type { Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import { roundState, type RoundState } from './recognition.ts';

/** A round as pages show it. */
export interface Round {
	id: string;
	number: number;
	introduction: string;
	introductionEn: string;
	opensOn: string;
	closesOn: string | null;
	publishedAt: Date | null;
	state: RoundState;
	version: number;
}

/** A sentence with what was answered. */
export interface Sentence {
	id: string;
	roundId: string;
	theme: string;
	text: string;
	textEn: string;
	answer: string;
	answerEn: string;
	answeredAt: Date | null;
	withdrawnAt: Date | null;
	withdrawnReason: string;
	version: number;
}

/** The rounds of a trajectory that row-level security shows, the newest first. */
export async function roundsOf(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
	today: string,
): Promise<Round[]> {
	const rows = await reader
		.selectFrom('recognition_round')
		.select(['id', 'number', 'introduction', 'introduction_en as introductionEn', 'version'])
		.select(['opens_on as opensOn', 'closes_on as closesOn', 'published_at as publishedAt'])
		.where('municipality_id', '=', actor.municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.orderBy('number', 'desc')
		.execute();
	return rows.map((row) => ({ ...row, state: roundState(row, today) }));
}

/** The sentences of a round in their order, also the withdrawn ones for whoever may see them. */
export function sentencesOf(reader: Reader, actor: Actor, roundId: string): Promise<Sentence[]> {
	return reader
		.selectFrom('recognition_sentence')
		.select(['id', 'round_id as roundId', 'theme', 'text', 'text_en as textEn', 'version'])
		.select(['answer', 'answer_en as answerEn', 'answered_at as answeredAt'])
		.select(['withdrawn_at as withdrawnAt', 'withdrawn_reason as withdrawnReason'])
		.where('municipality_id', '=', actor.municipalityId)
		.where('round_id', '=', roundId)
		.orderBy('position')
		.orderBy('id')
		.execute();
}
