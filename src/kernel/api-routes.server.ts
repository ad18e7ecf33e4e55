import type { AnyCommand } from './command.server.ts';
import type { AnyQuery } from './query.server.ts';

export type Endpoint = AnyCommand | (AnyQuery & { http: NonNullable<AnyQuery['http']> });

interface Match {
	endpoint: Endpoint;
	/** What the path says: the values of its `{names}`. */
	params: Record<string, string>;
}

/** A query by whose policy bytes are taken piece by piece. */
export type PiecesEndpoint = AnyQuery & { pieces: string };

export interface ApiRoutes {
	endpoints: Endpoint[];
	/** Beside the endpoints: what routes of their own answer. */
	pieces: PiecesEndpoint[];
	/** Finds the endpoint of a method and path; the methods there are when only the method is wrong; null for no such path. */
	match(method: string, path: string): Match | { allowed: string[] } | null;
}

/** The API's table of routes, out of the registry. Throws when two share a method and path. */
export function apiRoutes(commands: AnyCommand[], queries: AnyQuery[]): ApiRoutes {
	const endpoints: Endpoint[] = [
		...commands,
		...queries.filter((query): query is Endpoint & AnyQuery => query.http !== undefined),
	];
	const table = endpoints.map((endpoint) => ({ endpoint, pattern: toPattern(endpoint.http.path) }));
	refuseTwins(endpoints);
	return {
		endpoints,
		pieces: queries.filter((query): query is PiecesEndpoint => query.pieces !== undefined),
		match(method, path) {
			const found = table.flatMap(({ endpoint, pattern }) => {
				const groups = pattern.exec(path);
				return groups ? [{ endpoint, params: { ...groups.groups } }] : [];
			});
			if (found.length === 0) return null;
			const exact = found.find(({ endpoint }) => endpoint.http.method === method);
			return exact ?? { allowed: found.map(({ endpoint }) => endpoint.http.method) };
		},
	};
}

function toPattern(path: string): RegExp {
	return new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
}

function refuseTwins(endpoints: Endpoint[]): void {
	const seen = new Map<string, string>();
	for (const { http, name } of endpoints) {
		const key = `${http.method} ${http.path.replace(/\{\w+\}/g, '{}')}`;
		const twin = seen.get(key);
		if (twin) throw new Error(`${name} and ${twin} share ${key}.`);
		seen.set(key, name);
	}
}
