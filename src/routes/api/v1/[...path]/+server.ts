import { commands, queries } from '#features/registry.server.ts';
import { answerApi } from '#kernel/api.server.ts';
import { apiRoutes } from '#kernel/api-routes.server.ts';
import { theProgram } from '#kernel/program.server.ts';
import type { RequestHandler } from './$types';

const routes = apiRoutes(commands, queries);

// A path with a slash at its end is another path, and there is none (NLGov REST API Design Rules, no-trailing-slash).
export const trailingSlash = 'ignore';

const answer: RequestHandler = ({ request, params, locals }) =>
	answerApi(theProgram().kernel, routes, locals.actor, request, `/${params.path}`);

export const GET = answer;
export const POST = answer;
export const PUT = answer;
export const PATCH = answer;
export const DELETE = answer;
