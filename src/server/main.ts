import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Config } from './config.ts';
import { prepareDatabase } from './database/connection.ts';
import { UPLOAD_LIMIT } from './http/bodylimit.ts';
import { announceHeaders } from './http/origin.ts';
import { listen, type Handler } from './http/server.ts';
import { sendMailWhileRunning } from './mail.ts';
import { runEndings, setRuntime } from './runtime.ts';

export type Log = (line: string) => void;

/** A started program: `stop` ends it in order and may be called more than once. */
export type Program = { stop(): Promise<void> };

const HANDLER = path.resolve(import.meta.dirname, '../../build/handler.js');

/**
 * Starts everything in order: database, port, build, handler. What was started is stopped again
 * when a later step fails. `build` is called when data and port are known to be free.
 */
export async function startProgram(
	config: Config,
	log: Log,
	build: () => Promise<void>,
): Promise<Program> {
	const steps: (() => Promise<void>)[] = [];
	const unwind = async () => {
		for (let step = steps.pop(); step; step = steps.pop()) await step();
	};
	let stopped: Promise<void> | undefined;
	const stop = () => (stopped ??= unwind());
	try {
		const database = await prepareDatabase(config, log);
		steps.push(database.stop, runEndings);
		setRuntime({ config, database: { app: database.app, owner: database.owner } });
		const web = await listen(config);
		steps.push(async () => {
			database.stopping();
			await web.close();
		});
		await build();
		web.serve(await loadHandler());
		sendMailWhileRunning(config, database.app, log);
		return { stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** SvelteKit's handler takes its settings from the environment at the moment it is loaded. */
async function loadHandler(): Promise<Handler> {
	announceHeaders(process.env);
	// The limit of the largest route; smaller ones are kept by our own server (bodylimit.ts).
	process.env.BODY_SIZE_LIMIT = String(UPLOAD_LIMIT + 1024 * 1024);
	const built = (await import(pathToFileURL(HANDLER).href)) as { handler: Handler };
	return built.handler;
}
