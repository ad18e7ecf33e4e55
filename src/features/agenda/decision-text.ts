import type { Decision } from './agenda-item.queries.server.ts';

interface Item {
	text: string;
	textVersion: number;
}

/**
 * The text of an item that a body decides on: as the last decision amended it, unless the item itself was rewritten since;
 * else as it stands on the agenda. `decisions` are those before it that stand, the oldest first.
 */
export function textBefore(
	{ text, textVersion }: Item,
	decisions: readonly Pick<Decision, 'outcome' | 'amendedText' | 'itemVersion'>[],
): string {
	const last = decisions.at(-1);
	const isAmended = last?.outcome === 'amended' && (last.itemVersion ?? 0) >= textVersion;
	return isAmended ? last.amendedText : text;
}
