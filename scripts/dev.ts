// npm run dev: the same database and settings, with Vite's development server in front.
import { createServer } from 'vite';
import { loadExample } from '#features/example/load-example.ts';
import { prepareDatabase } from '#server/database/connection.ts';
import { sendMailWhileRunning } from '#server/mail.ts';
import { runEndings, runtime, setRuntime } from '#server/runtime.ts';
import { ROOT } from './support/build.ts';
import { explain, settingsOrExit } from './support/settings.ts';
import { whoCanSignIn } from './support/introduction.ts';
import { onceAskedToStop } from './support/signals.ts';

const config = settingsOrExit();

async function start(): Promise<() => Promise<void>> {
	const database = await prepareDatabase(config, (line) => console.log(line));
	setRuntime({ config, database: { app: database.app, owner: database.owner } });
	try {
		if (config.demo) await loadExample(runtime().database, (line) => console.log(line));
		const vite = await createServer({
			root: ROOT,
			server: { host: config.host, port: config.port, strictPort: true },
		});
		await vite.listen();
		sendMailWhileRunning(config, database.app, (line) => console.log(line));
		return async () => {
			database.stopping();
			await vite.close();
			await runEndings();
			await database.stop();
		};
	} catch (error) {
		await database.stop();
		throw error;
	}
}

const starting = start();
onceAskedToStop(async () => (await starting.catch(() => undefined))?.());
try {
	await starting;
	console.log(`Wijkagenda is ready at ${config.publicUrl} (development)`);
	for (const line of await whoCanSignIn(config, runtime().database)) console.log(line);
} catch (error) {
	explain(error);
	process.exit(1);
}
