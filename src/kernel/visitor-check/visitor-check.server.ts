import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Reader, Tx } from '#server/database/handles.ts';
import type { Actor } from '../actor.ts';
import { Failure, invalidField } from '../failure.ts';
import { newId } from '../id.ts';
import { readChallenge, type Challenge } from './challenge.ts';
import { isRightAnswer, questionIds } from './questions.server.ts';
import type { GivenCheck } from './visitor-check.schema.ts';
import { isSolved } from './work.ts';

/** Ordinary: 16 × 2^13 hashes, half a second on a telephone of some years old. */
const leastBits = 13;
/** At most sixteen times that. */
const mostExtraBits = 4;
/** From so many used checks of one page in ten minutes on, the next ones cost twice as much; and again at each doubling. */
const busy = 50;
const busyMinutes = 10;
/** How long a page may stay open. */
const validHours = 12;
/** Without proof of work: somebody who reads and answers takes longer, and who does not can wait. */
export const leastSeconds = 15;

/** What `VisitorCheck.svelte` needs to make a form ask for it. */
export interface VisitorCheck {
	challenge: string;
}

/**
 * A new challenge for one purpose (`recognition <round>`), for the load of a page with a form for visitors. Nothing is
 * kept of it until it is used: the signature says that it is ours. Not bound to an address, because a telephone changes
 * its address on the way.
 */
export async function newCheck(reader: Reader, purpose: string, now: Date): Promise<VisitorCheck> {
	const since = new Date(now.getTime() - busyMinutes * 60_000);
	const { rows } = await sql<{ key: Buffer; spent: number }>`
		SELECT visitor_check_key() AS key, checks_spent(${purpose}, ${since}) AS spent`.execute(reader);
	const [row] = rows;
	if (!row) throw new Error('The secret of the visitor check is missing.');
	const question = questionIds[randomInt(questionIds.length)] ?? '';
	const challenge = { id: newId(), issuedAt: now.getTime(), bits: bitsFor(row.spent), question };
	return { challenge: written(challenge, purpose, row.key) };
}

/** How many zero bits a puzzle asks for after so many used checks in the last ten minutes. */
export function bitsFor(spent: number): number {
	const extra = spent < busy ? 0 : 1 + Math.floor(Math.log2(spent / busy));
	return leastBits + Math.min(mostExtraBits, extra);
}

/**
 * Makes sure that a visitor solved the check that this purpose handed out, and uses it up within the command's
 * transaction: when the command is refused for another reason, it can still be used. Members need none. Throws
 * `visitor_check.*`, or `input.invalid` at `check.answer` for the plain question.
 */
export async function spendCheck(
	tx: Tx,
	actor: Actor,
	purpose: string,
	given: GivenCheck,
	now: Date,
): Promise<void> {
	if (actor.kind !== 'visitor') return;
	// A person who sends it once more comes through; the field is empty again.
	if (given?.website) throw new Failure('visitor_check.trap', 400);
	const challenge = await signed(tx, purpose, given?.challenge ?? '');
	const age = now.getTime() - (challenge?.issuedAt ?? 0);
	if (!challenge || age < -60_000 || age > validHours * 3_600_000)
		throw new Failure('visitor_check.expired', 409);
	checkWork(challenge, given, age);
	const { rows } = await sql<{ first: boolean }>`
		SELECT spend_check(${challenge.id}, ${purpose}, ${now}) AS first`.execute(tx);
	if (!rows[0]?.first) throw new Failure('visitor_check.spent', 409);
}

/** Either the puzzles were solved, or the question was answered and it took as long as a person needs. */
function checkWork(challenge: Challenge, given: GivenCheck, age: number): void {
	const { challenge: text = '', solution = '', answer = '' } = given ?? {};
	if (solution !== '' && isSolved(text, challenge.bits, solution)) return;
	if (answer.trim() === '') throw invalidField('check.answer', 'answer_question');
	if (!isRightAnswer(challenge.question, answer))
		throw invalidField('check.answer', 'wrong_answer');
	if (age < leastSeconds * 1000) throw new Failure('visitor_check.too_soon', 429);
}

/** The challenge, when it was signed by us for this purpose. */
async function signed(tx: Tx, purpose: string, text: string): Promise<Challenge | null> {
	const challenge = readChallenge(text);
	if (!challenge) return null;
	const { rows } = await sql<{ key: Buffer }>`SELECT visitor_check_key() AS key`.execute(tx);
	const ours = Buffer.from(rows[0] ? written(challenge, purpose, rows[0].key) : '');
	const theirs = Buffer.from(text);
	return ours.length === theirs.length && timingSafeEqual(ours, theirs) ? challenge : null;
}

function written(challenge: Challenge, purpose: string, key: Buffer): string {
	const open = [challenge.id, challenge.issuedAt, challenge.bits, challenge.question].join('_');
	const signature = createHmac('sha256', key).update(`${purpose}\n${open}`).digest();
	return `${open}_${signature.subarray(0, 16).toString('base64url')}`;
}
