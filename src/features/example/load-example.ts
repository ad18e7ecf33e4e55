import { sql } from 'kysely';
import type { ClientConfig } from 'pg';
import type { Member } from '#kernel/actor.ts';
import { systemClock } from '#kernel/clock.ts';
import { createKernel } from '#kernel/kernel.server.ts';
import type { Language } from '#locales/messages.ts';
import type { Tx } from '#server/database/handles.ts';
import { asOwner } from '#server/database/owner.ts';
import { createPool } from '#server/database/pool.ts';
import { loadAgenda } from './example-agenda.ts';
import { loadAnalysis } from './example-analysis.ts';
import { loadEvidence } from './example-evidence.ts';
import { loadLifeworld } from './example-lifeworld.ts';
import { nameOf, readExample, type Example } from './example-file.ts';
import { makeExampleMunicipality } from './example-municipality.ts';
import { exampleClock, exampleId, stepId, type ExampleRun } from './example-step.ts';
import { lastStepId, loadTrajectory, publishExample } from './example-trajectory.ts';

/** What each room brings in, in the order in which the method fills them. */
const rooms: ((run: ExampleRun) => Promise<void>)[] = [
	loadTrajectory,
	loadEvidence,
	loadAnalysis,
	loadAgenda,
	loadLifeworld,
];

/**
 * Loads the example on the very first start: into a database without any municipality, and again into one where an
 * earlier load was broken off. Everything but the municipality itself goes through the commands that people use.
 * Gives whether it loaded anything.
 */
export async function loadExample(
	database: { owner: ClientConfig; app: ClientConfig },
	log: (line: string) => void,
): Promise<boolean> {
	return asOwner(database.owner, async (lock) => {
		// Two programs that start on one empty database: the second waits, and finds it loaded.
		await sql`SELECT pg_advisory_xact_lock(${exampleLock})`.execute(lock);
		return load(database, log);
	});
}

const exampleLock = 7_204_115;

async function load(
	database: { owner: ClientConfig; app: ClientConfig },
	log: (line: string) => void,
): Promise<boolean> {
	const state = await asOwner(database.owner, findState);
	if (state === 'not wanted') return false;
	log('Loading the example…');
	const example = readExample();
	if (state === 'empty')
		await asOwner(database.owner, (tx) => makeExampleMunicipality(tx, systemClock, example));
	const pool = createPool(database.app, 2);
	const clock = exampleClock();
	const kernel = createKernel({ pool, clock, publish: () => {} });
	const firstLoaded = await asOwner(database.owner, whenBegun);
	const { owner } = database;
	try {
		for (const language of ['nl', 'en'] as const)
			await loadIn(language, { kernel, clock, example, owner, firstLoaded });
	} finally {
		await pool.end();
	}
	return true;
}

async function loadIn(
	language: Language,
	parts: Pick<ExampleRun, 'kernel' | 'clock' | 'example' | 'owner' | 'firstLoaded'>,
): Promise<void> {
	const { example } = parts;
	const members = membersOf(example, language);
	const run: ExampleRun = {
		...parts,
		system: { kind: 'system', municipalityId: exampleId('municipality'), language },
		processManager: processManagerOf(members),
		members,
		language,
		trajectoryId: stepId({ language }, 'trajectory'),
		organisations: new Map(
			example.organisations.map(({ id }) => [id, exampleId('organisation', id)]),
		),
	};
	for (const load of rooms) await load(run);
	await publishExample(run);
}

/** In whose name the example is brought in: the process manager of the municipality. */
function processManagerOf(members: ExampleRun['members']): Member {
	const found = [...members.values()].find(({ role }) => role === 'process_manager');
	if (!found) throw new Error('The example has no process manager.');
	return found;
}

/** The personas as members, by their names in the file. */
function membersOf({ personas, municipality }: Example, language: Language): ExampleRun['members'] {
	return new Map(
		personas.map(({ id, role, organisation, name }) => [
			id,
			{
				kind: 'member' as const,
				municipalityId: exampleId('municipality'),
				municipalitySlug: municipality.slug,
				municipalityName: municipality.name[language],
				membershipId: exampleId('persona', id),
				personId: exampleId('persona', id),
				organisationId: exampleId('organisation', organisation),
				organisationName: '',
				role: nameOf(role),
				name: name[language],
				language,
				via: 'browser' as const,
				session: null,
			},
		]),
	);
}

async function whenBegun(tx: Tx): Promise<Date> {
	const { created_at } = await tx
		.selectFrom('municipality')
		.select('created_at')
		.where('id', '=', exampleId('municipality'))
		.executeTakeFirstOrThrow();
	return created_at;
}

async function findState(tx: Tx): Promise<'empty' | 'unfinished' | 'not wanted'> {
	const any = await tx.selectFrom('municipality').select('id').limit(1).executeTakeFirst();
	if (!any) return 'empty';
	const municipalityId = exampleId('municipality');
	const ours = await tx
		.selectFrom('municipality')
		.select('id')
		.where('id', '=', municipalityId)
		.executeTakeFirst();
	if (!ours) return 'not wanted';
	const finished = await tx
		.selectFrom('command_record')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', lastStepId('en'))
		.executeTakeFirst();
	return finished ? 'not wanted' : 'unfinished';
}
