import fc from 'fast-check';
import { AreaFinder, type OwnArea } from './own-area.ts';
import type { DecimalMark, OwnRole, OwnSheet, OwnValue } from './own-layout.ts';

/** Invented neighbourhoods of an invented municipality. */
export const places: OwnArea[] = [
	{ code: 'GM9999', name: 'Voorbeeldstad', level: 'municipality' },
	{ code: 'WK999901', name: 'Wijk 01 Duinpan', level: 'district' },
	{ code: 'WK999902', name: 'Wijk 02 Kwelder', level: 'district' },
	...['Duinpan-Noord', 'Duinpan-Zuid', 'De Geest', 'Het Zwin', 'Kwelder-Oost', 'Slikken'].map(
		(name, at): OwnArea => ({ code: `BU99990${at < 3 ? 1 : 2}0${at % 3}`, name, level: 'neighbourhood' }), // prettier-ignore
	),
];
export const finder = new AreaFinder(places, places);

/** A number of the truth behind an invented file. */
export interface Truth {
	code: string;
	period: string;
	measure: string;
	category: string;
	value: number;
}

/** An invented file: the sheet, what its columns are, and the numbers that were put in. */
export interface Invented {
	sheet: OwnSheet;
	roles: OwnRole[];
	headerRow: number;
	truth: Truth[];
}

const measureNames = ['Meldingen overlast', 'Leden van verenigingen', 'Vrijwilligers', 'Huisbezoeken', 'Deelnemers taalcafé']; // prettier-ignore
const headersOf = {
	code: ['Buurtcode', 'gwb_code', 'Code', 'CBS-code', 'area code'],
	name: ['Buurt', 'Naam gebied', 'Wijk of buurt', 'Gebiedsnaam', 'neighbourhood'],
	period: ['Jaar', 'Periode', 'jaartal', 'Meetjaar', 'year'],
	indicator: ['Indicator', 'Onderwerp', 'Variabele'],
	category: ['Leeftijd', 'Leeftijdsgroep', 'Categorie'],
	value: ['Aantal', 'Waarde', 'Uitkomst'],
};
const categories = ['0 tot 18 jaar', '18 tot 65 jaar', '65 jaar en ouder', 'Totaal'];
const titles = ['Buurtmonitor', 'Bron: eigen registratie', 'Peildatum 1 januari', 'Versie 2'];

const shape = fc.record({
	areaBy: fc.constantFrom('code' as const, 'name' as const, 'both' as const),
	layout: fc.constantFrom('wide' as const, 'years' as const, 'long' as const, 'categories' as const), // prettier-ignore
	decimal: fc.constantFrom<DecimalMark>('comma', 'point'),
	grouping: fc.constantFrom('none' as const, 'mark' as const, 'space' as const),
	asText: fc.boolean(),
	titles: fc.integer({ min: 0, max: 4 }),
	gap: fc.boolean(),
	measures: fc.integer({ min: 2, max: 5 }),
	years: fc.integer({ min: 2, max: 4 }),
	headers: fc.integer({ min: 0, max: 4 }),
	withRemark: fc.boolean(),
	seed: fc.array(fc.integer({ min: 0, max: 98_765 }), { minLength: 40, maxLength: 40 }),
	order: fc.integer({ min: 0, max: 5 }),
});
type Shape = (typeof shape)['generate'] extends (...given: never[]) => { value: infer V } ? V : never; // prettier-ignore

/** Files as municipalities make them, in many layouts and ways to write numbers. */
export const inventedFile: fc.Arbitrary<Invented> = shape.map(makeFile);

function makeFile(given: Shape): Invented {
	const buurten = places.filter(({ level }) => level === 'neighbourhood');
	const years = Array.from({ length: given.years }, (_, at) => String(2021 + at));
	const measures = measureNames.slice(0, given.measures);
	let next = 0;
	const value = () => given.seed[next++ % given.seed.length]! + next;
	const heading = (kind: keyof typeof headersOf) => headersOf[kind][given.headers % headersOf[kind].length]!; // prettier-ignore
	const area: [string, OwnRole, (one: OwnArea) => OwnValue][] = [];
	if (given.areaBy !== 'name') area.push([heading('code'), 'area_code', ({ code }) => code]);
	if (given.areaBy !== 'code') area.push([heading('name'), 'area_name', ({ name }) => name]);
	if (given.order % 2 === 1) area.reverse();
	const truth: Truth[] = [];
	const rows: OwnValue[][] = [];
	let columns: [string, OwnRole][] = [];
	const put = (one: OwnArea, period: string, measure: string, category = ''): OwnValue => {
		const number = value();
		truth.push({ code: one.code, period, measure, category, value: number });
		return written(number, given);
	};
	const areaCells = (one: OwnArea) => area.map(([, , cell]) => cell(one));
	const areaColumns = area.map(([header, role]): [string, OwnRole] => [header, role]);
	if (given.layout === 'wide') {
		columns = [...areaColumns, [heading('period'), 'period'], ...measures.map((name): [string, OwnRole] => [name, 'number'])]; // prettier-ignore
		for (const year of years) for (const one of buurten) rows.push([...areaCells(one), Number(year), ...measures.map((name) => put(one, year, name))]); // prettier-ignore
	} else if (given.layout === 'years') {
		const name = measures[0]!;
		columns = [...areaColumns, ...years.map((year): [string, OwnRole] => [`${name} ${year}`, 'number'])]; // prettier-ignore
		for (const one of buurten) rows.push([...areaCells(one), ...years.map((year) => put(one, year, name))]); // prettier-ignore
	} else if (given.layout === 'long') {
		columns = [...areaColumns, [heading('indicator'), 'indicator'], [heading('period'), 'period'], [heading('value'), 'number']]; // prettier-ignore
		for (const name of measures) for (const year of years) for (const one of buurten) rows.push([...areaCells(one), name, year, put(one, year, name)]); // prettier-ignore
	} else {
		const name = heading('value');
		columns = [...areaColumns, [heading('category'), 'category'], [heading('period'), 'period'], [name, 'number']]; // prettier-ignore
		for (const year of years) for (const group of categories) for (const one of buurten) rows.push([...areaCells(one), group, year, put(one, year, name, group)]); // prettier-ignore
	}
	if (given.withRemark) {
		columns.push(['Opmerking', 'ignore']);
		rows.forEach((row, at) => row.push(at % 7 === 0 ? `let op, zie bijlage ${at}` : null));
	}
	const above = titles.slice(0, given.titles).map((title): OwnValue[] => [title]);
	const headerRow = above.length + (given.gap && above.length > 0 ? 1 : 0);
	const lines: OwnValue[][] = [...above, ...(headerRow > above.length ? [[]] : []), columns.map(([header]) => header), ...rows]; // prettier-ignore
	const sheet = { name: '', rows: lines.map((cells, index) => ({ index, cells })) };
	return { sheet, roles: columns.map(([, role]) => role), headerRow, truth };
}

function written(number: number, { decimal, grouping, asText }: Shape): OwnValue {
	if (!asText) return number;
	const mark = grouping === 'space' ? ' ' : decimal === 'comma' ? '.' : ',';
	return grouping === 'none' ? String(number) : String(number).replace(/\B(?=(\d{3})+$)/g, mark);
}
