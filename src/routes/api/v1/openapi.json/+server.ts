import { commands, queries } from '#features/registry.server.ts';
import { apiVersion } from '#kernel/api.server.ts';
import { apiRoutes } from '#kernel/api-routes.server.ts';
import { oncePerOrigin } from '#kernel/once-per-origin.ts';
import { openApiDocument } from '#kernel/openapi.server.ts';
import { runtime } from '#server/runtime.ts';
import type { RequestHandler } from './$types';

const routes = apiRoutes(commands, queries);

/** The address that mail comes from, without the name before it. */
function contact(): string {
	const { mailFrom } = runtime().config;
	const address = /<(.+)>/.exec(mailFrom)?.[1] ?? mailFrom;
	// A computer's own name is no domain, and the document has to be valid there too.
	return address.endsWith('@localhost') ? `${address}.invalid` : address;
}

const documentFor = oncePerOrigin((origin) =>
	JSON.stringify(openApiDocument(routes, apiVersion, origin, contact())),
);

export const GET: RequestHandler = ({ url }) =>
	new Response(documentFor(url.origin), {
		headers: {
			'content-type': 'application/json',
			'API-Version': apiVersion,
			// Anyone may read what the API can do, from any page (NLGov REST API Design Rules, publishing the document).
			'access-control-allow-origin': '*',
		},
	});
