import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LiveForm } from '#features/analysis/live-form.ts';
import { parseForm, type FormState } from '#features/analysis/form-sync.ts';
import type { Presence } from '#features/trajectory/presence.ts';
import type { Member } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { apiClient, type ApiClient } from '#tests/support/api-client.ts';
import { until } from './program.ts';
import { serve, type Served } from './served-world.ts';

let served: Served;
let trajectoryId: string;
beforeAll(async () => {
	served = await serve();
	trajectoryId = served.world.home.trajectoryId;
});
afterAll(() => served.stop());

/** Somebody who keeps the form open, over a network that can be cut. */
class Participant {
	readonly live: LiveForm;
	readonly cookie: string;
	readonly tab = newId();
	presence: Presence | null = null;
	anew = 0;
	#isCut = false;
	readonly #lines = new Set<AbortController>();

	constructor(cookie: string, form: FormState) {
		this.cookie = cookie;
		this.live = new LiveForm({
			address: `${served.program.url}/live/${trajectoryId}/invulschema`,
			tab: this.tab,
			form,
			fetch: (input, init) => this.fetch(input, init),
			onpresence: (presence) => (this.presence = presence),
			onanew: () => (this.anew += 1),
		});
	}

	/** Asks the server as the browser of this person does. */
	fetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
		if (this.#isCut) return Promise.reject(new TypeError('The network is cut.'));
		const line = new AbortController();
		this.#lines.add(line);
		const signal = init.signal ? AbortSignal.any([line.signal, init.signal]) : line.signal;
		const headers = { ...(init.headers as object), cookie: this.cookie };
		return fetch(input, { ...init, headers, signal });
	}

	cut(): void {
		this.#isCut = true;
		for (const line of this.#lines) line.abort();
		this.#lines.clear();
	}

	mend(): void {
		this.#isCut = false;
		this.live.networkChanged(true);
	}

	async snapshot(): Promise<FormState> {
		const url = `${served.program.url}/live/${trajectoryId}/invulschema/stand`;
		return parseForm<FormState>(await (await this.fetch(url)).text());
	}
}

async function join(member: Member): Promise<Participant> {
	const cookie = `wijkagenda=${await served.signIn(member, 'browser')}`;
	const stranger = new Participant(cookie, emptyForm);
	const participant = new Participant(cookie, await stranger.snapshot());
	void participant.live.start();
	await until(() => participant.live.connection.state === 'live');
	return participant;
}

const emptyForm: FormState = {
	...{ frameworkId: '', findings: [], sources: [], provisions: [], needs: [] },
};

async function writer(member: Member): Promise<ApiClient> {
	return apiClient(served.program.url, await served.signIn(member, 'token'));
}

it('everybody ends exactly at the state of the server, also whose connection dropped', async () => {
	const { members } = served.world.home;
	const people = [
		...[members.process_manager, members.professional, members.resident_representative],
		...[members.analyst, members.reader],
	];
	const participants: Participant[] = [];
	for (const member of people) participants.push(await join(member), await join(member));
	const clients = await Promise.all(
		[members.process_manager, members.professional, members.analyst].map(writer),
	);

	let isOver = false;
	const cutting = (async () => {
		while (!isOver) {
			const unlucky = participants[Math.floor(Math.random() * participants.length)];
			unlucky?.cut();
			await sleep(150 + Math.random() * 600);
			unlucky?.mend();
		}
	})();
	await Promise.all(clients.map((api, at) => write(api, 40, at)));
	isOver = true;
	await cutting;

	for (const participant of participants) {
		await until(async () => same(participant.live.form, await participant.snapshot()));
		expect(participant.live.form).toEqual(await participant.snapshot());
		expect(participant.live.connection.state).toBe('live');
	}
	const [first] = participants;
	expect(first?.live.form.findings.length).toBeGreaterThan(10);
	for (const { live } of participants) live.stop();
});

const same = (a: FormState, b: FormState) => JSON.stringify(a) === JSON.stringify(b);

/** A number of random changes by one writer; refusals are part of life. */
async function write(api: ApiClient, times: number, who: number): Promise<void> {
	const mine: { id: string; version: number; withdrawn?: boolean }[] = [];
	const evidence = served.world.filled.home.closed.evidence as string;
	for (let at = 0; at < times; at += 1) {
		const one = mine[Math.floor(Math.random() * mine.length)];
		const dice = Math.random();
		const content = { kind: dice < 0.5 ? 'risk' : 'protective', text: `Tekst ${who}.${at}` };
		if (!one || dice < 0.25) {
			const path = `/trajecten/${trajectoryId}/bevindingen`;
			mine.push({
				...(await api.send('POST', path, { ...content, themes: ['sport'] })),
				version: 1,
			});
		} else if (one.withdrawn) {
			const done = await api.send<{ version: number }>(
				'POST',
				`/bevindingen/${one.id}/herstel`,
				one,
			);
			Object.assign(one, { version: done.version, withdrawn: false });
		} else if (dice < 0.5) {
			const input = { ...content, version: one.version, themes: ['cultuur', 'sport'] };
			const done = await api.send<{ version: number }>('PATCH', `/bevindingen/${one.id}`, input);
			one.version = done.version;
		} else if (dice < 0.6) {
			const input = { version: one.version, kind: 'risk', theme: 'ontmoeting' };
			const done = await api.send<{ version: number }>(
				'PUT',
				`/bevindingen/${one.id}/plaats`,
				input,
			);
			one.version = done.version;
		} else if (dice < 0.7) {
			const input = { version: one.version, reason: 'Dubbel.' };
			const path = `/bevindingen/${one.id}/intrekking`;
			const done = await api.send<{ version: number }>('POST', path, input);
			Object.assign(one, { version: done.version, withdrawn: true });
		} else if (dice < 0.85) {
			await api.send('POST', `/bevindingen/${one.id}/bronnen`, { evidenceId: evidence });
		} else if (dice < 0.92) {
			await api.send('DELETE', `/bevindingen/${one.id}/bronnen/${evidence}`);
		} else {
			const path = `/trajecten/${trajectoryId}/kennisvragen`;
			await api.send('POST', path, { theme: 'sport', question: `Vraag ${who}.${at}?` });
		}
	}
}

it('what only one organisation may see of a source, the others do not hear', async () => {
	const { members } = served.world.home;
	const own = await join(members.analyst);
	const other = await join(members.professional);
	const api = await writer(members.process_manager);
	const { id } = await api.send('POST', `/trajecten/${trajectoryId}/bevindingen`, {
		...{ kind: 'risk', text: 'Met een bron.', themes: ['sport'] },
		evidenceIds: [served.world.filled.home.closed.evidence],
	});
	const held = (participant: Participant) =>
		participant.live.form.findings.find((one) => one.id === id);
	await until(() => held(other)?.sources.length === 1);
	await api.send('PUT', `/bronnen/${served.world.filled.home.closed.evidence}/zichtbaarheid`, {
		visibility: 'organisation',
		version: 1,
	});
	await until(() => held(other)?.hiddenSources === 1);
	expect(held(other)?.sources).toEqual([]);
	expect(held(own)).toMatchObject({ hiddenSources: 0, sources: [expect.any(String)] });
	own.live.stop();
	other.live.stop();
});

it('in a silent round only the writer hears of it, and all at once when it closes', async () => {
	const { members } = served.world.home;
	const colleague = await served.world.addMember(
		served.world.home,
		'professional',
		members.professional.organisationId,
	);
	const author = await join(members.professional);
	const near = await join(colleague);
	const leader = await writer(members.process_manager);
	const api = await writer(members.professional);
	const round = await leader.send('POST', `/trajecten/${trajectoryId}/stille-rondes`, {});
	await until(() => author.anew > 0 && near.anew > 0);
	const { id } = await api.send('POST', `/trajecten/${trajectoryId}/bevindingen`, {
		...{ kind: 'risk', text: 'Stil geschreven.', themes: ['sport'] },
	});
	const has = ({ live }: Participant) => live.form.findings.some((one) => one.id === id);
	await until(() => has(author));
	await sleep(300);
	expect(has(near)).toBe(false);
	await leader.send('POST', `/stille-rondes/${round.id}/sluiting`, {});
	await until(() => has(near));
	author.live.stop();
	near.live.stop();
});

it('tells who is where by organisation, and that they left', async () => {
	const { members } = served.world.home;
	const one = await join(members.professional);
	const other = await join(members.analyst);
	const names = () => other.presence?.organisations.map(({ name, count }) => `${name} ${count}`);
	await until(() => names()?.length === 2);
	one.live.moveTo('sport/risk');
	await until(() => (other.presence?.places['sport/risk'] ?? []).length === 1);
	expect(other.presence?.places['sport/risk']?.[0]).toContain('Welzijn');
	expect(JSON.stringify(other.presence)).not.toContain(members.professional.name);
	expect(one.presence?.places).toEqual({});
	const nowhere = await one.fetch(`${served.program.url}/live/${trajectoryId}/invulschema/plek`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ tab: one.tab, place: '<script>' }),
	});
	expect(nowhere.status).toBe(400);
	one.live.stop();
	await until(() => names()?.length === 1);
	other.live.stop();
});

it('ends the stream of whose session ended or who takes no part any more, with the next change', async () => {
	const { members } = served.world.home;
	const leaver = await join(members.professional);
	const stays = await join(members.professional);
	const secret = leaver.cookie.split('=')[1] as string;
	await fetch(`${served.program.url}/uitloggen`, {
		method: 'POST',
		headers: { cookie: `wijkagenda=${secret}`, origin: served.program.url },
		redirect: 'manual',
	});
	const api = await writer(members.process_manager);
	const { id } = await api.send('POST', `/trajecten/${trajectoryId}/bevindingen`, {
		...{ kind: 'risk', text: 'Na het uitloggen.', themes: ['sport'] },
	});
	await until(() => leaver.live.connection.state === 'refused');
	await until(() => stays.live.form.findings.some((one) => one.id === id));
	expect(leaver.live.form.findings.some((one) => one.id === id)).toBe(false);
	stays.live.stop();
});

it('refuses visitors, strangers and too many streams of one member', async () => {
	const { world, program } = served;
	const url = `${program.url}/live/${trajectoryId}/invulschema`;
	expect((await fetch(`${url}?tab=${newId()}`)).status).toBe(404);
	const stranger = `wijkagenda=${await served.signIn(world.elsewhere.members.professional, 'browser')}`;
	expect((await fetch(`${url}/stand`, { headers: { cookie: stranger } })).status).toBe(404);
	const cookie = `wijkagenda=${await served.signIn(world.home.members.reader, 'browser')}`;
	const lines = new AbortController();
	const open = () => fetch(`${url}?tab=${newId()}`, { headers: { cookie }, signal: lines.signal });
	const statuses: number[] = [];
	for (let at = 0; at < 14; at += 1) statuses.push((await open()).status);
	expect(statuses.filter((status) => status === 200)).toHaveLength(12);
	expect(statuses.at(-1)).toBe(429);
	lines.abort();
	await until(async () => {
		const line = new AbortController();
		const { status } = await fetch(`${url}?tab=${newId()}`, {
			headers: { cookie },
			signal: line.signal,
		});
		line.abort();
		return status === 200;
	});
});
