import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { asOwner } from '#server/database/owner.ts';
import { testWorld } from '#tests/support/world.ts';
import {
	addEvidence,
	changeEvidence,
	restoreEvidence,
	setVisibility,
	withdrawEvidence,
} from './evidence.commands.server.ts';
import {
	evidenceChoices,
	evidenceOptions,
	readEvidence,
	listEvidence,
} from './evidence.queries.server.ts';

const world = await testWorld();
const { kernel, home, elsewhere } = world;
const { professional, process_manager, resident_representative, reader } = home.members;
const { trajectoryId } = home;

const document = {
	trajectoryId,
	kind: 'document',
	title: 'Wijkmonitor',
	themes: [],
	details: { author: 'Gemeente', year: '2025', page: 'p. 12', url: 'https://example.invalid/a' },
};
const meeting = {
	trajectoryId,
	kind: 'meeting',
	title: 'Bewonersavond',
	place: 'Buurthuis',
	happenedOn: '21-11-2007',
	details: { attendance: '33', sectors: ['residents', 'housing'], summary: 'Het groen is fijn.' },
};
const add = (input: object = document, actor = professional) =>
	kernel.run(actor, addEvidence, input).then(({ id }) => id);
const get = (evidenceId: string, actor: Parameters<typeof kernel.ask>[0] = professional) =>
	kernel.ask(actor, readEvidence, { evidenceId });

/** Makes a part of the trajectory public, without the command of another room. */
async function publish(parts: string[]): Promise<void> {
	await asOwner(world.database.owner, (tx) =>
		tx
			.updateTable('trajectory')
			.set({ public_parts: parts })
			.where('id', '=', trajectoryId)
			.execute(),
	);
}

describe('a source', () => {
	it('is a document with its details, in the name of the organisation, for participants', async () => {
		const found = await get(await add());
		expect(found).toMatchObject({
			kind: 'document',
			title: 'Wijkmonitor',
			visibility: 'participants',
			organisationName: professional.organisationName,
			details: { author: 'Gemeente', year: 2025, page: 'p. 12', reference: '' },
			may: { change: true, hide: true, cite: true },
			happenedAt: null,
		});
	});

	it('is a meeting of years ago, with who was there', async () => {
		const found = await get(await add(meeting));
		expect(found).toMatchObject({
			kind: 'meeting',
			happenedPrecision: 'day',
			details: { attendance: 33, sectors: ['residents', 'housing'] },
		});
		expect(found.happenedAt?.toISOString()).toBe('2007-11-20T23:00:00.000Z');
	});

	it('is stored once when the request is repeated', async () => {
		const id = newId();
		await kernel.run(professional, addEvidence, document, id);
		expect(await kernel.run(professional, addEvidence, document, id)).toEqual({ id });
		const again = { ...document, title: 'Iets anders' };
		await expect(kernel.run(professional, addEvidence, again, id)).rejects.toMatchObject({
			code: 'request_reused',
		});
	});

	it('is refused with every problem at once', async () => {
		const wrong = {
			...document,
			title: 'Bel 06-12345678',
			happenedOn: 'ooit',
			details: { year: 'vorig jaar', url: 'javascript:alert(1)' },
		};
		const failure = await add(wrong).catch((error: unknown) => error);
		const { problems } = failure as { problems: { path: string; code: string }[] };
		expect(problems.map(({ path, code }) => [path, code])).toEqual([
			['title', 'identifies_person'],
			['happenedOn', 'not_a_date'],
			['details.year', 'not_a_number'],
			['details.url', 'not_a_web_address'],
		]);
	});

	it('is refused with a theme outside the framework, or a moment to come', async () => {
		await expect(add({ ...document, themes: ['no-such'] })).rejects.toMatchObject({
			problems: [{ path: 'themes', code: 'unknown_theme' }],
		});
		await expect(add({ ...meeting, happenedOn: '1-1-2030' })).rejects.toMatchObject({
			problems: [{ path: 'happenedOn', code: 'future_date' }],
		});
	});

	it('is not added by a reader, by another municipality or by the public', async () => {
		await expect(add(document, reader)).rejects.toMatchObject({ code: 'role_not_allowed' });
		await expect(add(document, elsewhere.members.professional)).rejects.toMatchObject({
			code: 'not_found',
		});
		await expect(kernel.run(home.visitor, addEvidence, document)).rejects.toMatchObject({
			code: 'sign_in_first',
		});
	});

	it('is not there for another municipality', async () => {
		const id = await add();
		await expect(get(id, elsewhere.members.process_manager)).rejects.toMatchObject({
			code: 'not_found',
		});
	});
});

describe('changing a source', () => {
	const changed = { kind: 'document', title: 'Wijkmonitor 2025', details: {} };

	it('keeps the former text', async () => {
		const evidenceId = await add();
		const input = { ...changed, evidenceId, version: 1 };
		expect(await kernel.run(professional, changeEvidence, input)).toEqual({
			id: evidenceId,
			version: 2,
		});
		expect((await get(evidenceId)).title).toBe('Wijkmonitor 2025');
		const kept = await asOwner(world.database.owner, (tx) =>
			tx.selectFrom('kept_version').select('content').where('id', '=', evidenceId).execute(),
		);
		expect(kept).toMatchObject([{ content: { title: 'Wijkmonitor' } }]);
	});

	it('hands a second writer what the first wrote', async () => {
		const evidenceId = await add();
		await kernel.run(professional, changeEvidence, { ...changed, evidenceId, version: 1 });
		const late = { ...changed, title: 'Monitor', evidenceId, version: 1 };
		await expect(kernel.run(process_manager, changeEvidence, late)).rejects.toMatchObject({
			code: 'changed_meanwhile',
			data: { current: { version: 2, title: 'Wijkmonitor 2025' } },
		});
	});

	it('is for its organisation and for who leads, not for another partner', async () => {
		const evidenceId = await add();
		const input = { ...changed, evidenceId, version: 1 };
		await expect(kernel.run(resident_representative, changeEvidence, input)).rejects.toMatchObject({
			code: 'evidence.not_own',
		});
		await kernel.run(process_manager, changeEvidence, input);
	});

	it('does not make another kind of it', async () => {
		const evidenceId = await add(meeting);
		const input = { ...changed, evidenceId, version: 1 };
		await expect(kernel.run(professional, changeEvidence, input)).rejects.toMatchObject({
			code: 'not_found',
		});
	});
});

describe('withdrawing a source', () => {
	it('leaves it to be seen with the reason, out of the list, and can be taken back', async () => {
		const evidenceId = await add({ ...document, title: 'Om in te trekken' });
		const titles = async (withdrawn: boolean) =>
			(await kernel.ask(professional, listEvidence, { trajectoryId, withdrawn })).items.map(
				({ title }) => title,
			);
		const withdraw = { evidenceId, version: 1, reason: 'Dit bleek een andere wijk.' };
		await kernel.run(professional, withdrawEvidence, withdraw);
		const found = await get(evidenceId);
		expect(found.withdrawnReason).toBe('Dit bleek een andere wijk.');
		expect(found.may.cite).toBe(false);
		expect(await titles(false)).not.toContain('Om in te trekken');
		expect(await titles(true)).toContain('Om in te trekken');

		const change = { evidenceId, version: 2, kind: 'document', title: 'Toch' };
		await expect(kernel.run(professional, changeEvidence, change)).rejects.toMatchObject({
			code: 'withdrawn',
		});
		await kernel.run(professional, restoreEvidence, { evidenceId, version: 2 });
		expect(await titles(false)).toContain('Om in te trekken');
	});

	it('needs a reason', async () => {
		const input = { evidenceId: await add(), version: 1, reason: ' ' };
		await expect(kernel.run(professional, withdrawEvidence, input)).rejects.toMatchObject({
			problems: [{ path: 'reason', code: 'required' }],
		});
	});
});

describe('who can see a source', () => {
	it('is its own organisation only, when it keeps it to itself', async () => {
		const id = await add({ ...document, title: 'Van onszelf', visibility: 'organisation' });
		expect((await get(id)).visibility).toBe('organisation');
		await expect(get(id, process_manager)).rejects.toMatchObject({ code: 'not_found' });
		const { items } = await kernel.ask(process_manager, listEvidence, { trajectoryId });
		expect(items.map(({ title }) => title)).not.toContain('Van onszelf');
	});

	it('is whoever takes part, and never the public, unless it was made public', async () => {
		const evidenceId = await add({ ...document, title: 'Openbaar stuk' });
		await expect(get(evidenceId, home.visitor)).rejects.toMatchObject({ code: 'not_found' });
		await kernel.run(professional, setVisibility, { evidenceId, version: 1, visibility: 'public' });
		// Nothing of the trajectory is public yet, so nothing in it is.
		await expect(get(evidenceId, home.visitor)).rejects.toMatchObject({ code: 'not_found' });
		await publish(['analysis']);
		expect((await get(evidenceId, home.visitor)).title).toBe('Openbaar stuk');
		const { items } = await kernel.ask(home.visitor, listEvidence, { trajectoryId });
		expect(items.map(({ title }) => title)).toEqual(['Openbaar stuk']);

		const outsider = await world.addMember(home, 'professional', home.organisations.municipality);
		await asOwner(world.database.owner, (tx) =>
			tx
				.updateTable('participant')
				.set({ ended_at: world.clock.now() })
				.where('organisation_id', '=', home.organisations.municipality)
				.execute(),
		);
		const seen = await kernel.ask(outsider, listEvidence, { trajectoryId });
		expect(seen.items.map(({ title }) => title)).toEqual(['Openbaar stuk']);

		const input = { evidenceId, version: 2, reason: 'Toch niet.' };
		await kernel.run(professional, withdrawEvidence, input);
		await expect(get(evidenceId, home.visitor)).rejects.toMatchObject({ code: 'not_found' });
		await publish([]);
	});

	it('cannot be taken from an organisation by hiding its source in another', async () => {
		const evidenceId = await add();
		const input = { evidenceId, version: 1, visibility: 'organisation' };
		await expect(kernel.run(process_manager, setVisibility, input)).rejects.toMatchObject({
			code: 'evidence.not_own',
		});
		await kernel.run(professional, setVisibility, input);
	});
});

describe('the list of sources', () => {
	it('can be narrowed, and says how many there are', async () => {
		const place = 'Plein bij de 100%-winkel';
		for (const month of [1, 2, 3])
			await add({ ...meeting, title: `Avond ${month}`, place, happenedOn: `15-${month}-2020` });
		const ask = (filter: object) =>
			kernel.ask(professional, listEvidence, { trajectoryId, place: '100%-w', ...filter });
		expect(await ask({})).toMatchObject({ total: 3, page: 1, pageSize: 20 });
		expect((await ask({ from: '2020-02-15', until: '2020-02-15' })).items).toMatchObject([
			{ title: 'Avond 2' },
		]);
		expect((await ask({ kind: 'document' })).total).toBe(0);
		expect((await ask({ kind: ['document', 'meeting'] })).total).toBe(3);
		expect((await ask({ organisationId: home.organisations.residents })).total).toBe(0);
		expect((await ask({ visibility: 'public' })).total).toBe(0);
		const theme = 'huishouding';
		expect((await ask({ theme })).total).toBe(0);
		await add({ ...meeting, title: 'Avond 4', place, happenedOn: '2020', themes: [theme] });
		expect((await ask({ theme })).items).toMatchObject([{ title: 'Avond 4' }]);
		expect((await ask({ theme: 'a,b{}' })).total).toBe(0);
		await expect(ask({ theme: [theme] })).rejects.toMatchObject({ code: 'input.invalid' });
		expect((await ask({ page: 2 })).items).toEqual([]);
		expect((await ask({ page: 2 })).total).toBe(4);
	});

	it('goes on after the first twenty, without a gap or a repeat', async () => {
		for (let count = 0; count < 22; count++)
			await add({ ...document, title: `Stuk ${count}`, place: 'Stapel' });
		const titles = new Set<string>();
		for (const page of [1, 2]) {
			const { items } = await kernel.ask(professional, listEvidence, {
				trajectoryId,
				place: 'stapel',
				page,
			});
			for (const { title } of items) titles.add(title);
		}
		expect(titles.size).toBe(22);
	});

	it('is short enough to choose from, and finds by title or place', async () => {
		const { items, hasMore } = await kernel.ask(professional, evidenceOptions, {
			trajectoryId,
			search: 'avond 2',
		});
		expect(items).toMatchObject([{ title: 'Avond 2' }]);
		expect(hasMore).toBe(false);
	});

	it('knows the themes, the places named before and who brought something in', async () => {
		const choices = await kernel.ask(professional, evidenceChoices, { trajectoryId });
		expect(choices.themes).toHaveLength(3);
		expect(choices.places[0]).toBe('Stapel');
		expect(choices.organisations.map(({ id }) => id)).toContain(home.organisations.welfare);
	});
});
