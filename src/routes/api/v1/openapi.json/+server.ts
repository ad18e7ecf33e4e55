import { commands, queries } from '#features/registry.server.ts';
import { apiVersion } from '#kernel/api.server.ts';
import { apiRoutes } from '#kernel/api-routes.server.ts';
import { openApiDocument } from '#kernel/openapi.server.ts';
import type { RequestHandler } from './$types';

const routes = apiRoutes(commands, queries);

export const GET: RequestHandler = ({ url }) =>
	Response.json(openApiDocument(routes, apiVersion, url.origin), {
		// Anyone may read what the API can do, from any page (NLGov REST API Design Rules, publishing the document).
		headers: { 'API-Version': apiVersion, 'access-control-allow-origin': '*' },
	});
