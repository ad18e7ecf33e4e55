import type { Kysely } from 'kysely';
import type { DB } from './schema.ts';

declare const canWrite: unique symbol;

/**
 * A handle that reads. It has no method that writes, and the database refuses a write that is forced through it:
 * its transaction is READ ONLY.
 */
export type Reader = Pick<
	Kysely<DB>,
	'selectFrom' | 'with' | 'withRecursive' | 'selectNoFrom' | 'fn' | 'getExecutor'
>;

/** A handle inside the transaction of a command. Only the kernel makes one, so a write outside of one cannot compile. */
export type Tx = Kysely<DB> & { readonly [canWrite]: true };
