import { createHash } from 'node:crypto';
import type { Sign } from './signs.ts';

/**
 * A name for the figures that made a warning, and for what they were compared with: as long as those are the same to
 * the decimals that are published, so is the name, whatever table they were read from and however the rule was
 * changed since.
 */
export function fingerprintOf(signs: readonly Sign[]): string {
	const figures = signs
		.toSorted((a, b) => (a.indicator < b.indicator ? -1 : 1))
		.map(({ indicator, points, used, beside }) => {
			const made = points.slice(-used);
			const decimals = made.at(-1)?.decimals ?? 0;
			const periods = new Set(made.map(({ period }) => period));
			const others = beside?.points.filter(({ period }) => periods.has(period)) ?? [];
			return [
				indicator,
				made.map(({ period, measured }) => [period, ...numbers(measured, decimals)]),
				beside?.kind === 'tipping_point' ? [] : others.map((one) => [one.period, ...numbers(one, decimals)]), // prettier-ignore
			];
		});
	return createHash('sha256').update(JSON.stringify(figures)).digest('hex');
}

function numbers(
	measured: { value: number; lower?: number; upper?: number } | { missing: string },
	decimals: number,
): (string | null)[] {
	if ('missing' in measured) return [null];
	const { value, lower, upper } = measured;
	return [value, lower, upper].map((one) => one?.toFixed(decimals) ?? null);
}
