import { ConfigError, readConfig, type Config } from '#server/config.ts';

/** The settings from the environment; says every problem and ends the process when there are any. */
export function settingsOrExit(): Config {
	try {
		return readConfig(process.env);
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		for (const problem of error.problems) console.error(problem);
		process.exit(1);
	}
}

/** Says why something failed: one sentence for people, everything with LOG_LEVEL=debug. */
export function explain(error: unknown): void {
	if (process.env.LOG_LEVEL === 'debug') console.error(error);
	else console.error(error instanceof Error ? error.message : String(error));
}
