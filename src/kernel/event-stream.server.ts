import { eventText } from './event-stream.ts';

/** A sign of life now and then keeps the connection from being taken for dead. */
const aliveEvery = 25_000;
/** After this the listener connects again, and who may listen is asked again. */
const longest = 10 * 60_000;
/** A listener that does not take what it is sent is cut off at this many bytes; it connects again and reads anew. */
const mostWaiting = 1_000_000;

export interface Stream {
	/** Sends an event; `data` is one line. */
	send(name: string, data: string): void;
	close(): void;
}

/**
 * Answers with server-sent events. `begin` is called when the stream is open, and gives what to do when it ended, for
 * whatever reason.
 */
export function eventStream(request: Request, begin: (stream: Stream) => () => void): Response {
	const encoder = new TextEncoder();
	let stop = () => {};
	const body = new ReadableStream<Uint8Array>(
		{
			start(controller) {
				let isOver = false;
				let ended = () => {};
				stop = () => {
					if (isOver) return;
					isOver = true;
					clearInterval(alive);
					clearTimeout(end);
					ended();
				};
				const close = () => {
					if (isOver) return;
					stop();
					controller.close();
				};
				const write = (text: string) => {
					if (isOver) return;
					controller.enqueue(encoder.encode(text));
					if ((controller.desiredSize ?? 0) <= 0) close();
				};
				const send = (name: string, data: string) => write(eventText({ name, data }));
				const alive = setInterval(() => write(eventText({ name: '', data: '' })), aliveEvery);
				const end = setTimeout(() => {
					send('again', '{}');
					close();
				}, longest);
				request.signal.addEventListener('abort', close);
				ended = begin({ send, close });
				if (isOver) ended();
			},
			cancel: () => stop(),
		},
		new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
	);
	return new Response(body, {
		headers: {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store',
			'x-accel-buffering': 'no',
		},
	});
}
