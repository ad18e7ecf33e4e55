import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { asOwner } from '#server/database/owner.ts';
import { testWorld } from '#tests/support/world.ts';
import { listAreas } from './area.queries.server.ts';

const { kernel, home, database } = await testWorld();

type Given = [code: string, year: number, name: string, postcode?: string];

function add(...areas: Given[]) {
	const levels: Record<string, string> = {
		GM: 'municipality',
		WK: 'district',
		BU: 'neighbourhood',
	};
	return asOwner(database.owner, async (tx) => {
		await sql`INSERT INTO area (municipality_id, code, boundary_year, level, name, postcode)
			SELECT ${home.id}::uuid, * FROM unnest(${areas.map(([code]) => code)}::text[], ${areas.map(([, year]) => year)}::smallint[],
				${areas.map(([code]) => levels[code.slice(0, 2)] as string)}::text[], ${areas.map(([, , name]) => name)}::text[],
				${areas.map(([, , , postcode]) => postcode ?? null)}::text[]) AS given
			ON CONFLICT (municipality_id, code, boundary_year) DO UPDATE SET name = excluded.name`.execute(tx);
	});
}

beforeAll(() =>
	add(
		['GM0202', 2020, 'Arnhem'],
		['GM0363', 2020, 'Amsterdam'],
		['GM0308', 2020, 'Baarn'],
		['WK020210', 2020, 'Geitenkamp', '6823'],
		['WK020210', 2013, 'Monnikenhuizen'],
		['BU02021001', 2020, 'Geitenkamp-Oost', '6823'],
		['WK020211', 2020, 'Saksen Weimar'],
		['WK020212', 2020, 'WK020212'],
		['WK036310', 2020, 'Oud-West', '1053'],
		['WK036311', 2020, 'Oud Zuid'],
		['WK063700', 2020, 'Coördinatieplein'],
		['BU01931234', 2020, 'Geitenkampen'],
	),
);

const search = async (text: string, more: object = {}) =>
	kernel.ask(home.visitor, listAreas, { search: text, ...more });
const names = async (text: string) => (await search(text)).items.map(({ name }) => name);

describe('finding an area', () => {
	it('by its whole name comes first, then what begins so, those of the own municipality before others', async () => {
		expect(await names('geitenkamp')).toEqual(['Geitenkamp', 'Geitenkamp-Oost', 'Geitenkampen']);
	});

	it.each([
		['without its hyphen', 'oud west', 'Oud-West'],
		['without a space', 'oudwest', 'Oud-West'],
		['without its accent', 'coordinatieplein', 'Coördinatieplein'],
		['with an accent too many', 'Arnhém', 'Arnhem'],
		['by a later word', 'weimar', 'Saksen Weimar'],
		['by a piece of it', 'tenkamp', 'Geitenkamp'],
		['by two letters', 'sa', 'Saksen Weimar'],
	])('works %s', async (_how, text, name) => {
		const { items, by } = await search(text);
		expect([by, items[0]?.name]).toEqual(['name', name]);
	});

	it.each([
		['two letters swapped', 'Gietenkamp', 'Geitenkamp'],
		['a letter left out', 'Geitnkamp', 'Geitenkamp'],
		['a letter too many', 'Saksen Weimarr', 'Saksen Weimar'],
		['hardly three letters right in a row', 'Aarhem', 'Arnhem'],
	])('works with %s, and says that it only looks like it', async (_how, text, name) => {
		const { items, by } = await search(text);
		expect([by, items[0]?.name]).toEqual(['similar', name]);
	});

	it('by a postcode finds where it is the most common, also with its letters', async () => {
		for (const typed of ['6823', '6823 AB', '6823ab']) {
			const { items, by } = await search(typed);
			expect([by, items.map(({ code }) => code)]).toEqual(['postcode', ['WK020210', 'BU02021001']]);
		}
	});

	it('by a code as typed, also where there is no name', async () => {
		expect((await search('wk 0202 12')).items.map(({ code }) => code)).toEqual(['WK020212']);
		expect((await search('wk0202')).total).toBe(3);
	});

	it('has one line for an area of many years, with its newest name', async () => {
		expect((await search('WK020210')).items).toMatchObject([
			{ name: 'Geitenkamp', boundaryYear: 2020, municipalityName: 'Arnhem' },
		]);
		expect(await names('monnikenhuizen')).toEqual([]);
	});

	it('a name that comes later takes the place of a code, and never the other way round', async () => {
		await add(['WK020219', 2021, 'WK020219']);
		await add(['WK020219', 2021, 'Vredenburg']);
		await add(['WK020219', 2022, 'WK020219']);
		expect((await search('vredenburg')).items).toMatchObject([
			{ code: 'WK020219', boundaryYear: 2022 },
		]);
	});

	it('of one kind only, and nothing where nothing looks like it', async () => {
		const { items } = await search('geitenkamp', { level: 'neighbourhood' });
		expect(items.map(({ level }) => level)).toEqual(['neighbourhood', 'neighbourhood']);
		expect(await search('xylofoon')).toMatchObject({ items: [], total: 0 });
		expect((await search('%')).total).toBe(0);
	});
});
