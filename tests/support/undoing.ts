import type { Pool, PoolClient } from 'pg';

/** The same pool, but nothing stays: every transaction is undone where it would be committed. */
export function undoingPool(pool: Pool): Pool {
	return new Proxy(pool, {
		get(target, key) {
			const value: unknown = Reflect.get(target, key);
			if (key === 'connect') return async () => undoingClient(await target.connect());
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
}

function undoingClient(client: PoolClient): PoolClient {
	return new Proxy(client, {
		get(target, key) {
			const value: unknown = Reflect.get(target, key);
			if (typeof value !== 'function') return value;
			if (key !== 'query') return value.bind(target);
			return (text: unknown, ...rest: unknown[]) =>
				value.call(target, text === 'COMMIT' ? 'ROLLBACK' : text, ...rest);
		},
	});
}
