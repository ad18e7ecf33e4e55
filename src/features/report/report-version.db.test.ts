import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { Failure } from '#kernel/failure.ts';
import { plainText } from '#ui/document/plain-text.ts';
import { asOwner } from '#server/database/owner.ts';
import { chainIn } from '#tests/support/chain.ts';
import { testWorld } from '#tests/support/world.ts';
import { checksumOf } from './freeze.server.ts';
import { freezeReport, setVersionVisibility } from './report-version.commands.server.ts';
import { listReportVersions, readReportVersion } from './report-version.queries.server.ts';
import { readReport } from './report.queries.server.ts';

const world = await testWorld();
const { home } = world;
const { ask, run } = world.kernel;
const { trajectoryId, members, visitor } = home;
const manager = members.process_manager;
const chain = chainIn(world);

const freeze = (name: string, visibility = 'participants', by: Actor = manager) =>
	run(by, freezeReport, { trajectoryId, name, visibility });
const read = (by: Actor, reportVersionId: string, more: object = {}) =>
	ask(by, readReportVersion, { reportVersionId, ...more });
const text = async (by: Actor, id: string, more?: object) =>
	plainText((await read(by, id, more)).model);

async function codeOf(attempt: Promise<unknown>): Promise<string> {
	const caught = await attempt.then(
		() => null,
		(error: unknown) => error,
	);
	if (!(caught instanceof Failure)) throw new Error('There was no expected failure.');
	return caught.problems[0]?.code ?? caught.code;
}

beforeAll(async () => {
	const open = await chain.evidence({ title: 'Verslag van de huurders', visibility: 'public' });
	const shared = await chain.evidence({ title: 'Gesprek bij de kapper' });
	const kept = await chain.evidence({ title: 'Dossier van welzijn', visibility: 'organisation' });
	await chain.finding({
		text: 'Ouderen komen weinig buiten',
		themes: ['sport'],
		on: [open, shared, kept],
	});
});

describe('a frozen version', () => {
	test('stays exactly as the report was, whatever changes afterwards', async () => {
		const before = await ask(manager, readReport, { trajectoryId, taal: 'nl' });
		const { id } = await freeze('Voor de zomer');
		await chain.finding({ text: 'Er kwam een lamp bij', themes: ['sport'] });
		const now = plainText(await ask(manager, readReport, { trajectoryId, taal: 'nl' }));
		expect(now).toContain('Er kwam een lamp bij');
		const frozen = await read(members.professional, id, { taal: 'nl' });
		expect(frozen.model.blocks).toEqual(JSON.parse(JSON.stringify(before.blocks)));
		expect(frozen.model.note).toContain('Versie “Voor de zomer”, vastgelegd op 2 maart 2026.');
		expect(plainText(frozen.model)).not.toContain('Er kwam een lamp bij');
	});

	test('is kept in both languages, with a checksum of its text', async () => {
		const { id } = await freeze('Twee talen');
		const nl = await read(members.reader, id, { taal: 'nl' });
		const en = await read(members.reader, id, { taal: 'en' });
		expect([nl.model.language, en.model.language]).toEqual(['nl', 'en']);
		expect(nl).toMatchObject({ isIntact: true, checksum: checksumOf(JSON.stringify(nl.model)) });
		expect(nl.checksum).not.toBe(en.checksum);
	});

	test('says when, and by whom in what they were then', async () => {
		const { id } = await freeze('Wie en wanneer');
		const lines = await ask(members.professional, listReportVersions, { trajectoryId });
		expect(lines.find((one) => one.id === id)).toMatchObject({
			name: 'Wie en wanneer',
			frozenAt: world.clock.now(),
			role: 'process_manager',
			organisationName: 'Gemeente Arnhem',
			visibility: 'participants',
		});
	});

	test('holds nothing that only the organisation of whoever froze it may see', async () => {
		const organisationId = home.organisations.welfare;
		const welfare = await world.addMember(home, 'process_manager', organisationId);
		const own = plainText(await ask(welfare, readReport, { trajectoryId, taal: 'nl' }));
		expect(own).toContain('Dossier van welzijn');
		const { id } = await freeze('Door welzijn', 'participants', welfare);
		const frozen = await text(welfare, id, { taal: 'nl' });
		expect(frozen).toContain('Gesprek bij de kapper');
		expect(frozen).not.toContain('Dossier van welzijn');
	});

	test('can be changed by no one: the database itself refuses', async () => {
		const { id } = await freeze('Vast');
		const kept = await read(manager, id, { taal: 'nl' });
		const rights = await asOwner(world.database.owner, (tx) =>
			tx
				.selectFrom('information_schema.role_table_grants' as never)
				.select(['table_name', 'privilege_type'] as never[])
				.where('grantee' as never, '=', 'wijkagenda_app' as never)
				.where('table_name' as never, 'in', ['report_version', 'report_version_document'] as never)
				.execute(),
		);
		const may = (rights as { privilege_type: string }[]).map((one) => one.privilege_type);
		expect(new Set(may)).toEqual(new Set(['SELECT', 'INSERT']));
		// Somebody with the owner's password still cannot do it unseen.
		await asOwner(world.database.owner, (tx) =>
			tx
				.updateTable('report_version_document')
				.set({ model: JSON.stringify({ ...kept.model, title: 'Iets anders' }) })
				.where('report_version_id', '=', id)
				.where('language', '=', 'nl')
				.execute(),
		);
		expect(await read(manager, id, { taal: 'nl' })).toMatchObject({ isIntact: false });
	});

	test.each(['professional', 'reader', 'decision_maker'] as const)(
		'is not frozen by a %s',
		async (role) => {
			const attempt = freeze('Niet van mij', 'participants', members[role]);
			expect(await codeOf(attempt)).toMatch(/^(role_not_allowed|trajectory\.not_leading)$/);
		},
	);

	test('needs a name without a person in it', async () => {
		expect(await codeOf(freeze('  '))).toBe('required');
		expect(await codeOf(freeze('Van 06-12345678'))).toBe('identifies_person');
	});
});

describe('for the public', () => {
	test('there is nothing to show while nothing is public', async () => {
		await chain.publish();
		expect(await codeOf(freeze('Niets', 'public'))).toBe('nothing_public');
	});

	test('a public version shows only what was public when it was frozen', async () => {
		await chain.publish('analysis');
		const { id } = await freeze('Voor iedereen', 'public');
		await chain.publish('frame', 'analysis', 'agenda', 'plan');
		const shown = await text(visitor, id, { taal: 'nl' });
		expect(shown).toContain('Ouderen komen weinig buiten');
		expect(shown).toContain('Verslag van de huurders');
		for (const secret of ['Gesprek bij de kapper', 'Dossier van welzijn', 'Weging'])
			expect(shown).not.toContain(secret);
		expect(shown).not.toContain('Er staan nog geen punten op de agenda.');
		// A visitor who asks for what those inside read gets the same as always.
		expect(await text(visitor, id, { taal: 'nl', audience: 'participants' })).toBe(shown);
		expect(await text(members.reader, id, { taal: 'nl', audience: 'public' })).toBe(shown);
		expect(await text(members.reader, id, { taal: 'nl' })).toContain('Gesprek bij de kapper');
	});

	test('a version for those inside is not there, and can be made public', async () => {
		const { id } = await freeze('Eerst intern');
		expect(await codeOf(read(visitor, id))).toBe('not_found');
		expect(await ask(visitor, listReportVersions, { trajectoryId })).not.toContainEqual(
			expect.objectContaining({ id }),
		);
		await run(manager, setVersionVisibility, { reportVersionId: id, version: 1, visibility: 'public' }); // prettier-ignore
		expect((await read(visitor, id)).name).toBe('Eerst intern');
	});

	test('a version is taken away with a reason, stays for those inside, and can come back', async () => {
		const { id } = await freeze('Toch niet', 'public');
		const set = (version: number, visibility: string, reason = '') =>
			run(manager, setVersionVisibility, { reportVersionId: id, version, visibility, reason });
		expect(await codeOf(set(1, 'participants'))).toBe('required');
		await set(1, 'participants', 'Er stond een fout in.');
		expect(await codeOf(read(visitor, id))).toBe('not_found');
		expect(await read(members.reader, id)).toMatchObject({
			visibility: 'participants',
			visibilityReason: 'Er stond een fout in.',
		});
		expect(await codeOf(set(1, 'public'))).toBe('changed_meanwhile');
		await set(2, 'public');
		expect((await read(visitor, id)).name).toBe('Toch niet');
	});
});

test('another municipality finds nothing', async () => {
	const { id } = await freeze('Van Arnhem', 'public');
	const stranger = world.elsewhere.members.process_manager;
	expect(await codeOf(read(stranger, id))).toBe('not_found');
	expect(await codeOf(freeze('Van Leiden', 'participants', stranger))).toBe('not_found');
});
