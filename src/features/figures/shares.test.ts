import { expect, test } from 'vitest';
import { shareOf, wholeOf } from './shares.ts';

const line = (indicator: string | null, own: number, municipality: number, country: number, publicationId = 'kwb') =>
	({ indicator, publicationId, own: { value: own }, municipality: { value: municipality }, country: { value: country } }); // prettier-ignore
const residents = line('residents', 3895, 161348, 17_407_585);
const young = line('aged-0-14', 580, 25_210, 2_726_099);

test('a count is a share of the total that the catalogue names, of the same publication', () => {
	expect(wholeOf(young, [young, residents])).toBe(residents);
	expect(wholeOf(young, [young, { ...residents, publicationId: 'another' }])).toBeNull();
	expect(wholeOf(residents, [young, residents])).toBeNull();
	expect(wholeOf(line(null, 1, 1, 1), [residents])).toBeNull();
});

test('the share is the count divided by the total, in percent', () => {
	const share = shareOf(young, residents);
	expect(share?.of).toBe('residents');
	expect(share?.own).toBeCloseTo(14.89, 2);
	expect(share?.municipality).toBeCloseTo(15.62, 2);
	expect(share?.country).toBeCloseTo(15.66, 2);
});

test('what is missing, or a part of nothing, has no share', () => {
	const secret = { ...young, own: { missing: 'unknown_or_secret' as const }, municipality: null };
	expect(shareOf(secret, residents)).toMatchObject({ own: null, municipality: null });
	expect(shareOf(young, { ...residents, own: { value: 0 } })).toMatchObject({ own: null });
	expect(shareOf(young, null)).toBeNull();
});
