import type { Firmness } from '#statistics/rank-firmness.ts';
import { firmnessOf, type Medians } from './ranking.ts';

/** How many answers are remembered: pages of some trajectories that are looked at these minutes. */
const most = 30;
const remembered = new Map<string, (Firmness | null)[] | null>();

/** As `firmnessOf`; the same question is calculated once, because a page that is read often asks the same. */
export function rememberedFirmness(
	rows: readonly Medians[],
	weights: readonly number[],
): (Firmness | null)[] | null {
	const key = JSON.stringify([rows, weights.map((weight) => weight > 0)]);
	const known = remembered.get(key);
	if (known !== undefined) return known;
	const found = firmnessOf(rows, weights);
	const oldest = remembered.keys().next().value;
	if (remembered.size >= most && oldest !== undefined) remembered.delete(oldest);
	remembered.set(key, found);
	return found;
}
