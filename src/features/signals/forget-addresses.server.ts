import pg, { type ClientConfig } from 'pg';

/** Forgets addresses of residents that were not confirmed in a week, and any after a year. Asked every night. */
export async function forgetAddresses(owner: ClientConfig, at: Date): Promise<void> {
	const client = new pg.Client(owner);
	await client.connect();
	try {
		await client.query('SELECT forget_signal_addresses($1)', [at]);
	} finally {
		await client.end();
	}
}
