import { prepareDatabase } from './connection.ts';
import type { Database } from './database.ts';
import { DataFolderInUse } from './embedded/lock.ts';
import { runningEmbedded } from './embedded/running.ts';

/**
 * The database for a command line next to the program: the one that the running program has, or else started for as
 * long as the command line takes. Call `stop` when done; it leaves a running program alone.
 */
export async function reachDatabase(
	config: { dataDir: string; databaseUrl: string | undefined },
	log: (line: string) => void,
): Promise<Database> {
	try {
		return await prepareDatabase(config, log);
	} catch (error) {
		if (!(error instanceof DataFolderInUse)) throw error;
		const running = runningEmbedded(config.dataDir);
		return { ...running, stopping: () => undefined, stop: async () => undefined };
	}
}
