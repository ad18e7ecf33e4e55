import { describe, expect, it } from 'vitest';
import type { AreaProfile } from '#features/figures/area-profile.server.ts';
import { indicatorOf } from '#features/figures/catalogue.ts';
import type { ProfileLine } from '#features/figures/profile.ts';
import { figuresByTheme } from './theme-figures.ts';

let last = 0;

/** A figure of the catalogue with the value of its municipality beside it; a missing one without `own`. */
function line(indicator: string, own: number | null, municipality: number): ProfileLine {
	last += 1;
	const known = indicatorOf(indicator);
	if (!known) throw new Error(`The catalogue has no ${indicator}.`);
	return {
		seriesId: last,
		measure: indicator,
		indicator,
		title: indicator,
		unit: known.unit.en,
		decimals: 0,
		period: '2020',
		kind: 'survey',
		isProvisional: false,
		position: last,
		publicationId: 'p',
		tableId: 'T',
		family: 't',
		tableTitle: 'Tabel',
		publisher: 'Uitgever',
		licence: 'CC BY 4.0',
		boundaryYear: 2020,
		retrievedAt: '2026-03-02',
		population: null,
		years: [],
		own: own === null ? { missing: 'not_published' } : { value: own },
		municipality: { value: municipality },
		country: null,
		place: null,
		comparable: null,
		share: null,
	};
}

function shown(lines: ProfileLine[], themesHere = (themes: readonly string[]) => [...themes]) {
	const area = { code: 'WK000001', name: 'Wijk', level: 'district' as const, parentCode: null, boundaryYear: 2020 }; // prettier-ignore
	const profile = { area, above: [], lines, comparable: null } as unknown as AreaProfile;
	return figuresByTheme(profile, themesHere, 'nl');
}

describe('the figures beside a theme', () => {
	it('are those that speak to it, under every theme they speak to', () => {
		const found = shown([line('lonely', 58, 47), line('smoker', 20, 20)]);
		expect(found.map(({ theme }) => theme).toSorted()).toEqual([
			'contacten-in-de-privesfeer',
			'sociale-netwerken',
			'zorg-voor-gezondheid',
		]);
	});

	it('begin with what stands out, whichever way, and leave the rest to the profile', () => {
		const alike = ['smoker', 'overweight', 'obesity', 'underweight', 'much-stress'];
		const lines = [
			...alike.map((indicator) => line(indicator, 20, 20)),
			line('good-perceived-health', 60, 80),
		];
		const [theme] = shown(lines);
		expect(theme?.lines).toHaveLength(5);
		expect(theme?.lines[0]).toMatchObject({ standing: 'unfavourable', municipality: '80%' });
		expect(theme?.lines[1]?.standing).toBe('alike');
		expect(theme?.more).toBe(1);
	});

	it('hold no sensitive figure and none that is missing', () => {
		expect(indicatorOf('crimes-sexual')?.sensitivity).toBe('sensitive');
		expect(shown([line('crimes-sexual', 4, 2), line('lonely', null, 47)])).toEqual([]);
	});

	it('are only for themes of the framework in use', () => {
		expect(shown([line('lonely', 58, 47)], () => [])).toEqual([]);
	});
});
