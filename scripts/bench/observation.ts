import { createPool } from '#server/database/pool.ts';
import { newId } from '#kernel/id.ts';
import { perSecond } from './load.ts';
import { workPerSecond } from './rates.ts';
import { compared, type Result } from './result.ts';
import type { Stage } from './stage.ts';

const clients = 8;
const seconds = 5;

const observation = {
	place: 'Plein bij de winkels',
	moment: '2026-03-02',
	busy: 'normal',
	who: ['older-people'],
	mood: 'pleasant',
	seen: 'Ouderen praten op de bankjes; er is ruimte om te zitten.',
	themes: ['ontmoeting'],
};

/** Storing an observation over the API, against the bare driver doing the same transaction. */
export async function benchObservation(stage: Stage): Promise<Result[]> {
	const body = JSON.stringify(observation);
	const stored = await perSecond({
		url: stage.url,
		clients,
		seconds,
		expect: 201,
		call: () => ({
			method: 'POST',
			path: `/api/v1/trajecten/${stage.trajectoryId}/waarnemingen`,
			headers: {
				authorization: `Bearer ${stage.token}`,
				'content-type': 'application/json',
				'idempotency-key': newId(),
			},
			body,
		}),
	});
	const bare = await bareDriver(stage);
	return [
		compared(
			'Storing an observation over the API, 8 clients, fsync on',
			stored,
			'per second',
			{ name: 'the same transaction through the bare driver', value: bare },
			'at least half',
		),
	];
}

/** BEGIN, the same two rows, COMMIT: what is left when there is no program around it. */
async function bareDriver(stage: Stage): Promise<number> {
	const pool = createPool(stage.owner, clients);
	const details = JSON.stringify(observation);
	const rate = await workPerSecond(clients, seconds, async () => {
		const client = await pool.connect();
		const work = async () => {
			const id = newId();
			await client.query('BEGIN');
			await client.query({
				name: 'evidence',
				text: `INSERT INTO evidence (municipality_id, id, trajectory_id, kind, title, place, happened_at, themes, details, organisation_id, created_by, created_at)
					VALUES ($1, $2, $3, 'observation', $4, $5, now(), $6, $7, $8, $9, now())`,
				values: [
					stage.municipalityId,
					id,
					stage.trajectoryId,
					observation.place,
					observation.place,
					observation.themes,
					details,
					stage.organisationId,
					stage.membershipId,
				],
			});
			await client.query({
				name: 'record',
				text: `INSERT INTO command_record (municipality_id, id, command, membership_id, at, trajectory_id, subject_id, input_hash, result)
					VALUES ($1, $2, 'observation.add', $3, now(), $4, $2, 'hash', '{}')`,
				values: [stage.municipalityId, id, stage.membershipId, stage.trajectoryId],
			});
			await client.query('COMMIT');
		};
		return { work, end: () => client.release() };
	});
	await pool.end();
	return rate;
}
