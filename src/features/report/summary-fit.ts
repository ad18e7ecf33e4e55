import type { DocumentModel } from '#ui/document/model.ts';
import type { Summary } from './summary-model.ts';

/** A summary as it fits on its paper. */
export interface FittedSummary {
	model: DocumentModel;
	/** How many pages it takes: 1.4 is one and four tenths. */
	pages: number;
	/** How many there are for it. */
	limit: number;
	/** Whether lists were shortened. */
	isShortened: boolean;
}

/**
 * Shortens a summary until it fits, by one rule: the longest list gives up its last item first, and says how many more
 * there are. A list keeps at least one item; texts that people wrote are left as they are, so that it may still not fit.
 * @param measure how many pages a document takes; asked some ten times for the longest summaries.
 */
export async function fitSummary(
	summary: Summary,
	limit: number,
	measure: (model: DocumentModel) => Promise<number>,
): Promise<FittedSummary> {
	const most = summary.lengths.reduce((sum, length) => sum + Math.max(0, length - 1), 0);
	const at = async (removed: number) => {
		const model = summary.model(shortened(summary.lengths, removed));
		return { model, pages: await measure(model), limit, isShortened: removed > 0 };
	};
	const whole = await at(0);
	if (whole.pages <= limit || most === 0) return whole;
	// The fewest items to give up: with each one more, the text only gets shorter.
	let low = 1;
	let high = most;
	let best = await at(most);
	if (best.pages > limit) return best;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		const tried = await at(middle);
		if (tried.pages <= limit) {
			best = tried;
			high = middle;
		} else low = middle + 1;
	}
	return best;
}

/** How many items each list keeps when so many are taken away, each time one of the longest list; of equals the first. */
export function shortened(lengths: readonly number[], removed: number): number[] {
	const left = [...lengths];
	for (let count = 0; count < removed; count += 1) {
		const longest = Math.max(...left);
		if (longest <= 1) break;
		left[left.indexOf(longest)] = longest - 1;
	}
	return left;
}
