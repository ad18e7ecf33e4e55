import { checkStream, joinForm } from '#features/analysis/form-stream.server.ts';
import { followTrajectory } from '#features/trajectory/live.queries.server.ts';
import { theProgram } from '#kernel/program.server.ts';
import { eventStream } from '#kernel/event-stream.server.ts';
import { asAnswer } from '../answer.server.ts';
import type { RequestHandler } from './$types';

/**
 * Keeps a form on screen up to date, as server-sent events: `hello` (ask for what was missed), `entries` (what changed,
 * as this reader may see it), `gap` and `anew` (ask again), `presence` (who is where), `again` (connect again).
 */
export const GET: RequestHandler = ({ params, locals, request, url }) =>
	asAnswer({ locals, url }, async () => {
		const { kernel } = theProgram();
		const input = { trajectoryId: params.trajectory };
		const { trajectoryId } = await kernel.ask(locals.actor, followTrajectory, input);
		const { member, tab } = checkStream(locals.actor, url.searchParams.get('tab'));
		return eventStream(request, (stream) => joinForm({ member, tab, trajectoryId }, stream));
	});
