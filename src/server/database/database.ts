import type { ClientConfig } from 'pg';

/** The database of a running program, whichever kind it is. */
export type Database = {
	owner: ClientConfig;
	app: ClientConfig;
	/** tells a next start on the same data that this one is on its way out */
	stopping(): void;
	stop(): Promise<void>;
};
