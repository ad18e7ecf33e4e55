import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { themes } from '#tests/support/filled-world.ts';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';
import { postmaster, until } from './program.ts';
import { serve, type Served } from './served-world.ts';

const kills = 20;
const clients = 6;

let served: Served;
let token: string;
/** What the program said yes to: id and text. */
const acknowledged = new Map<string, string>();
/** What was sent, whatever became of it. */
const sent = new Map<string, string>();
let writing = true;

beforeAll(async () => {
	served = await serve();
	token = await served.signIn(served.world.home.members.process_manager, 'token');
});
afterAll(() => served.stop());

/** Adds findings one after another, each sent until it is answered or the program is gone. */
async function client(): Promise<void> {
	while (writing) {
		const id = newId();
		const text = `Bevinding ${letters(id)}`;
		sent.set(id, text);
		const answer = await send(id, text);
		if (answer === 201) acknowledged.set(id, text);
		else await sleep(20);
	}
}

/** An id without digits, in which the privacy scanner can see no number of a person. */
function letters(id: string): string {
	return id.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
}

async function send(id: string, text: string): Promise<number> {
	const { url } = served.program;
	try {
		const response = await fetch(
			`${url}/api/v1/trajecten/${served.world.home.trajectoryId}/bevindingen`,
			{
				method: 'POST',
				headers: {
					authorization: `Bearer ${token}`,
					'content-type': 'application/json',
					'idempotency-key': id,
				},
				body: JSON.stringify({ kind: 'risk', text, themes: [themes[0]] }),
				signal: AbortSignal.timeout(5000),
			},
		);
		await response.text();
		return response.status;
	} catch {
		return 0; // gone while asking: nobody said yes
	}
}

async function works(): Promise<boolean> {
	const id = newId();
	const text = `Proef ${letters(id)}`;
	sent.set(id, text);
	const status = await send(id, text);
	if (status === 201) acknowledged.set(id, text);
	return status === 201;
}

async function killProgram(): Promise<void> {
	served.program.child.kill('SIGKILL');
	await served.program.ended;
	await served.restart();
}

async function killPostgres(): Promise<void> {
	const killed = postmaster(served.dataDir);
	process.kill(killed, 'SIGKILL');
	// Its children may still answer for a moment; the program starts another one.
	await until(() => isOther(killed));
}

function isOther(killed: number): boolean {
	try {
		return postmaster(served.dataDir) !== killed;
	} catch {
		return false; // between two of them there is no lock file
	}
}

it(
	`what was acknowledged survives ${kills} kills of the program and of PostgreSQL, and nothing is half there`,
	{ timeout: 180_000 },
	async () => {
		const settings = await sqlAsOwner<{ name: string; setting: string }>(served.owner, "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')"); // prettier-ignore
		expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }); // prettier-ignore

		const busy = Array.from({ length: clients }, client);
		const perKill: number[] = [];
		for (let kill = 0; kill < kills; kill += 1) {
			await until(works);
			const before = acknowledged.size;
			await sleep(150 + Math.random() * 250);
			perKill.push(acknowledged.size - before);
			await (kill % 2 === 0 ? killProgram() : killPostgres());
		}
		await until(works);
		writing = false;
		await Promise.all(busy);
		// Under writes: there were some between every two kills.
		expect(perKill.filter((writes) => writes === 0)).toEqual([]);

		const stored = await sqlAsOwner<{ id: string; text: string }>(served.owner, "SELECT id, text FROM finding WHERE text ~ '^(Bevinding|Proef) '"); // prettier-ignore
		const kept = new Map(stored.map(({ id, text }) => [id, text]));
		const lost = [...acknowledged].filter(([id, text]) => kept.get(id) !== text);
		expect(lost).toEqual([]);
		expect([...kept].filter(([id, text]) => sent.get(id) !== text)).toEqual([]);

		// A row without its record, or a record without its row, would be half a command.
		const records = await sqlAsOwner<{ id: string }>(
			served.owner,
			"SELECT id FROM command_record WHERE command = 'finding.add' AND municipality_id = $1",
			[served.world.home.id],
		);
		expect(new Set(records.map(({ id }) => id))).toEqual(new Set(kept.keys()));

		// What nobody answered can be sent again, and is there once.
		const unanswered = [...sent].filter(([id]) => !acknowledged.has(id)).slice(0, 20);
		for (const [id, text] of unanswered) expect(await send(id, text)).toBe(201);
		const again = await sqlAsOwner<{ n: number }>(served.owner, 'SELECT count(*)::int AS n FROM finding WHERE id = ANY ($1)', [unanswered.map(([id]) => id)]); // prettier-ignore
		expect(again).toEqual([{ n: unanswered.length }]);
		console.info(`${acknowledged.size} acknowledged, ${unanswered.length} of the rest sent again.`); // eslint-disable-line no-console -- how hard it was tried
	},
);
