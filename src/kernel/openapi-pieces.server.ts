import type { PiecesEndpoint } from './api-routes.server.ts';

type Json = Record<string, unknown>;

interface Shared {
	/** Those of the path. */
	parameters: Json[];
	refusals: Json;
}

/**
 * Taking bytes piece by piece as OpenAPI tells it: how far it came, one piece more, and beginning anew. The way of the IETF
 * draft on resumable uploads (draft-ietf-httpbis-resumable-upload), of which these headers are.
 */
export function pieceOperations({ name, pieces }: PiecesEndpoint, shared: Shared): Json {
	const thing = name.split('.')[0] ?? name;
	const operation = (verb: string, summary: string, more: Json = {}) => ({
		operationId: `${thing}.${verb}`,
		summary,
		tags: [thing],
		...more,
		parameters: [...shared.parameters, ...((more.parameters as Json[] | undefined) ?? [])],
		responses: {
			'204': howFar('How far it came'),
			...shared.refusals,
			...(more.responses as Json),
		},
	});
	return {
		head: operation('sent', `Tells how many bytes of ${pieces} are there.`),
		patch: operation('send', 'Takes the next piece, of at most 1 MiB.', {
			parameters: [offset],
			requestBody: {
				required: true,
				content: {
					'application/partial-upload': { schema: { type: 'string', format: 'binary' } },
				},
			},
			responses: {
				'409': howFar('Not the place where the next piece begins; the header says which is'),
			},
		}),
		delete: operation('sendAnew', 'Throws away what was sent, to begin anew.'),
	};
}

const offset: Json = {
	name: 'Upload-Offset',
	in: 'header',
	required: true,
	description: 'Where in the file the piece begins, in bytes.',
	schema: { type: 'integer', minimum: 0 },
};

function howFar(description: string): Json {
	const header = (of: string, type: string) => ({ description: of, schema: { type } });
	return {
		description,
		headers: {
			'API-Version': { $ref: '#/components/headers/API-Version' },
			'Upload-Offset': header('How many bytes are there.', 'integer'),
			'Upload-Length': header('How many there will be.', 'integer'),
			'Upload-Complete': header('`?1` when all of it is there, else `?0`.', 'string'),
		},
	};
}
