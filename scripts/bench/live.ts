import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { LiveForm } from '#features/analysis/live-form.ts';
import { fingerprint, parseForm, type FormState } from '#features/analysis/form-sync.ts';
import { newId } from '#kernel/id.ts';
import { liveMeeting, type Meeting } from './live-meeting.ts';
import { shownIn } from './live-page.ts';
import { compared, type Result } from './result.ts';
import type { Stage } from './stage.ts';

const participants = 50;
const changesPerSecond = 5;
/** Changes of the first seconds are not counted: programs warm up. */
const warmUp = 5;

/** Fifty people in one form, who change five entries a second; and how soon a form of 200 findings is shown. */
export async function benchLive(stage: Stage, seconds: number): Promise<Result[]> {
	const meeting = await liveMeeting(stage, participants);
	const shown = await shownIn(stage, meeting.path);
	const before = stage.memory();
	const { seen, answered } = await meet(stage, meeting, seconds);
	const [all, own] = [sorted(seen), sorted(answered)];
	const note = `${participants} participants, ${changesPerSecond} changes a second for ${seconds} s, 200 findings; ${availableParallelism()} cores with the participants on them, load ${loadavg()[0]?.toFixed(1)}`;
	const answer = { name: 'the answer to the writer itself', value: at(own, 0.95) };
	const delay = 'From sending a change until all others have it';
	return [
		compared(`${delay}, p50 (${note})`, at(all, 0.5), 'ms', { ...answer, value: at(own, 0.5) }, ''),
		compared(`${delay}, p95`, at(all, 0.95), 'ms', answer, 'under 150 ms'),
		compared(`${delay}, p99`, at(all, 0.99), 'ms', { ...answer, value: at(own, 0.99) }, ''),
		compared(
			'Memory of the program after the meeting',
			stage.memory(),
			'MB',
			{ name: 'before it', value: before },
			'',
		),
		...shown,
	];
}

interface Delays {
	/** Per change: until the last of the others had it. */
	seen: number[];
	/** Per change: until its writer was answered. */
	answered: number[];
}

/** Lets everybody join, changes entries at a steady pace, and checks that everybody ends with the state of the server. */
async function meet(stage: Stage, meeting: Meeting, seconds: number): Promise<Delays> {
	const waiting = new Map<string, { began: number; left: number; counts: boolean }>();
	const seen: number[] = [];
	const answered: number[] = [];
	const address = `${stage.url}/live/${meeting.trajectoryId}/invulschema`;
	const asking =
		(cookie: string) =>
		(input: RequestInfo | URL, init: RequestInit = {}) =>
			fetch(input, { ...init, headers: { ...(init.headers as object), cookie } });
	const stand = async (cookie: string) =>
		parseForm<FormState>(await (await asking(cookie)(`${address}/stand`)).text());

	const lives: { live: LiveForm; cookie: string }[] = [];
	for (const cookie of meeting.cookies) {
		const live = new LiveForm({
			...{ address, tab: newId(), form: await stand(cookie), fetch: asking(cookie) },
			onform: (_form, _entries, requests) => requests.forEach(heard),
		});
		void live.start();
		lives.push({ live, cookie });
	}
	while (lives.some(({ live }) => live.connection.state !== 'live')) await sleep(20);

	function heard(request: string): void {
		const one = waiting.get(request);
		if (!one) return;
		one.left -= 1;
		if (one.left > 0) return;
		waiting.delete(request);
		if (one.counts) seen.push(performance.now() - one.began);
	}

	const versions = new Map(meeting.findings.map((finding) => [finding, 1]));
	const changes = changesPerSecond * (seconds + warmUp);
	const start = performance.now();
	const sent: Promise<void>[] = [];
	for (let number = 0; number < changes; number += 1) {
		await sleep(Math.max(0, start + (number * 1000) / changesPerSecond - performance.now()));
		const finding = meeting.findings[number % meeting.findings.length] as string;
		const version = versions.get(finding) ?? 1;
		versions.set(finding, version + 1);
		sent.push(change(finding, version, number));
	}
	await Promise.all(sent);
	for (let rounds = 0; waiting.size > 0 && rounds < 500; rounds += 1) await sleep(20);
	if (waiting.size > 0) throw new Error(`${waiting.size} changes did not reach everybody.`);

	for (const { live, cookie } of lives) {
		const there = await stand(cookie);
		if (fingerprint(live.form) !== fingerprint(there))
			throw new Error('A participant does not hold what the server holds.');
		live.stop();
	}
	return { seen, answered };

	async function change(finding: string, version: number, number: number): Promise<void> {
		const request = newId();
		const began = performance.now();
		const counts = number >= warmUp * changesPerSecond;
		waiting.set(request, { began, left: lives.length, counts });
		const answer = await fetch(`${stage.url}/api/v1/bevindingen/${finding}`, {
			method: 'PATCH',
			headers: {
				authorization: `Bearer ${stage.token}`,
				'content-type': 'application/json',
				'idempotency-key': request,
			},
			body: JSON.stringify({
				...{ version, kind: 'risk', themes: ['ontmoeting'] },
				text: `Bewoners ontmoeten elkaar bij het plein, zag deelnemer ${number}.`,
			}),
		});
		if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
		if (counts) answered.push(performance.now() - began);
	}
}

const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

function at(numbers: readonly number[], share: number): number {
	return numbers[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;
}
