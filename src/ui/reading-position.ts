import { flushSync } from 'svelte';

/** What one reads or works in: rows, entries and cells carry their own text. */
const landmarks = '[data-entry], tbody th, td:focus-within';

/**
 * Carries a change of the page out without moving what somebody is reading: what stood at the top of the screen, or
 * what has the focus, stands there afterwards too. The part of the page under `root` needs `overflow-anchor: none`, so
 * that a browser that does the same by itself (not all of them do) does not do it twice.
 */
export function keepReadingPosition(root: HTMLElement, change: () => void): void {
	const held = landmarksOnScreen(root).map((element) => ({ element, top: topOf(element) }));
	flushSync(change);
	const anchor = held.find(({ element }) => element.isConnected && element.getClientRects().length);
	if (!anchor) return;
	const frame = anchor.element.closest('.ui-grid-scroll');
	const scrolled = topOf(anchor.element) - anchor.top;
	if (scrolled === 0) return;
	if (frame && frame.scrollHeight > frame.clientHeight) frame.scrollTop += scrolled;
	const left = topOf(anchor.element) - anchor.top;
	if (left !== 0) window.scrollBy({ top: left, behavior: 'instant' });
}

/** Some elements to hold on to, the best first: where the focus is, then from the top of the screen down. */
function landmarksOnScreen(root: HTMLElement): Element[] {
	const focused = document.activeElement?.closest(landmarks);
	const found: Element[] = focused && root.contains(focused) && isSeen(focused) ? [focused] : [];
	for (const element of root.querySelectorAll(landmarks)) {
		if (!isSeen(element)) continue;
		found.push(element);
		if (found.length > 8) break;
	}
	return found;
}

function isSeen(element: Element): boolean {
	const { top, bottom, height } = element.getBoundingClientRect();
	return height > 0 && bottom > 0 && top < window.innerHeight;
}

function topOf(element: Element): number {
	return element.getBoundingClientRect().top;
}
