import { followTrajectory } from '#features/trajectory/live.queries.server.ts';
import { theProgram } from '#kernel/program.server.ts';
import type { RequestHandler } from './$types';

/** A comment now and then keeps the connection from being taken for dead. */
const heartbeatEvery = 25_000;
/** After this the browser connects again, and who may listen is asked again. */
const longest = 10 * 60_000;

/**
 * Tells, as server-sent events, that something in a trajectory changed: which command and which request, never what was
 * written. An event without data says that messages may have been missed.
 */
export const GET: RequestHandler = async ({ params, locals, request }) => {
	const { trajectoryId } = await locals.ask(followTrajectory, { trajectoryId: params.trajectory });
	const { municipalityId } = locals.actor;
	const { live } = theProgram();
	const encoder = new TextEncoder();
	let stop = () => {};

	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			const send = (text: string) => controller.enqueue(encoder.encode(text));
			send('retry: 2000\n\n');
			const heartbeat = setInterval(() => send(':\n\n'), heartbeatEvery);
			const forget = live.listen((change) => {
				if (change === null) return send('event: gap\ndata: {}\n\n');
				if (change.municipalityId !== municipalityId || change.trajectoryId !== trajectoryId)
					return;
				const { command, requestId } = change;
				send(`event: change\ndata: ${JSON.stringify({ command, requestId })}\n\n`);
			});
			let stopped = false;
			stop = () => {
				if (stopped) return;
				stopped = true;
				clearInterval(heartbeat);
				clearTimeout(end);
				forget();
			};
			const close = () => {
				if (stopped) return;
				stop();
				controller.close();
			};
			const end = setTimeout(close, longest);
			request.signal.addEventListener('abort', close);
		},
		cancel: () => stop(),
	});
	return new Response(body, {
		headers: {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store',
			'x-accel-buffering': 'no',
		},
	});
};
