import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import criteriaFile from '#content/criteria/2013.json' with { type: 'json' };
import { readOverview } from '#features/overview/overview.queries.server.ts';
import { readReport } from '#features/report/report.queries.server.ts';
import { readThreads } from '#features/thread/thread.queries.server.ts';
import type { Member } from '#kernel/actor.ts';
import { createPool } from '#server/database/pool.ts';
import { reading } from '#server/database/transaction.ts';
import { addFindings, makePublic } from '#tests/support/findings.ts';
import { testWorld } from '#tests/support/world.ts';
import { readAgenda } from './agenda.queries.server.ts';
import { setAppraisal, setAppraisals } from './appraisal.commands.server.ts';
import { listToWeigh, readWeighingSheet, readWeighingTable } from './appraisal.queries.server.ts';
import { findingsToChoose, readPriorities } from './choosing.queries.server.ts';
import { readQuestions } from './questions.queries.server.ts';
import { closeScoring, describeResidents, reopenScoring } from './scoring.commands.server.ts';
import { readScoring } from './scoring.queries.server.ts';
import { listDisagreements, readRanking, readWeighing } from './weighing.queries.server.ts';

const world = await testWorld();
const { kernel, home } = world;
const { process_manager, professional, resident_representative, analyst, reader, decision_maker } =
	home.members;
const { trajectoryId } = home;
const criteria = criteriaFile.criteria.map(({ id }) => id);
const secret = 'Geheime reden van welzijn';
let [first, second]: string[] = [];

/** A whole answer on one finding: the same score by every criterion. */
const answer = (finding: string | undefined, score: unknown, reason = '') => ({
	trajectoryId,
	findingId: finding,
	appraisals: Object.fromEntries(criteria.map((id) => [id, { score, reason }])),
});

/** Everything that somebody can ask about a trajectory and that has to do with weighing. */
async function everythingFor(who: Member): Promise<string> {
	const input = { trajectoryId };
	const answers: object[] = [
		await kernel.ask(who, readWeighing, input),
		await kernel.ask(who, readRanking, input),
		await kernel.ask(who, listDisagreements, input),
		await kernel.ask(who, readPriorities, input),
		await kernel.ask(who, readQuestions, { ...input, findingId: first }),
		await kernel.ask(who, listToWeigh, input),
		await kernel.ask(who, readScoring, input),
		await kernel.ask(who, readAgenda, input),
		await kernel.ask(who, readOverview, input),
		await kernel.ask(who, readReport, input),
		await kernel.ask(who, readThreads, input),
	];
	if (who.role !== 'reader' && who.role !== 'decision_maker')
		answers.push(
			await kernel.ask(who, findingsToChoose, input),
			await kernel.ask(who, readWeighingTable, input),
			await kernel.ask(who, readWeighingSheet, { ...input, findingId: first }),
		);
	return JSON.stringify(answers);
}

/** What the database itself lets this member read, whatever the program asks. */
async function rowsFor(who: Member, table: 'appraisal' | 'kept_version'): Promise<number> {
	const pool = createPool(world.database.app, 1);
	try {
		const scope = {
			municipalityId: who.municipalityId,
			membershipId: who.membershipId,
			organisationId: who.organisationId,
			isMember: true,
			session: null,
		};
		const which = table === 'appraisal' ? sql`true` : sql`table_name = 'appraisal'`;
		return await reading(pool, scope, async (db) => {
			const { rows } = await sql<{ count: number }>`
				SELECT count(*)::int AS count FROM ${sql.table(table)} WHERE ${which}`.execute(db);
			return rows[0]?.count ?? -1;
		});
	} finally {
		await pool.end();
	}
}

const weighing = (who: Member) => kernel.ask(who, readWeighing, { trajectoryId });

beforeAll(async () => {
	[first, second] = await addFindings(world, home, ['Weinig ontmoeting', 'Veel verhuizingen']);
	await kernel.run(professional, setAppraisals, answer(first, 5, secret));
	await kernel.run(professional, setAppraisals, answer(second, 4, secret));
	// Half an answer of another party opens nothing.
	const half = { trajectoryId, findingId: first, criterion: 'urgency', score: 1 };
	await kernel.run(resident_representative, setAppraisal, half);
});

describe('as long as a party has not answered a finding itself', () => {
	it.each([
		['who leads', process_manager],
		['a party that is half way', resident_representative],
		['an analyst', analyst],
		['who reads along', reader],
		['who decides', decision_maker],
	])('%s sees no score, reason, median or rank of it, wherever they look', async (_, who) => {
		const everything = await everythingFor(who);
		expect(everything).not.toContain(secret);
		expect((await weighing(who)).rows).toEqual([]);
		expect((await weighing(who)).blind).toBe(2);
		const board = await kernel.ask(who, readPriorities, { trajectoryId });
		expect(board.rows.map(({ rank, isBlind }) => [rank, isBlind])).toEqual([
			[null, true],
			[null, true],
		]);
		expect((await kernel.ask(who, listDisagreements, { trajectoryId })).total).toBe(0);
	});

	it('the database gives no rows either, of what stands or of what stood', async () => {
		expect(await rowsFor(process_manager, 'appraisal')).toBe(0);
		expect(await rowsFor(resident_representative, 'appraisal')).toBe(1);
		expect(await rowsFor(professional, 'appraisal')).toBe(14 + 1);
		const change = { trajectoryId, findingId: first, criterion: 'urgency', score: 4, version: 1 };
		await kernel.run(professional, setAppraisal, { ...change, reason: secret });
		expect(await rowsFor(process_manager, 'kept_version')).toBe(0);
		expect(await rowsFor(professional, 'kept_version')).toBe(1);
	});

	it('nobody can write in the name of another organisation', async () => {
		const pool = createPool(world.database.app, 1);
		const client = await pool.connect();
		const { municipalityId, organisationId } = process_manager;
		try {
			await client.query('BEGIN');
			await client.query('SELECT enter_scope($1, $2, $3, true, NULL, NULL, NULL)', [municipalityId, process_manager.membershipId, organisationId]); // prettier-ignore
			await expect(
				client.query(
					`INSERT INTO appraisal (municipality_id, id, trajectory_id, finding_id, criterion, organisation_id, score, changed_at)
					 VALUES ($1, gen_random_uuid(), $2, $3, 'urgency', $4, 1, now())`,
					[municipalityId, trajectoryId, first, home.organisations.residents],
				),
			).rejects.toThrow(/row-level security/);
		} finally {
			await client.query('ROLLBACK');
			client.release();
			await pool.end();
		}
	});

	it('who leads sees how far each party is, others do not', async () => {
		const { progress } = await kernel.ask(process_manager, readScoring, { trajectoryId });
		expect(progress?.parties.map(({ name, answered }) => [name, answered])).toEqual([
			['Bewonersplatform Arnhem', 0],
			['Gemeente Arnhem', 0],
			['Welzijn Arnhem', 2],
		]);
		expect(progress?.findings).toBe(2);
		const other = await kernel.ask(professional, readScoring, { trajectoryId });
		expect(other.progress).toBeNull();
	});

	it('it is never public, whatever was made public', async () => {
		await makePublic(world, home, ['frame', 'analysis', 'agenda', 'plan']);
		const { visitor } = home;
		const refused = { code: 'sign_in_first' };
		for (const query of [readWeighing, readRanking, listDisagreements, readScoring])
			await expect(kernel.ask(visitor, query as typeof readScoring, { trajectoryId })).rejects.toMatchObject(refused); // prettier-ignore
		expect(JSON.stringify(await kernel.ask(visitor, readReport, { trajectoryId }))).not.toContain(secret); // prettier-ignore
		await makePublic(world, home, []);
	});
});

describe('once a party has answered a finding by every criterion', () => {
	it('it sees the others there, and nowhere else; "cannot judge" counts as an answer', async () => {
		await kernel.run(resident_representative, setAppraisals, {
			...answer(second, 'cannot_judge'),
		});
		const { rows, blind, parties } = await weighing(resident_representative);
		expect(rows.map(({ weighed }) => weighed.finding.text)).toEqual(['Veel verhuizingen']);
		expect(rows[0]?.weighed.criteria[0]?.appraisals).toHaveLength(2);
		expect(blind).toBe(1);
		expect(parties.filter(({ isResidents }) => isResidents)).toMatchObject([
			{ name: 'Bewonersplatform Arnhem', gathered: null },
		]);
		expect(await everythingFor(resident_representative)).toContain(secret);
		expect((await weighing(process_manager)).rows).toEqual([]);
	});

	it('what it changes after seeing is marked, with its first score beside it', async () => {
		await kernel.run(resident_representative, setAppraisal, {
			trajectoryId,
			findingId: second,
			criterion: 'urgency',
			score: 2,
			reason: 'Toch wel.',
			version: 1,
		});
		const { rows } = await weighing(resident_representative);
		const urgency = rows[0]?.weighed.criteria[0]?.appraisals ?? [];
		const own = urgency.find(({ partyId }) => partyId === home.organisations.residents);
		expect(own).toMatchObject({ score: 2, afterSeeing: true, first: { score: null, reason: '' } });
		const other = urgency.find(({ partyId }) => partyId === home.organisations.welfare);
		expect(other).toMatchObject({ score: 4, afterSeeing: false, first: null });
	});

	it('the report still says nothing: it goes from hand to hand', async () => {
		const report = await kernel.ask(professional, readReport, { trajectoryId });
		expect(JSON.stringify(report)).toContain('De weging is nog niet afgesloten');
		expect(JSON.stringify(report)).not.toContain(secret);
	});
});

describe('residents of whom scores were gathered', () => {
	const forResidents = (score: number) => ({ ...answer(first, score, 'Vijf tafels'), voice: 'residents' }); // prettier-ignore

	it('are a party of their own, entered by who leads, after saying how they were gathered', async () => {
		await expect(kernel.run(process_manager, setAppraisals, forResidents(2))).rejects.toMatchObject(
			{ code: 'residents_party.describe_first' },
		);
		await expect(kernel.run(professional, setAppraisals, forResidents(2))).rejects.toMatchObject({
			status: 403,
		});
		const described = { trajectoryId, gathered: 'bewonersavond', people: '23' };
		await expect(kernel.run(professional, describeResidents, described)).rejects.toMatchObject({ status: 403 }); // prettier-ignore
		await kernel.run(process_manager, describeResidents, described);
		await kernel.run(process_manager, setAppraisals, forResidents(2));
		const { parties, rows } = await weighing(professional);
		expect(parties.at(-1)).toMatchObject({
			isResidents: true,
			gathered: { how: 'bewonersavond', people: 23 },
		});
		const found = rows.find(({ weighed }) => weighed.finding.id === first);
		expect(found?.weighed.criteria[1]?.appraisals.map(({ score }) => score).sort()).toEqual([2, 5]);
	});

	it('open nothing to who typed them in, but what they typed', async () => {
		expect((await weighing(process_manager)).rows).toEqual([]);
		const sheet = { trajectoryId, findingId: first, voice: 'residents' };
		const typed = await kernel.ask(process_manager, readWeighingSheet, sheet);
		expect(typed.own.map(({ score }) => score)).toEqual(criteria.map(() => 2));
	});

	it('stay hidden from another who leads, who cannot write over them either', async () => {
		const deputy = await world.addMember(home, 'process_manager', home.organisations.municipality);
		const sheet = { trajectoryId, findingId: first, voice: 'residents' };
		expect(await kernel.ask(deputy, readWeighingSheet, sheet)).toMatchObject({
			own: [],
			isHidden: true,
		});
		await expect(kernel.run(deputy, setAppraisals, forResidents(5))).rejects.toMatchObject({
			code: 'appraisal.entered_by_colleague',
		});
	});

	it('are described anew with the former words kept', async () => {
		const change = { trajectoryId, gathered: 'twee avonden', people: 41, version: 1 };
		expect(await kernel.run(process_manager, describeResidents, change)).toMatchObject({ version: 2 }); // prettier-ignore
		await expect(
			kernel.run(process_manager, describeResidents, { ...change, version: 1 }),
		).rejects.toMatchObject({ code: 'changed_meanwhile' });
		await expect(
			kernel.run(process_manager, describeResidents, { ...change, version: 0 }),
		).rejects.toMatchObject({ data: { current: { gathered: 'twee avonden', people: 41 } } });
	});
});

describe('closing the scoring', () => {
	it('is for who leads', async () => {
		await expect(kernel.run(professional, closeScoring, { trajectoryId })).rejects.toMatchObject({
			code: 'trajectory.not_leading',
		});
	});

	it('shows everything to everyone inside, and nobody scores any more', async () => {
		await kernel.run(process_manager, closeScoring, { trajectoryId });
		await expect(kernel.run(process_manager, closeScoring, { trajectoryId })).rejects.toMatchObject({ code: 'scoring.closed' }); // prettier-ignore
		for (const who of [process_manager, reader, decision_maker]) {
			expect((await weighing(who)).rows).toHaveLength(2);
			expect(await everythingFor(who)).toContain(secret);
		}
		await expect(kernel.run(analyst, setAppraisals, answer(first, 1))).rejects.toMatchObject({
			code: 'scoring.closed',
		});
		const report = JSON.stringify(await kernel.ask(reader, readReport, { trajectoryId }));
		expect(report).toContain('gewogen gemiddelde');
		expect(report).not.toContain('nog niet afgesloten');
	});

	it('can be undone with a reason that stays visible; then it is blind again, and what is scored is marked', async () => {
		await expect(
			kernel.run(process_manager, reopenScoring, { trajectoryId, reason: ' ' }),
		).rejects.toMatchObject({ problems: [{ path: 'reason', code: 'required' }] });
		await kernel.run(process_manager, reopenScoring, { trajectoryId, reason: 'Politie ontbrak.' });
		await expect(
			kernel.run(process_manager, reopenScoring, { trajectoryId, reason: 'Nog eens' }),
		).rejects.toMatchObject({ code: 'scoring.open' });
		expect(await kernel.ask(reader, readScoring, { trajectoryId })).toMatchObject({
			isClosed: false,
			closings: [{ reopenedReason: 'Politie ontbrak.', closedBy: expect.stringContaining('Gemeente') }], // prettier-ignore
		});
		expect((await weighing(analyst)).rows).toEqual([]);
		await kernel.run(analyst, setAppraisals, answer(first, 3));
		const { rows } = await weighing(analyst);
		const late = rows[0]?.weighed.criteria[0]?.appraisals.find(
			({ partyId }) => partyId === home.organisations.municipality,
		);
		expect(late).toMatchObject({ score: 3, afterSeeing: true, first: null });
	});
});
