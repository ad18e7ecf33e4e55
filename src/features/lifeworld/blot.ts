import { onOneLine } from './excerpt.ts';

/** Stands where erased words stood. */
export const blot = '▇▇▇';

/** So much of a text names it for sure: an excerpt holds at least as much (excerpt.ts). */
const lead = 40;

/** By what each of these texts is found in whatever holds it, or the beginning of it. */
export function leadsOf(texts: readonly string[]): string[] {
	const leads = texts.flatMap((text) => [text.slice(0, lead), onOneLine(text).slice(0, lead)]);
	return [...new Set(leads)];
}

/**
 * Takes erased texts out of what somebody else wrote or what was frozen: each as a whole, and as an excerpt that holds its
 * first forty characters. The longest has to come first.
 */
export function blotOut(said: string, texts: readonly string[]): string {
	let left = said;
	for (const text of texts)
		for (const form of new Set([text, onOneLine(text)]))
			left = withoutBeginnings(left.replaceAll(form, blot), form);
	return left;
}

function withoutBeginnings(said: string, text: string): string {
	if (text.length <= lead) return said;
	const begin = text.slice(0, lead);
	let left = said;
	for (let at = left.indexOf(begin); at >= 0; at = left.indexOf(begin, at)) {
		let same = lead;
		while (same < text.length && left[at + same] === text[same]) same += 1;
		const end = at + same + (left[at + same] === '…' ? 1 : 0);
		left = left.slice(0, at) + blot + left.slice(end);
	}
	return left;
}

/** The same in every text that stands somewhere in a value. */
export function blotOutIn(value: unknown, texts: readonly string[]): unknown {
	if (typeof value === 'string') return blotOut(value, texts);
	if (Array.isArray(value)) return value.map((one) => blotOutIn(one, texts));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [key, blotOutIn(one, texts)]),
	);
}
