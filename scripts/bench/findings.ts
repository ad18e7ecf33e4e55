import { sql } from 'kysely';
import { createPool } from '#server/database/pool.ts';
import { asOwner } from '#server/database/owner.ts';
import { newId } from '#kernel/id.ts';
import { perSecond, type Call } from './load.ts';
import { workPerSecond } from './rates.ts';
import { compared, type Result } from './result.ts';
import { addTrajectory, type Stage } from './stage.ts';

const clients = 10;
const seconds = 5;
const many = 5000;

/** A list of 20 of 5,000 findings with rights applied, as JSON and as a page, against its SQL over the bare driver. */
export async function benchFindings(stage: Stage): Promise<Result[]> {
	const { areaSlug, trajectoryId } = await addFindings(stage);
	const ask = (call: Call) =>
		perSecond({ url: stage.url, clients, seconds, expect: 200, call: () => call });
	const json = await ask({
		method: 'GET',
		path: `/api/v1/trajecten/${trajectoryId}/bevindingen`,
		headers: { authorization: `Bearer ${stage.token}` },
	});
	const page = await ask({
		method: 'GET',
		path: `/arnhem/${areaSlug}/2026/analyse/lijst`,
		headers: { cookie: `wijkagenda=${stage.cookie}` },
	});
	const bare = {
		name: 'the SQL of the list over the bare driver',
		value: await bareList(stage, trajectoryId),
	};
	return [
		compared(
			'20 of 5,000 findings as JSON, 10 clients',
			json,
			'per second',
			bare,
			'900 per second on 2 cores',
		),
		compared(
			'20 of 5,000 findings as a page, 10 clients',
			page,
			'per second',
			bare,
			'600 per second on 2 cores',
		),
	];
}

/** A trajectory of its own with as many findings as a very large one has, a third with a source. */
async function addFindings(stage: Stage): Promise<{ areaSlug: string; trajectoryId: string }> {
	const areaSlug = 'bench';
	const trajectoryId = await addTrajectory(stage, areaSlug);
	await asOwner(stage.owner, async (tx) => {
		const at = Date.now();
		for (let from = 0; from < many; from += 500)
			await tx
				.insertInto('finding')
				.values(
					Array.from({ length: 500 }, (_, index) => ({
						municipality_id: stage.municipalityId,
						id: newId(),
						trajectory_id: trajectoryId,
						kind: index % 2 ? 'risk' : 'protective',
						text: `Bevinding ${from + index}: bewoners ontmoeten elkaar bij het plein en helpen elkaar met kleine dingen.`,
						themes: ['ontmoeting', 'sociale-netwerken'],
						organisation_id: stage.organisationId,
						created_by: stage.membershipId,
						created_at: new Date(at + from + index),
						changed_at: new Date(at + from + index),
					})),
				)
				.execute();
		// What PostgreSQL does by itself within a minute: without it, it plans for the few findings of the example.
		await sql`ANALYZE finding`.execute(tx);
	});
	return { areaSlug, trajectoryId };
}

/** The same rows with the same rights (the program's role, row-level security on), one statement, no transaction of our own. */
async function bareList(stage: Stage, trajectoryId: string): Promise<number> {
	const pool = createPool(stage.app, clients);
	const rate = await workPerSecond(clients, seconds, async () => {
		const client = await pool.connect();
		await client.query(
			`SELECT set_config('app.municipality', '${stage.municipalityId}', false), set_config('app.audience', 'member', false)`,
		);
		return {
			work: () =>
				client.query({
					name: 'list',
					text: `SELECT f.id, f.kind, f.signal_kind, f.text, f.themes, f.organisation_id, o.name, f.created_at, f.changed_at, f.version,
						(SELECT count(*) FROM citation c WHERE c.municipality_id = f.municipality_id AND c.finding_id = f.id) AS sources
						FROM finding f JOIN organisation o ON o.municipality_id = f.municipality_id AND o.id = f.organisation_id
						WHERE f.municipality_id = $1 AND f.trajectory_id = $2 AND f.withdrawn_at IS NULL
						ORDER BY f.created_at DESC, f.id DESC LIMIT 21`,
					values: [stage.municipalityId, trajectoryId],
				}),
			end: () => client.release(),
		};
	});
	await pool.end();
	return rate;
}
