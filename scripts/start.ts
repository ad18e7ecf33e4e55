// npm start: builds what changed, starts everything, and says where it is.
import { closeExample } from '#features/example/close-example.ts';
import { loadExample } from '#features/example/load-example.ts';
import { seedEverywhere } from '#features/content/content.server.ts';
import { systemClock } from '#kernel/clock.ts';
import { asOwner } from '#server/database/owner.ts';
import { startProgram, type Program } from '#server/main.ts';
import { runtime } from '#server/runtime.ts';
import { buildIfChanged } from './support/build.ts';
import { explain, settingsOrExit } from './support/settings.ts';
import { onceAskedToStop } from './support/signals.ts';
import { whoCanSignIn } from './support/introduction.ts';

const config = settingsOrExit();
const log = (line: string) => console.log(line);

const starting = start();
onceAskedToStop(async () => {
	const program = await starting.catch(() => undefined);
	await program?.stop();
});

try {
	await starting;
} catch (error) {
	explain(error);
	process.exit(1);
}

/** All that asks the database comes before the last line is printed: from then on a stop may come at any moment. */
async function start(): Promise<Program> {
	const program = await startProgram(config, log, async () => {
		await buildIfChanged(log);
		await bringContent();
		await prepareFirstUse();
	});
	const introduction = await whoCanSignIn(config, runtime().database);
	log(`Wijkagenda is ready at ${config.publicUrl}`);
	for (const line of introduction) log(line);
	return program;
}

/** What came with a newer program, such as another framework, for the municipalities that are there already. */
async function bringContent(): Promise<void> {
	await asOwner(runtime().database.owner, (tx) => seedEverywhere(tx, systemClock.now()));
}

/** The single place where the example is loaded, on the very first start; in production nobody is let in by it. */
async function prepareFirstUse(): Promise<void> {
	if (config.demo) await loadExample(runtime().database, log);
	else await closeExample(runtime().database.owner, systemClock);
}
