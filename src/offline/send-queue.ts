import { isDue, ordinaryWaits, waitAfter, type Waits } from './back-off.ts';
import { changeRecord, firstWaiting, takeBackSending } from './outbox.ts';
import type { OutboxRecord } from './record.ts';
import { knock, sendRecord, type SendParts, type Sent } from './send-record.ts';

const lock = 'wijkagenda-veld-verzenden';
/** So many records after each other that the server cannot take now: then it is the server, not the record. */
const manyInARow = 3;

export interface QueueParts extends SendParts {
	waits?: Waits;
	random?: () => number;
	now?: () => number;
	/** Whether to try at once what was waiting for its next turn: the network came back, or somebody asked. */
	eager?: boolean;
}

/**
 * Sends what is due, one at a time, in the order in which it was written. One that is refused or that the server cannot
 * take now is passed by; no answer at all, or a session that ended, stops it. Only one tab, or the service worker, sends at
 * a time. Gives in how many milliseconds to call again; null when nothing waits, or another does it.
 */
export async function sendQueue(parts: QueueParts): Promise<number | null> {
	return navigator.locks.request(lock, { ifAvailable: true }, async (mine) =>
		mine ? sendAllDue(parts) : null,
	);
}

async function sendAllDue(parts: QueueParts): Promise<number | null> {
	const { waits = ordinaryWaits, random = Math.random, now = Date.now, eager = false } = parts;
	await takeBackSending();
	const tried = new Set<string>();
	const halted = new Set<string>();
	const heard = new Set<string>();
	let failures = 0;
	for (;;) {
		let wake: number | null = null;
		const next = await firstWaiting(({ id, person, notBefore }) => {
			if (halted.has(person.id)) return false;
			if (isDue(notBefore, now(), waits) || (eager && !tried.has(id))) return true;
			wake = Math.min(wake ?? Infinity, notBefore - now());
			return false;
		});
		if (!next) return wake;
		tried.add(next.id);
		const sent = (await hinderedBefore(next, parts, heard)) ?? (await sendOne(next, parts));
		if (sent === 'sign_in') halted.add(next.person.id);
		if (sent === 'received' || sent === 'refused' || sent === 'sign_in') {
			failures = 0;
			continue;
		}
		failures += 1;
		const asked = typeof sent === 'object' ? sent.later : null;
		const wait = asked ?? waitAfter(next.tries + 1, waits, random);
		await changeRecord(next.id, (it) => ({ ...it, notBefore: now() + wait }));
		if (sent === 'no_answer' || failures >= manyInARow) return wait;
	}
}

/**
 * What stands in the way of a record that was never sent. The server is asked once in a round for each person: `heard` are
 * those for whom it answered.
 */
async function hinderedBefore(
	record: OutboxRecord,
	parts: QueueParts,
	heard: Set<string>,
): Promise<Sent | null> {
	const { person, unsure, accepted } = record;
	if (unsure || accepted || heard.has(person.id)) return null;
	const hindered = await knock(record, parts);
	if (!hindered) heard.add(person.id);
	else await changeRecord(record.id, (it) => ({ ...it, tries: it.tries + 1 }));
	return hindered;
}

async function sendOne(record: OutboxRecord, parts: QueueParts): Promise<Sent> {
	const taken = await changeRecord(record.id, (it) =>
		it.state === 'waiting'
			? { ...it, state: 'sending', tries: it.tries + 1, needsSignIn: false }
			: null,
	);
	// Thrown away or changed in the moment between.
	if (taken?.state !== 'sending') return 'refused';
	const sent = await sendRecord(taken, parts);
	await changeRecord(record.id, (it) =>
		it.state === 'sending' ? { ...it, state: 'waiting' } : null,
	);
	return sent;
}
