import type { Presence } from './presence.ts';

/** Changes that come shortly after each other are told once. */
const gatherFor = 250;

/**
 * Calls `changed` when somebody else changed something in a trajectory, and after a time in which that may have been
 * missed. Listens only while the page can be seen. `isOwn` tells which requests this page made itself; `concerns`
 * which commands matter to it. Gives a function that stops it.
 */
export function liveUpdates(
	trajectoryId: string,
	{
		changed,
		isOwn = () => false,
		concerns = () => true,
		address = `/live/${trajectoryId}`,
		onpresence,
	}: {
		changed: () => void;
		isOwn?: (requestId: string) => boolean;
		concerns?: (command: string) => boolean;
		/** Another stream of the same events, that may tell who is where as well. */
		address?: string;
		onpresence?: (presence: Presence) => void;
	},
): () => void {
	let source: EventSource | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;

	function tell(): void {
		clearTimeout(timer);
		timer = setTimeout(changed, gatherFor);
	}

	function heard(event: MessageEvent<string>): void {
		const { command, requestId } = JSON.parse(event.data) as { command: string; requestId: string };
		if (!isOwn(requestId) && concerns(command)) tell();
	}

	function connect(): void {
		source = new EventSource(address);
		let opened = 0;
		// After a lost connection, what happened meanwhile is read again.
		source.addEventListener('open', () => opened++ > 0 && tell());
		source.addEventListener('change', heard);
		source.addEventListener('gap', tell);
		source.addEventListener('presence', (event: MessageEvent<string>) =>
			onpresence?.(JSON.parse(event.data) as Presence),
		);
	}

	function follow(): void {
		if (document.visibilityState === 'visible') {
			if (source) return;
			connect();
			return;
		}
		source?.close();
		source = null;
	}

	function seenAgain(): void {
		if (document.visibilityState === 'visible' && !source) tell();
		follow();
	}

	follow();
	document.addEventListener('visibilitychange', seenAgain);
	return () => {
		document.removeEventListener('visibilitychange', seenAgain);
		clearTimeout(timer);
		source?.close();
	};
}
