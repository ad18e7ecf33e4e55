import { describe, expect, it } from 'vitest';
import { rowsOf } from './form.ts';
import { finding, formWith, source } from './form.test-data.ts';
import { standingOf, tensionsIn, type ThemeFigure } from './tension.ts';

describe('how a figure stands beside that of the municipality', () => {
	it.each([
		['unfavourable', 15, 10, 'unfavourable'],
		['unfavourable', 5, 10, 'favourable'],
		['favourable', 15, 10, 'favourable'],
		['favourable', 5, 10, 'unfavourable'],
		// Not more than a tenth apart.
		['favourable', 11, 10, 'alike'],
		['favourable', -11, -10, 'alike'],
		['favourable', 0.1, 0, 'favourable'],
		['favourable', 0, 0, 'alike'],
		['neither', 15, 10, 'unknown'],
		['favourable', null, 10, 'unknown'],
		['favourable', 10, null, 'unknown'],
	] as const)('%s: %s beside %s is %s', (direction, value, beside, standing) => {
		const known = (one: number | null) => (one === null ? null : { value: one });
		const figure = { direction, unit: '%', measured: known(value), beside: [known(beside)] };
		expect(standingOf(figure)).toBe(standing);
	});

	it.each(['number', 'score', ''])('is unknown in a unit that does not compare (%s)', (unit) => {
		const figure = { measured: { value: 490 }, beside: [{ value: 7910 }] };
		expect(standingOf({ direction: 'favourable', unit, ...figure })).toBe('unknown');
	});

	const around = (value: number, half: number) => ({ value, lower: value - half, upper: value + half }); // prettier-ignore
	const lonely = { direction: 'unfavourable', unit: '%' } as const;

	it('is alike when the difference is within the margin, however large it is', () => {
		const stands = (half: number) =>
			standingOf({ ...lonely, measured: around(15, half), beside: [{ value: 10 }] });
		expect(stands(4)).toBe('unfavourable');
		expect(stands(6)).toBe('alike');
	});

	it('is told only where it differs from comparable areas too, in the same direction', () => {
		const stands = (comparable: number) =>
			standingOf({
				...lonely,
				measured: { value: 15 },
				beside: [{ value: 10 }, { value: comparable }, null, { missing: 'suppressed' }],
			});
		expect(stands(11)).toBe('unfavourable');
		expect(stands(15)).toBe('alike');
		expect(stands(20)).toBe('alike');
	});
});

const sources = [
	source({ id: 'talk', kind: 'conversation' }),
	source({ id: 'paper', kind: 'document' }),
	source({ id: 'cited', kind: 'figure' }),
];
const figure = (parts: Partial<ThemeFigure> = {}): ThemeFigure => ({
	...{ id: 'figure', title: 'Cijfer', themes: ['sport'], standing: 'favourable' },
	...parts,
});
const told = finding({ id: 'told', kind: 'risk', sources: ['talk'] });
const strong = finding({ id: 'strong', kind: 'protective', sources: ['talk'] });

function directions(findings: (typeof told)[], figures: ThemeFigure[]) {
	const tensions = tensionsIn(rowsOf(formWith({ findings, sources })), figures);
	return tensions.map(({ theme, direction, findings: about }) => [
		theme,
		direction,
		about.map(({ id }) => id).join(),
	]);
}

describe('figures and stories that point in opposite directions', () => {
	it('are a risk that people tell of where the figures are favourable', () => {
		expect(directions([told, strong], [figure()])).toEqual([['sport', 'figures_kinder', 'told']]);
	});

	it('or something that protects where the figures are unfavourable', () => {
		expect(directions([told, strong], [figure({ standing: 'unfavourable' })])).toEqual([
			['sport', 'figures_harsher', 'strong'],
		]);
	});

	it('are found by a figure that a finding of the theme rests on, whatever it speaks to', () => {
		const cites = finding({ id: 'cites', kind: 'risk', sources: ['talk', 'cited'] });
		const elsewhere = figure({ id: 'cited', themes: [] });
		expect(directions([cites], [elsewhere])).toEqual([['sport', 'figures_kinder', 'cites']]);
		expect(directions([told], [elsewhere])).toEqual([]);
	});

	it('works for signals too', () => {
		const need = finding({ id: 'need', kind: 'signal', signalKind: 'need', sources: ['talk'] });
		const chance = finding({ id: 'yes', kind: 'signal', signalKind: 'chance', sources: ['talk'] });
		expect(directions([need, chance], [figure()])).toEqual([['sport', 'figures_kinder', 'need']]);
	});

	it('are not asked about where the figures are divided, alike or unknown', () => {
		expect(
			directions([told, strong], [figure(), figure({ id: 'b', standing: 'unfavourable' })]),
		).toEqual([]);
		expect(directions([told], [figure({ standing: 'alike' })])).toEqual([]);
		expect(directions([told], [figure({ standing: 'unknown' })])).toEqual([]);
	});

	it('need a story: no document, and none that contradicts its finding', () => {
		expect(directions([finding({ id: 'read', sources: ['paper'] })], [figure()])).toEqual([]);
		expect(
			directions([{ ...told, strengths: { talk: 'contradicts' as const } }], [figure()]),
		).toEqual([]);
	});
});
