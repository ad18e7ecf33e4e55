import { followTrajectory } from '#features/trajectory/live.queries.server.ts';
import { theProgram } from '#kernel/program.server.ts';
import { eventStream } from '#kernel/event-stream.server.ts';
import type { RequestHandler } from './$types';

/**
 * Tells, as server-sent events, that something in a trajectory changed: which command and which request, never what was
 * written. An event without data says that messages may have been missed.
 */
export const GET: RequestHandler = async ({ params, locals, request }) => {
	const { trajectoryId } = await locals.ask(followTrajectory, { trajectoryId: params.trajectory });
	const { municipalityId } = locals.actor;
	return eventStream(request, ({ send }) =>
		theProgram().live.listen((message) => {
			if (message === null) return send('gap', '{}');
			if (message.kind !== 'change') return;
			if (message.municipalityId !== municipalityId || message.trajectoryId !== trajectoryId)
				return;
			const { command, requestId } = message;
			send('change', JSON.stringify({ command, requestId }));
		}),
	);
};
