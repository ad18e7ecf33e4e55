import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { chainIn } from '#tests/support/chain.ts';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';
import { testWorld } from '#tests/support/world.ts';
import { changeMessages } from '#features/accounts/account.commands.server.ts';
import { changeAgendaItem } from './agenda-item.commands.server.ts';
import { recordDecision, recordSession, withdrawDecision } from './decision.commands.server.ts';
import { readDecisionSession } from './decision-session.queries.server.ts';
import { enterStandpoint, giveStandpoint } from './standpoint.commands.server.ts';
import { readItemSupport, readSupport } from './standpoint.queries.server.ts';
import { markNotice, tellOfDecisions } from './telling.commands.server.ts';

const world = await testWorld();
const { kernel, home, elsewhere } = world;
const { process_manager, professional, resident_representative, decision_maker } = home.members;
const { trajectoryId } = home;
const chain = chainIn(world);
const { welfare, municipality } = home.organisations;

const support = (agendaItemId: string, actor = process_manager) =>
	kernel.ask(actor, readItemSupport, { agendaItemId });
const give = (agendaItemId: string, more: object, actor = professional) =>
	kernel.run(actor, giveStandpoint, { agendaItemId, itemVersion: 1, version: 0, ...more });
const enter = (agendaItemId: string, more: object) =>
	kernel.run(process_manager, enterStandpoint, {
		agendaItemId,
		itemVersion: 1,
		version: 0,
		ground: 'Bijeenkomst van 12 februari',
		...more,
	});

describe('support', () => {
	it('holds each party and the residents; it is complete when all of them answered', async () => {
		const item = await chain.agendaItem({ title: 'Het plein' });
		await give(item, { view: 'for' });
		await give(item, { view: 'against', reason: 'Te weinig groen' }, resident_representative);
		expect((await support(item)).support).toMatchObject({
			unknown: 2,
			isComplete: false,
			counts: { for: 1, against: 1 },
		});
		await enter(item, { party: municipality, view: 'abstains' });
		await enter(item, { party: 'residents', view: 'remark', reason: 'Graag bankjes', gathered: 'meeting', people: 31, statedOn: '2026-02' }); // prettier-ignore
		const { support: all } = await support(item);
		expect(all.isComplete).toBe(true);
		expect(all.cells[0]).toMatchObject({
			party: { id: null },
			standpoint: { gathered: 'meeting', people: 31, statedOn: '2026-02', origin: 'entered' },
		});
	});

	it('that was given on a text that changed since is shown so, until it is given anew', async () => {
		const item = await chain.agendaItem({ title: 'Eerst', reason: 'Uit het gesprek' });
		await give(item, { view: 'for' });
		const change = { agendaItemId: item, version: 1, withoutFindingReason: 'Uit het gesprek' };
		await kernel.run(process_manager, changeAgendaItem, { ...change, title: 'Eerst', text: '' });
		const earlier = async () => (await support(item)).support.earlier;
		// The item has a new version, but reads as before.
		expect(await earlier()).toBe(0);
		await kernel.run(process_manager, changeAgendaItem, { ...change, version: 2, title: 'Daarna' });
		expect(await earlier()).toBe(1);
		await give(item, { view: 'remark', reason: 'Mits', itemVersion: 3, version: 1 });
		expect(await earlier()).toBe(0);
		expect((await support(item)).former).toMatchObject([{ version: 1, view: 'for' }]);
		expect((await support(item)).item.version).toBe(3);
	});

	it('needs a reason with a remark or against, and a ground when it is entered', async () => {
		const item = await chain.agendaItem();
		await expect(give(item, { view: 'against' })).rejects.toMatchObject({
			problems: [{ path: 'reason', code: 'required' }],
		});
		await expect(
			enter(item, { party: 'residents', view: 'for', ground: '' }),
		).rejects.toMatchObject({ problems: [{ path: 'ground', code: 'required' }] });
		await expect(enter(item, { party: newId(), view: 'for' })).rejects.toMatchObject({
			problems: [{ path: 'party', code: 'unknown' }],
		});
		await expect(
			enter(item, { party: welfare, view: 'for', statedOn: '2027' }),
		).rejects.toMatchObject({ problems: [{ path: 'statedOn', code: 'future_date' }] });
	});

	it('of a second writer is not written over the first: both see what stands there', async () => {
		const item = await chain.agendaItem();
		await give(item, { view: 'for' });
		await expect(enter(item, { party: welfare, view: 'abstains' })).rejects.toMatchObject({
			code: 'changed_meanwhile',
			data: { current: { view: 'for', version: 1 } },
		});
	});

	it('is given by who takes part, a director too, and entered only by who leads', async () => {
		const item = await chain.agendaItem();
		await give(item, { view: 'for' }, decision_maker);
		await expect(
			kernel.run(professional, enterStandpoint, { agendaItemId: item, itemVersion: 1, party: 'residents', view: 'for', ground: 'Avond' }), // prettier-ignore
		).rejects.toMatchObject({ code: 'trajectory.not_leading' });
		await expect(give(item, { view: 'for' }, home.members.reader)).rejects.toMatchObject({
			code: 'role_not_allowed',
		});
		await expect(give(item, { view: 'for' }, elsewhere.members.professional)).rejects.toMatchObject(
			{ status: 404 },
		);
	});

	it('of the whole agenda is there for the public with the agenda, without who else takes part', async () => {
		const item = await chain.agendaItem({ title: 'Openbaar punt' });
		await give(item, { view: 'against', reason: 'Te duur' });
		await chain.publish('agenda');
		const seen = await kernel.ask(home.visitor, readSupport, { trajectoryId });
		expect(seen.knowsParties).toBe(false);
		const own = seen.items.find(({ id }) => id === item);
		expect(own?.support.cells.find(({ party }) => party.id === welfare)?.standpoint).toMatchObject({
			view: 'against',
			reason: 'Te duur',
		});
		await chain.publish();
	});
});

describe('decisions of one session', () => {
	const session = { trajectoryId, body: 'college', decidedOn: '2026-02-24', reference: 'B26-11' };

	it('are recorded at once; what was not dealt with is left alone', async () => {
		const [one, two, three] = [
			await chain.agendaItem({ title: 'Een' }),
			await chain.agendaItem({ title: 'Twee' }),
			await chain.agendaItem({ title: 'Drie' }),
		];
		const { id, decisionIds } = await kernel.run(decision_maker, recordSession, {
			...session,
			referenceUrl: 'https://besluiten.voorbeeld.nl/11',
			decisions: [
				{ agendaItemId: one, outcome: 'adopted' },
				{ agendaItemId: two, outcome: 'amended', amendedText: 'Met bankjes', reason: 'Motie' },
				{ agendaItemId: three },
			],
		});
		expect(decisionIds).toHaveLength(2);
		const read = await kernel.ask(process_manager, readDecisionSession, {
			trajectoryId,
			sessionId: id,
		});
		expect(read.decisions.map(({ title, outcome }) => [title, outcome])).toEqual([
			['Een', 'adopted'],
			['Twee', 'amended'],
		]);
		expect(read.decisions[1]).toMatchObject({
			referenceUrl: 'https://besluiten.voorbeeld.nl/11',
			reason: 'Motie',
			proposedText: '',
		});
	});

	it('name every line that is wrong', async () => {
		const item = await chain.agendaItem();
		await expect(
			kernel.run(process_manager, recordSession, {
				...session,
				referenceUrl: 'javascript:alert(1)',
				decisions: [{ agendaItemId: item, outcome: 'adopted' }],
			}),
		).rejects.toMatchObject({ problems: [{ path: 'referenceUrl', code: 'not_a_web_address' }] });
		await expect(
			kernel.run(process_manager, recordSession, {
				...session,
				decisions: [
					{ agendaItemId: item, outcome: 'amended' },
					{ agendaItemId: newId(), outcome: 'adopted' },
					{ agendaItemId: item, outcome: 'rejected' },
				],
			}),
		).rejects.toMatchObject({
			problems: [
				{ path: 'decisions.0.amendedText', code: 'required' },
				{ path: 'decisions.1.agendaItemId', code: 'unknown' },
				{ path: 'decisions.2.agendaItemId', code: 'taken' },
			],
		});
		await expect(
			kernel.run(process_manager, recordSession, { ...session, decisions: [] }),
		).rejects.toMatchObject({ problems: [{ code: 'no_decision' }] });
	});

	it('the council decides on the text as the executive amended it', async () => {
		const item = await chain.agendaItem({ title: 'Tekst', reason: 'x' });
		await kernel.run(process_manager, changeAgendaItem, { agendaItemId: item, version: 1, title: 'Tekst', text: 'Drie bankjes', withoutFindingReason: 'x' }); // prettier-ignore
		const record = (body: string, more: object) =>
			kernel.run(process_manager, recordDecision, {
				agendaItemId: item,
				body,
				decidedOn: '2026-02-20',
				...more,
			});
		await record('college', { outcome: 'amended', amendedText: 'Vijf bankjes' });
		const { id } = await record('council', { outcome: 'amended', amendedText: 'Vijf banken' });
		const read = await kernel.ask(process_manager, readDecisionSession, {
			trajectoryId,
			sessionId: id,
		});
		expect(read.decisions[0]).toMatchObject({
			proposedText: 'Vijf bankjes',
			amendedText: 'Vijf banken',
		});
	});
});

describe('telling who contributed', () => {
	const mails = () =>
		sqlAsOwner<{ recipient: string; subject: string; body: string }>(
			world.database.owner,
			'SELECT recipient, subject, body FROM mail ORDER BY recipient',
		);
	const own = (id: string, table: string, membership: string | null) =>
		sqlAsOwner(world.database.owner, `UPDATE ${table} SET created_by = $1 WHERE id = $2`, [
			membership,
			id,
		]);
	const decide = async (agendaItemId: string, decidedOn = '2026-02-24') =>
		(
			await kernel.run(process_manager, recordDecision, {
				agendaItemId,
				body: 'council',
				decidedOn,
				outcome: 'adopted',
				reason: 'De raad wil dit snel.',
			})
		).id;
	const tell = (sessionId: string, choice = 'send') =>
		kernel.run(process_manager, tellOfDecisions, { trajectoryId, sessionId, choice });
	const read = async (sessionId: string) =>
		(await kernel.ask(process_manager, readDecisionSession, { trajectoryId, sessionId })).telling;
	let item: string;

	beforeAll(async () => {
		const seen = await chain.evidence({ title: 'Gesprek', kind: 'conversation' });
		await own(seen, 'evidence', professional.membershipId);
		// Kept by its organisation: who leads may not see it, its maker is told all the same.
		const kept = await chain.evidence({ title: 'Dossier', visibility: 'organisation' });
		await own(kept, 'evidence', professional.membershipId);
		const finding = await chain.finding({ text: 'Weinig plek', on: [seen, kept] });
		await own(finding, 'finding', resident_representative.membershipId);
		item = await chain.agendaItem({ title: 'Het plein', answers: [finding] });
	});

	it('is announced first, then one mail goes to each, and never a second one', async () => {
		const session = await decide(item);
		expect(await mails()).toEqual([]);
		expect(await read(session)).toMatchObject({ state: 'open', people: 2, toDo: [] });
		expect(await tell(session)).toMatchObject({ told: 2 });
		const sent = await mails();
		expect(sent).toHaveLength(2);
		expect(sent.map(({ recipient }) => recipient.split('.')[0])).toEqual([
			'professional',
			'resident_representative',
		]);
		expect(sent[0]?.body).toContain('Het plein: aangenomen.');
		expect(sent[0]?.body).toContain('2 bronnen');
		expect(sent[0]?.body).toContain('Waarom: De raad wil dit snel.');
		expect(sent[0]?.body).toContain(`/arnhem/geitenkamp/2024/agenda/punt/${item}`);
		expect(sent[1]?.body).toContain('1 bevinding');
		for (const { body } of sent) expect(body).not.toMatch(/Dossier|Weinig plek/);
		// Again, as another request: nothing more goes out.
		expect(await tell(session)).toMatchObject({ told: 0 });
		expect(await mails()).toHaveLength(2);
		expect(await read(session)).toMatchObject({ state: 'told', told: 2 });
	});

	it('of two requests at one moment sends one set', async () => {
		const session = await decide(item);
		const before = (await mails()).length;
		const told = await Promise.all([tell(session), tell(session), tell(session)]);
		expect(told.map((one) => one.told).toSorted()).toEqual([0, 0, 2]);
		expect((await mails()).length).toBe(before + 2);
	});

	it('can be left out, and done later after all', async () => {
		const session = await decide(item);
		const before = (await mails()).length;
		await tell(session, 'not_send');
		expect(await read(session)).toMatchObject({ state: 'not_told', people: 2 });
		expect((await mails()).length).toBe(before);
		expect(await tell(session)).toMatchObject({ told: 2 });
		// Saying not to after it was sent changes nothing.
		await tell(session, 'not_send');
		expect(await read(session)).toMatchObject({ state: 'told' });
	});

	it('is not done for a decision of long ago', async () => {
		const session = await decide(item, '2019');
		const before = (await mails()).length;
		expect(await read(session)).toMatchObject({ state: 'too_old' });
		await expect(tell(session)).rejects.toMatchObject({ code: 'decision.too_old_to_tell' });
		expect((await mails()).length).toBe(before);
	});

	it('passes over who wants no messages, and says how many', async () => {
		await kernel.run(professional, changeMessages, { noMessages: true });
		const session = await decide(item);
		expect(await read(session)).toMatchObject({ people: 1, unwilling: 1 });
		await kernel.run(professional, changeMessages, { noMessages: false });
	});

	it('leaves sources without a reachable maker to who leads, with a tick', async () => {
		const paper = await chain.evidence({ title: 'Briefje uit de bus' });
		const finding = await chain.finding({ on: [paper] });
		const other = await chain.agendaItem({ answers: [finding] });
		// Nobody of the organisation takes part any more.
		await sqlAsOwner(
			world.database.owner,
			'UPDATE participant SET ended_at = now() WHERE trajectory_id = $1 AND organisation_id = $2',
			[trajectoryId, welfare],
		);
		const session = await decide(other);
		expect(await read(session)).toMatchObject({
			people: 0,
			toDo: [{ title: 'Briefje uit de bus', why: 'no_maker' }],
		});
		await tell(session);
		const told = await read(session);
		if (told?.state !== 'told') throw new Error('Nothing was told.');
		const [notice] = told.toDo;
		expect(notice?.doneAt).toBeNull();
		await kernel.run(process_manager, markNotice, { decisionNoticeId: notice?.noticeId });
		const after = await read(session);
		expect(after?.toDo[0]).toMatchObject({ doneAt: world.clock.now() });
		await sqlAsOwner(
			world.database.owner,
			'UPDATE participant SET ended_at = NULL WHERE trajectory_id = $1 AND organisation_id = $2',
			[trajectoryId, welfare],
		);
	});

	it('tells nothing of a decision that was taken back', async () => {
		const session = await decide(item);
		await kernel.run(process_manager, withdrawDecision, {
			decisionId: session,
			version: 1,
			reason: 'Vergissing',
		});
		await expect(tell(session)).rejects.toMatchObject({ status: 404 });
	});

	it('is for who leads', async () => {
		const session = await decide(item);
		await expect(
			kernel.run(decision_maker, tellOfDecisions, { trajectoryId, sessionId: session, choice: 'send' }), // prettier-ignore
		).rejects.toMatchObject({ status: 403 });
		const seen = await kernel.ask(professional, readDecisionSession, {
			trajectoryId,
			sessionId: session,
		});
		expect(seen.telling).toBeNull();
	});
});
