import { toJsonSchema } from '@valibot/to-json-schema';
import type { ApiRoutes, Endpoint } from './api-routes.server.ts';
import { pieceOperations } from './openapi-pieces.server.ts';

type Json = Record<string, unknown>;

interface ObjectSchema extends Json {
	properties?: Record<string, Json>;
	required?: string[];
}

/** The OpenAPI 3.0 document of the API, made out of the registry: nothing in it is written twice. */
export function openApiDocument(
	routes: ApiRoutes,
	version: string,
	origin: string,
	email: string,
): Json {
	const paths: Record<string, Json> = {};
	for (const endpoint of routes.endpoints) {
		const { method, path } = endpoint.http;
		paths[path] = { ...paths[path], [method.toLowerCase()]: operation(endpoint) };
	}
	for (const endpoint of routes.pieces) {
		const names = namesIn(endpoint.pieces);
		const schema = inputSchema(endpoint);
		paths[endpoint.pieces] = pieceOperations(endpoint, {
			parameters: names.map((name) => parameter('path', name, schema)),
			refusals,
		});
	}
	return {
		openapi: '3.0.3',
		info: {
			title: 'Wijkagenda',
			description:
				'Every change is a command and every read a query; the pages of the program use the same ones.',
			version,
			contact: { name: 'Wijkagenda', url: origin, email },
			license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
		},
		servers: [{ url: `${origin}/api/v1` }],
		security: [{ token: [] }],
		paths,
		components: {
			securitySchemes: {
				token: { type: 'http', scheme: 'bearer', description: 'A personal access token.' },
			},
			headers: {
				'API-Version': { description: 'The version of the API.', schema: { type: 'string' } },
			},
			schemas: { Problem: problemSchema },
		},
	};
}

function operation(endpoint: Endpoint): Json {
	const schema = inputSchema(endpoint);
	const names = namesIn(endpoint.http.path);
	const rest = Object.keys(schema.properties ?? {}).filter((name) => !names.includes(name));
	const isRead = endpoint.kind === 'query';
	return {
		operationId: endpoint.name,
		summary: endpoint.summary,
		tags: [endpoint.name.split('.')[0]],
		parameters: [
			...names.map((name) => parameter('path', name, schema)),
			...(isRead ? rest.map((name) => parameter('query', name, schema)) : [idempotencyKey]),
		],
		...(!isRead && rest.length > 0 && { requestBody: body(rest, schema) }),
		responses: {
			[isRead ? '200' : endpoint.http.method === 'POST' ? '201' : '200']: {
				description: 'Done',
				headers: { 'API-Version': { $ref: '#/components/headers/API-Version' } },
				content: { 'application/json': { schema: { type: 'object' } } },
			},
			...refusals,
		},
	};
}

function namesIn(path: string): string[] {
	return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

function refusal(description: string): Json {
	return {
		description,
		headers: { 'API-Version': { $ref: '#/components/headers/API-Version' } },
		content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
	};
}

const refusals: Json = {
	'400': refusal('What was handed in is wrong; every problem at once'),
	'4XX': refusal('Refused, with the reason'),
	'5XX': refusal('Not foreseen; the id says where it stands in the log'),
};

function inputSchema(endpoint: Pick<Endpoint, 'input'>): ObjectSchema {
	const schema = toJsonSchema(endpoint.input as never, {
		target: 'openapi-3.0',
		typeMode: 'input',
		errorMode: 'ignore',
	});
	return oneObject(withoutEmptyRequired(schema) as ObjectSchema);
}

/** OpenAPI 3.0 wants `required` left out where nothing is. */
function withoutEmptyRequired(part: unknown): unknown {
	if (Array.isArray(part)) return part.map(withoutEmptyRequired);
	if (typeof part !== 'object' || part === null) return part;
	const kept = Object.entries(part).filter(
		([name, value]) => !(name === 'required' && Array.isArray(value) && value.length === 0),
	);
	return Object.fromEntries(kept.map(([name, value]) => [name, withoutEmptyRequired(value)]));
}

/** An input that is one of several objects as one: every property of any, required where all require it. */
function oneObject(schema: ObjectSchema): ObjectSchema {
	const options = (schema.oneOf ?? schema.anyOf) as ObjectSchema[] | undefined;
	if (!options) return schema;
	const properties: Record<string, Json> = {};
	for (const [name, property] of options.flatMap((option) =>
		Object.entries(option.properties ?? {}),
	)) {
		const seen = properties[name];
		const others = seen === undefined ? [] : ((seen.anyOf as Json[] | undefined) ?? [seen]);
		const known = others.some((other) => JSON.stringify(other) === JSON.stringify(property));
		if (!known)
			properties[name] = others.length === 0 ? property : { anyOf: [...others, property] };
	}
	const required = (options[0]?.required ?? []).filter((name) =>
		options.every((option) => option.required?.includes(name)),
	);
	return { type: 'object', properties, required };
}

function parameter(place: 'path' | 'query', name: string, schema: ObjectSchema): Json {
	const required = place === 'path' || (schema.required ?? []).includes(name);
	return { name, in: place, required, schema: schema.properties?.[name] ?? { type: 'string' } };
}

function body(names: string[], schema: ObjectSchema): Json {
	const required = (schema.required ?? []).filter((name) => names.includes(name));
	return {
		required: required.length > 0,
		content: {
			'application/json': {
				schema: {
					type: 'object',
					properties: Object.fromEntries(
						names.map((name) => [name, schema.properties?.[name] ?? {}]),
					),
					...(required.length > 0 && { required }),
				},
			},
		},
	};
}

const idempotencyKey: Json = {
	name: 'Idempotency-Key',
	in: 'header',
	required: false,
	description: 'A UUID made by the client. The same key with the same content is carried out once.',
	schema: { type: 'string', format: 'uuid' },
};

const problemSchema: Json = {
	type: 'object',
	required: ['type', 'title', 'status', 'detail', 'code'],
	properties: {
		type: { type: 'string' },
		title: { type: 'string' },
		status: { type: 'integer' },
		detail: { type: 'string' },
		code: { type: 'string' },
		instance: { type: 'string' },
		id: { type: 'string', format: 'uuid' },
		errors: {
			type: 'array',
			items: {
				type: 'object',
				properties: {
					in: { type: 'string' },
					location: { type: 'object', properties: { path: { type: 'string' } } },
					code: { type: 'string' },
					detail: { type: 'string' },
				},
			},
		},
		data: {},
	},
};
