// Read by the type check and by reader.test.ts; never run. Each marked line must not compile.
import type { Pool } from 'pg';
import type { Reader, Tx } from '#server/database/handles.ts';
import { reading, writing, type Scope } from '#server/database/transaction.ts';
import type { Kysely } from 'kysely';
import type { DB } from '#server/database/schema.ts';

declare const pool: Pool;
declare const scope: Scope;
declare function writes(tx: Tx): Promise<void>;
declare const connection: Kysely<DB>;

export async function throughAReader(reader: Reader): Promise<void> {
	await reader.selectFrom('trajectory').select('id').execute();
	// @ts-expect-error -- a reader adds nothing
	await reader.insertInto('trajectory').execute();
	// @ts-expect-error -- a reader changes nothing
	await reader.updateTable('trajectory').set({ goals: '' }).execute();
	// @ts-expect-error -- a reader removes nothing
	await reader.deleteFrom('trajectory').execute();
	// @ts-expect-error -- a reader opens no transaction of its own
	await reader.transaction().execute(async () => {});
	// @ts-expect-error -- a reader is no handle of a command
	await writes(reader);
}

export async function outsideACommand(): Promise<void> {
	// @ts-expect-error -- a connection of one's own is no handle of a command either
	await writes(connection);
	await reading(pool, scope, async (reader) => {
		// @ts-expect-error -- nor is what a query gets
		await writes(reader);
	});
	await writing(pool, scope, {
		work: async (tx) => {
			await writes(tx);
			return { outcome: null };
		},
	});
}
