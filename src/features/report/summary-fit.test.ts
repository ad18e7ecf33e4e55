import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { bulletList } from '#ui/document/build.ts';
import { fitSummary, shortened } from './summary-fit.ts';
import type { Summary } from './summary-model.ts';

/** A summary of lists only, in which every item takes a tenth of a page. */
function summaryWith(...lengths: number[]): Summary {
	return {
		lengths,
		model: (shown) => ({
			title: 'T',
			language: 'nl',
			blocks: shown.map((count) => bulletList(...Array<string>(count).fill('x'))),
		}),
	};
}
const tenths = (model: ReturnType<Summary['model']>) =>
	model.blocks.reduce((sum, block) => sum + (block.type === 'list' ? block.items.length : 0), 0) / 10; // prettier-ignore
const fit = (limit: number, ...lengths: number[]) =>
	fitSummary(summaryWith(...lengths), limit, async (model) => tenths(model));
const counts = ({ blocks }: { blocks: readonly { type: string }[] }) =>
	blocks.map((block) => ('items' in block ? (block.items as unknown[]).length : 0));

describe('a summary that does not fit', () => {
	it('gives up items of its longest list first', () => {
		expect(shortened([5, 2, 4], 1)).toEqual([4, 2, 4]);
		expect(shortened([5, 2, 4], 4)).toEqual([2, 2, 3]);
	});

	it('keeps one item of each list', () => {
		expect(shortened([3, 0, 1], 99)).toEqual([1, 0, 1]);
	});

	it('is shortened no more than needed', async () => {
		const fitted = await fit(1, 8, 6);
		expect(counts(fitted.model)).toEqual([5, 5]);
		expect(fitted).toMatchObject({ pages: 1, limit: 1, isShortened: true });
	});

	it('says so when even the shortest does not fit', async () => {
		const fitted = await fit(0.2, 4, 4, 4);
		expect(counts(fitted.model)).toEqual([1, 1, 1]);
		expect(fitted.pages).toBeGreaterThan(fitted.limit);
	});

	it('that fits is left whole', async () => {
		expect(await fit(2, 8, 6)).toMatchObject({ isShortened: false, pages: 1.4 });
	});
});

test('what is left is the longest that fits, as trying every length finds it', async () => {
	const lists = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 4 });
	await fc.assert(
		fc.asyncProperty(lists, fc.integer({ min: 1, max: 30 }), async (lengths, most) => {
			const { model } = await fit(most / 10, ...lengths);
			let removed = 0;
			const total = (left: number[]) => left.reduce((sum, count) => sum + count, 0);
			while (total(shortened(lengths, removed)) > most && removed < total(lengths)) removed += 1;
			expect(counts(model)).toEqual(shortened(lengths, removed));
		}),
	);
});
