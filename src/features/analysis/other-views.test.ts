import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { jsonFilesIn, readJson } from '#tests/support/content.ts';
import { finding, formWith, framework } from './form.test-data.ts';
import { otherViewNames } from './other-view-names.ts';
import { otherViewSchema } from './other-views.schema.ts';
import { formByView, otherViews } from './other-views.ts';

const themeIds = (['2010', '2013'] as const).flatMap((key) =>
	framework(key).domains.flatMap(({ themes }) => themes.map(({ id }) => id)),
);
const view = (id: string) => otherViews.find((one) => one.id === id)!;

describe('the other views in content/', () => {
	it.each(jsonFilesIn('content/views'))('%s parses, in both languages', (path) => {
		expect(v.safeParse(otherViewSchema, readJson(path)).issues).toBeUndefined();
	});

	it('say of every theme of 2010 and 2013 where it belongs, and why', () => {
		for (const { themes } of otherViews)
			expect(new Set(themes.map(({ theme }) => theme))).toEqual(new Set(themeIds));
	});

	it('place themes in dimensions that they have', () => {
		for (const { dimensions, themes } of otherViews) {
			const known = new Set(dimensions.map(({ id }) => id));
			expect(themes.flatMap((one) => one.dimensions).filter((id) => !known.has(id))).toEqual([]);
		}
	});

	it('have the dimensions of their sources: six and five', () => {
		expect(otherViews.map(({ id, dimensions }) => [id, dimensions.length])).toEqual([
			['positieve-gezondheid', 6],
			['leefbaarometer', 5],
		]);
	});

	it('are named alike where they are offered', () => {
		expect(otherViews.map(({ id, name }) => ({ id, name }))).toEqual(otherViewNames);
	});
});

describe('a form by another view', () => {
	it('shows a finding under every dimension of its theme, and at the end what belongs nowhere', () => {
		const form = formWith({
			findings: [finding({ id: 'a' }), finding({ id: 'b', themes: ['opvoeding'] })],
		});
		const { dimensions, nowhere } = formByView(form, view('positieve-gezondheid'));
		const filled = dimensions.filter(({ themes }) => themes.length > 0);
		expect(filled.map(({ dimension }) => dimension.id)).toEqual(['lichaamsfuncties', 'meedoen']);
		expect(nowhere.map(({ theme }) => theme.id)).toEqual(['opvoeding']);
	});

	it('follows what a municipality says of a theme of its own', () => {
		const own = structuredClone(framework('2013'));
		own.domains[0]!.themes[0] = {
			...own.domains[0]!.themes[0]!,
			id: 'moestuinen',
			views: { leefbaarometer: ['fysieke-omgeving'] },
		};
		const form = formWith({
			framework: own,
			findings: [finding({ id: 'a', themes: ['moestuinen'] })],
		});
		const placed = formByView(form, view('leefbaarometer')).dimensions[1];
		expect(placed?.themes.map(({ theme, reason }) => [theme.id, reason])).toEqual([['moestuinen', null]]); // prettier-ignore
		expect(formByView(form, view('positieve-gezondheid')).nowhere).toHaveLength(1);
	});
});
