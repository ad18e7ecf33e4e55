import { sql } from 'kysely';
import type { ClientConfig } from 'pg';
import type { Member } from '#kernel/actor.ts';
import { systemClock } from '#kernel/clock.ts';
import { createKernel, type Kernel } from '#kernel/kernel.server.ts';
import type { Language } from '#locales/messages.ts';
import type { Tx } from '#server/database/handles.ts';
import { asOwner } from '#server/database/owner.ts';
import { createPool } from '#server/database/pool.ts';
import { loadAgenda } from './example-agenda.ts';
import { loadAnalysis } from './example-analysis.ts';
import { loadEvidence } from './example-evidence.ts';
import { readExample, type Example } from './example-file.ts';
import { makeExampleMunicipality } from './example-municipality.ts';
import { exampleId, stepId, type ExampleRun } from './example-step.ts';
import { lastStepId, loadTrajectory, publishExample } from './example-trajectory.ts';

/** What each room brings in, in the order in which the method fills them. */
const parts: ((run: ExampleRun, owner: ClientConfig) => Promise<void>)[] = [
	loadTrajectory,
	loadEvidence,
	loadAnalysis,
	loadAgenda,
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
	const kernel = createKernel({ pool, clock: systemClock, publish: () => {} });
	try {
		for (const language of ['nl', 'en'] as const)
			await loadIn(language, kernel, example, database.owner);
	} finally {
		await pool.end();
	}
	return true;
}

async function loadIn(
	language: Language,
	kernel: Kernel,
	example: Example,
	owner: ClientConfig,
): Promise<void> {
	const run: ExampleRun = {
		kernel,
		system: { kind: 'system', municipalityId: exampleId('municipality'), language },
		processManager: processManagerOf(example, language),
		language,
		example,
		trajectoryId: stepId({ language }, 'trajectory'),
		organisations: new Map(
			example.organisations.map(({ id }) => [id, exampleId('organisation', id)]),
		),
	};
	for (const part of parts) await part(run, owner);
	await publishExample(run);
}

/** In whose name the example is brought in: the process manager of the municipality. */
function processManagerOf(example: Example, language: Language): Member {
	const persona = example.personas.find(({ role }) => role === 'process-manager');
	if (!persona) throw new Error('The example has no process manager.');
	const { municipality } = example;
	return {
		kind: 'member',
		municipalityId: exampleId('municipality'),
		municipalitySlug: municipality.slug,
		municipalityName: municipality.name[language],
		membershipId: exampleId('persona', persona.id),
		personId: exampleId('persona', persona.id),
		organisationId: exampleId('organisation', persona.organisation),
		organisationName: '',
		role: 'process_manager',
		name: persona.name[language],
		language,
		via: 'browser',
		session: null,
	};
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
