/** One server-sent event; a comment (a sign of life) has the name '' and no data. */
export interface StreamEvent {
	name: string;
	data: string;
}

/**
 * Reads server-sent events from the body of an answer, as the HTML standard (§9.2) describes them, without `id` and
 * `retry`: whoever listens decides when to connect again. Runs in the browser and in Node. Ends when the body does.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
	const decoder = new TextDecoder();
	const reader = body.getReader();
	let rest = '';
	try {
		for (;;) {
			const { value, done } = await reader.read();
			if (done) return;
			const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
			rest = blocks.pop() ?? '';
			for (const block of blocks) yield eventOf(block);
		}
	} finally {
		reader.cancel().catch(() => {});
	}
}

function eventOf(block: string): StreamEvent {
	let name = '';
	const data: string[] = [];
	for (const line of block.split('\n')) {
		if (line.startsWith('event: ')) name = line.slice(7);
		else if (line.startsWith('data: ')) data.push(line.slice(6));
	}
	return { name, data: data.join('\n') };
}

/** An event as it goes over the line. `data` holds no line breaks: JSON has none. */
export function eventText({ name, data }: StreamEvent): string {
	return name === '' ? ':\n\n' : `event: ${name}\ndata: ${data}\n\n`;
}
