import type { PoolClient } from 'pg';

interface Stream {
	cork(): void;
	uncork(): void;
}

/**
 * Lets the questions that are asked of a pipelined connection from here until the program waits for something leave in
 * one write: a write to a socket costs more than all that PostgreSQL does with a short question.
 */
export function gatherWrites(client: PoolClient): void {
	const { stream } = (client as unknown as { connection: { stream: Stream } }).connection;
	stream.cork();
	setImmediate(() => stream.uncork());
}
