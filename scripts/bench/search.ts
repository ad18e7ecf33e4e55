import pg, { type Pool } from 'pg';
import { evidenceChoices, listEvidence } from '#features/evidence/evidence.queries.server.ts';
import type { Member } from '#kernel/actor.ts';
import { systemClock } from '#kernel/clock.ts';
import { newId } from '#kernel/id.ts';
import { createKernel } from '#kernel/kernel.server.ts';
import { asOwner } from '#server/database/owner.ts';
import { createPool } from '#server/database/pool.ts';
import { seededRandom } from '#statistics/seeded-random.ts';
import { medianMilliseconds, perSecond } from './load.ts';
import { recorded, replaying } from './recorded.ts';
import { compared, single, type Result } from './result.ts';
import { addTrajectory, type Stage } from './stage.ts';

const clients = 10;
const seconds = 5;

/** What is looked for: a rare word, one in half of all texts, several together, a synonym, and a typing mistake. */
const searches = ['kermis', 'plein', 'plein kinderen bankje', 'hangjeugd', 'plien'];

/** Searching 50,000 sources in the database, and a list of 20 of them against one of 1,000. */
export async function benchSearch(stage: Stage): Promise<Result[]> {
	const few = await addSources(stage, 'bench-duizend', 1000);
	const many = await addSources(stage, 'bench-vijftigduizend', 50_000);
	return [...(await timeSearches(stage, many)), await compareLists(stage, few, many)];
}

async function timeSearches(stage: Stage, trajectoryId: string): Promise<Result[]> {
	const pool = createPool(stage.app, 1);
	const kernel = createKernel({ pool, clock: systemClock, publish: () => {} });
	const member = memberOf(stage);
	const results: Result[] = [];
	for (const search of searches) {
		const ask = () => kernel.ask(member, listEvidence, { trajectoryId, search });
		const { items, total, hasMore } = await ask();
		if (items.length === 0) throw new Error(`Nothing was found for ${search}.`);
		const found = `${hasMore ? 'more than ' : ''}${total} found`;
		results.push(await inDatabase(stage, pool, ask, `Searching 50,000 sources for “${search}”, in the database (${found})`)); // prettier-ignore
	}
	const choices = () => kernel.ask(member, evidenceChoices, { trajectoryId });
	await choices();
	results.push(await inDatabase(stage, pool, choices, 'The choices of the filter for 50,000 sources, in the database')); // prettier-ignore
	await pool.end();
	return results;
}

const times = 30;

/**
 * What PostgreSQL takes for a question that was asked before: all its statements, the rights with them. Beside it the
 * processor time of that, which is the same however busy the machine is.
 */
async function inDatabase(
	stage: Stage,
	pool: Pool,
	ask: () => Promise<unknown>,
	name: string,
): Promise<Result> {
	const bare = await replaying(stage.app, await recorded(pool, ask));
	await bare.again();
	const before = bare.processorTime();
	let asked = 0;
	const took = await medianMilliseconds(times, () => ((asked += 1), bare.again()));
	const after = bare.processorTime();
	await bare.end();
	const aim = 'under 15 ms';
	if (before === null || after === null) return single(name, took, 'ms', aim);
	const processor = { name: 'its processor time', value: (after - before) / asked };
	return compared(name, took, 'ms', processor, aim);
}

async function compareLists(stage: Stage, few: string, many: string): Promise<Result> {
	const list = (trajectoryId: string) =>
		perSecond({
			url: stage.url,
			clients,
			seconds,
			expect: 200,
			call: () => ({
				method: 'GET',
				path: `/api/v1/trajecten/${trajectoryId}/bronnen`,
				headers: { authorization: `Bearer ${stage.token}` },
			}),
		});
	const ofFew = await list(few);
	return compared(
		'20 of 50,000 sources as JSON, 10 clients',
		await list(many),
		'per second',
		{ name: '20 of 1,000', value: ofFew },
		'as fast',
	);
}

/** The process manager of the example, as the program knows who asks. */
function memberOf({ membershipId, municipalityId, organisationId }: Stage): Member {
	return {
		kind: 'member',
		municipalityId,
		municipalitySlug: 'arnhem',
		municipalityName: 'Arnhem',
		membershipId,
		personId: newId(),
		organisationId,
		organisationName: 'Bench',
		role: 'process_manager',
		name: 'Bench',
		language: 'nl',
		via: 'token',
		session: null,
	};
}

const ordinary = 'kinderen ouders bankje winkel fiets hond avond middag gezellig rustig druk praten lopen zitten spelen boom gras straat hoek buurt mensen samen vaak soms muziek school markt'.split(' '); // prettier-ignore

/** A text of some forty words; every second one says “plein”, one in a thousand “kermis”, one in a hundred something of youth. */
function textOf(random: () => number, index: number): string {
	const words = Array.from({ length: 36 }, () => ordinary[Math.floor(random() * ordinary.length)]);
	// Words of its own, as texts of people have.
	words.push(`woord${Math.floor(random() * 20_000)}`);
	if (index % 2 === 0) words.push('plein');
	if (index % 1000 === 0) words.push('kermis');
	if (index % 100 === 0) words.push('jongeren op straat');
	return words.join(' ');
}

async function addSources(stage: Stage, areaSlug: string, count: number): Promise<string> {
	const trajectoryId = await addTrajectory(stage, areaSlug);
	const random = seededRandom(count);
	await asOwner(stage.owner, async (tx) => {
		const began = Date.now() - count * 1000;
		for (let from = 0; from < count; from += 500) {
			const rows = Array.from({ length: Math.min(500, count - from) }, (_, at) => ({
				municipality_id: stage.municipalityId,
				id: newId(),
				trajectory_id: trajectoryId,
				kind: 'observation',
				title: `Waarneming ${from + at}`,
				place: `Plek ${(from + at) % 40}`,
				happened_at: new Date(began + (from + at) * 1000),
				themes: ['ontmoeting'],
				visibility: (from + at) % 10 === 0 ? 'organisation' : 'participants',
				details: JSON.stringify({
					seen: textOf(random, from + at),
					// Also found by the words of the form: every tenth was a square.
					...((from + at) % 10 === 0 && { placeKind: 'square' }),
				}),
				organisation_id: stage.organisationId,
				created_by: stage.membershipId,
				created_at: new Date(began + (from + at) * 1000),
			}));
			await tx.insertInto('evidence').values(rows).execute();
		}
	});
	// What PostgreSQL does by itself within a minute: without it, it plans for the few sources of the example, and looks
	// up every row of which the index already says all.
	const owner = new pg.Client(stage.owner);
	await owner.connect();
	await owner.query('VACUUM ANALYZE evidence, evidence_word');
	await owner.end();
	return trajectoryId;
}
