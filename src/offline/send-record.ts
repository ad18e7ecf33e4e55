import { sendPhoto } from '#ui/photo/send-photo.ts';
import { meaningOf, meaningOfProblem, serverTimeOf, type Meaning } from './answer.ts';
import { changeRecord, confirmFile, filesOf, settleReceived } from './outbox.ts';
import type { KeptFile, OutboxRecord } from './record.ts';

/** How long to wait for one answer, in milliseconds: a slow line is slow, a dead one looks just the same. */
const patience = 60_000;

export interface SendParts {
	fetch: typeof fetch;
}

/** What became of sending one record, beside what is written down of it. */
export type Sent =
	| 'received'
	| 'refused'
	| 'sign_in'
	/** No answer: there is no network, or hardly any. */
	| 'no_answer'
	/** The server answered that it cannot now. */
	| { later: number | null };

/** Sends one record with its files, as far as it comes, and writes down how far. */
export async function sendRecord(record: OutboxRecord, parts: SendParts): Promise<Sent> {
	const heard: Heard = { at: null };
	const ask = asking(record, parts, heard);
	try {
		const stopped = (await sendItself(record, ask)) ?? (await sendFiles(record, ask));
		if (stopped) return await writeDown(record.id, stopped);
	} catch {
		// What was written down so far stands; whether the rest arrived is not known.
		await changeRecord(record.id, (it) => ({ ...it, unsure: !it.accepted }));
		return 'no_answer';
	}
	await settleReceived(record.id, heard.at ?? new Date().toISOString());
	return 'received';
}

/**
 * Asks the server for a word before a record goes for the first time. A line that only seems to be there then leaves
 * nothing uncertain: what was never sent can still be changed. Gives what stands in the way, null when nothing does.
 */
export async function knock(record: OutboxRecord, parts: SendParts): Promise<Sent | null> {
	const ask = asking(record, parts, { at: null });
	const answer = await ask('/api/v1/account').catch(() => null);
	if (!answer) return 'no_answer';
	const meaning = await meaningOf(answer);
	return meaning.kind === 'sign_in' || meaning.kind === 'later'
		? writeDown(record.id, meaning)
		: null;
}

/** The moment of the last answer, by the clock of the server. */
interface Heard {
	at: string | null;
}

/** `fetch` in the name of the record's person: with anybody else's session the server knows nobody. */
function asking({ person, language }: OutboxRecord, parts: SendParts, heard: Heard): typeof fetch {
	return async (address, options = {}) => {
		const headers = new Headers(options.headers);
		headers.set('membership', person.id);
		headers.set('accept-language', language);
		const signal = AbortSignal.timeout(patience);
		const answer = await parts.fetch(address, { ...options, headers, signal, redirect: 'error' });
		heard.at = serverTimeOf(answer.headers.get('date')) ?? heard.at;
		return answer;
	};
}

async function sendItself(record: OutboxRecord, ask: typeof fetch): Promise<Meaning | null> {
	if (record.accepted) return null;
	const answer = await ask(record.address, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'idempotency-key': record.id },
		body: JSON.stringify(record.body),
	});
	const meaning = await meaningOf(answer);
	if (meaning.kind !== 'done') return meaning;
	await changeRecord(record.id, (it) => ({ ...it, accepted: true, unsure: false }));
	return null;
}

async function sendFiles({ id }: OutboxRecord, ask: typeof fetch): Promise<Meaning | null> {
	for (const file of await filesOf(id)) {
		if (file.confirmed) continue;
		if (!hasConsent(file)) return refusedHere('file.no_consent', file.id);
		const outcome = await sendPhoto(file, { evidenceId: id, fetch: ask });
		if (outcome.state !== 'stored') {
			const problem = typeof outcome.problem === 'object' ? outcome.problem : null;
			const meaning = meaningOfProblem(outcome.status, problem);
			if (meaning.kind === 'refused') meaning.refusal.fileId = file.id;
			return meaning;
		}
		await confirmFile(file.id);
	}
	return null;
}

/** What this device does not send; the list has a sentence for the code. */
function refusedHere(code: string, fileId: string): Meaning {
	return { kind: 'refused', refusal: { status: 0, code, message: '', fields: [], fileId } };
}

function hasConsent(
	file: KeptFile,
): file is KeptFile & { consent: Exclude<KeptFile['consent'], ''> } {
	return file.consent !== '';
}

async function writeDown(id: string, meaning: Meaning): Promise<Sent> {
	if (meaning.kind === 'sign_in') {
		await changeRecord(id, (it) => ({ ...it, needsSignIn: true }));
		return 'sign_in';
	}
	if (meaning.kind === 'refused') {
		const { refusal } = meaning;
		// The server said no to the record itself: then it surely does not have it.
		await changeRecord(id, (it) => ({ ...it, state: 'refused', unsure: false, refusal }));
		return 'refused';
	}
	return { later: meaning.kind === 'later' ? meaning.after : null };
}
