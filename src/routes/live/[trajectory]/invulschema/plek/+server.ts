import { moveInForm } from '#features/analysis/form-stream.server.ts';
import { whereaboutsOf } from '#features/analysis/whereabouts.schema.ts';
import { followTrajectory } from '#features/trajectory/live.queries.server.ts';
import { memberOf } from '#kernel/actor.ts';
import { theProgram } from '#kernel/program.server.ts';
import { asAnswer } from '../../answer.server.ts';
import type { RequestHandler } from './$types';

/** Says in which cell somebody is. Kept nowhere; told, by organisation, to whoever has the form open. */
export const POST: RequestHandler = ({ params, locals, request, url }) =>
	asAnswer({ locals, url }, async () => {
		const { kernel } = theProgram();
		const input = { trajectoryId: params.trajectory };
		const { trajectoryId } = await kernel.ask(locals.actor, followTrajectory, input);
		const where = whereaboutsOf(await request.text());
		moveInForm(memberOf(locals.actor), trajectoryId, where);
		return new Response(null, { status: 204 });
	});
