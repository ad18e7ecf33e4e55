import { checkStream } from '#features/analysis/form-stream.server.ts';
import { joinReport } from '#features/report/report-stream.server.ts';
import { followTrajectory } from '#features/trajectory/live.queries.server.ts';
import { eventStream } from '#kernel/event-stream.server.ts';
import { theProgram } from '#kernel/program.server.ts';
import { asAnswer } from '../answer.server.ts';
import type { RequestHandler } from './$types';

/** The longest key of a section. */
const longest = 120;

/** Tells who has the report on the screen that the trajectory changed, and which organisations are in which section. */
export const GET: RequestHandler = ({ params, locals, request, url }) =>
	asAnswer({ locals, url }, async () => {
		const { kernel } = theProgram();
		const input = { trajectoryId: params.trajectory };
		const { trajectoryId } = await kernel.ask(locals.actor, followTrajectory, input);
		const { member, tab } = checkStream(locals.actor, url.searchParams.get('tab'));
		const place = url.searchParams.get('plek')?.slice(0, longest) ?? null;
		return eventStream(request, (stream) =>
			joinReport({ member, tab, trajectoryId, place }, stream),
		);
	});
