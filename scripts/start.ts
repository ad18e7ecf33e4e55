// npm start: builds what changed, starts everything, and says where it is.
import { closeExample } from '#features/example/close-example.ts';
import { loadExample } from '#features/example/load-example.ts';
import { systemClock } from '#kernel/clock.ts';
import { startProgram, type Program } from '#server/main.ts';
import { runtime } from '#server/runtime.ts';
import { buildIfChanged } from './support/build.ts';
import { explain, settingsOrExit } from './support/settings.ts';
import { onceAskedToStop } from './support/signals.ts';
import { whoCanSignIn } from './support/introduction.ts';

const config = settingsOrExit();
const log = (line: string) => console.log(line);

const starting: Promise<Program> = startProgram(config, log, async () => {
	await buildIfChanged(log);
	await prepareFirstUse();
});
onceAskedToStop(async () => {
	const program = await starting.catch(() => undefined);
	await program?.stop();
});

try {
	await starting;
	console.log(`Wijkagenda is ready at ${config.publicUrl}`);
	await introduce();
} catch (error) {
	explain(error);
	process.exit(1);
}

/** The single place where the example is loaded, on the very first start; in production nobody is let in by it. */
async function prepareFirstUse(): Promise<void> {
	if (config.demo) await loadExample(runtime().database, log);
	else await closeExample(runtime().database.owner, systemClock);
}

/** The single place that says who one can sign in as. */
async function introduce(): Promise<void> {
	for (const line of await whoCanSignIn(config, runtime().database)) console.log(line);
}
