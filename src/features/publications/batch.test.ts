import { expect, it } from 'vitest';
import { missingTexts } from '#features/figures/measured.ts';
import { MISSING_REASONS } from './batch.ts';

it('the reasons of a batch are numbered as those of stored figures', () => {
	expect(MISSING_REASONS.slice(1).map((reason) => reason?.replaceAll('-', '_'))).toEqual([
		...missingTexts,
	]);
	expect(MISSING_REASONS[0]).toBeNull();
});
