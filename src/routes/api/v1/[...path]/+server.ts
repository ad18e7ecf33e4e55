import { commands, queries } from '#features/registry.server.ts';
import { answerApi } from '#kernel/api.server.ts';
import { apiRoutes } from '#kernel/api-routes.server.ts';
import { theProgram } from '#kernel/program.server.ts';
import type { RequestHandler } from './$types';

const routes = apiRoutes(commands, queries);

const answer: RequestHandler = ({ request, params, locals }) =>
	answerApi(theProgram().kernel, routes, locals.actor, request, `/${params.path}`);

export const GET = answer;
export const POST = answer;
export const PUT = answer;
export const PATCH = answer;
export const DELETE = answer;
