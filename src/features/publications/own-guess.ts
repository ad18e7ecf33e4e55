import { type AreaFinder, readAreaCode } from './own-area.ts';
import { guessHeaderRow } from './own-header.ts';
import { guessDecimal, parseOwnNumber } from './own-number.ts';
import {
	dataRows,
	isMeasured,
	shown,
	type DecimalMark,
	type OwnColumn,
	type OwnLayout,
	type OwnRole,
	type OwnSheet,
	type OwnValue,
} from './own-layout.ts';
import { parseOwnPeriod, splitHeader } from './own-period.ts';

/** How many rows are looked at to say what a column is. */
const LOOKED_AT = 400;

const words = {
	code: /code|^gwb|^bu_|^wk_|^gm_|statcode/i,
	area: /gebied|wijk|buurt|dorp|kern(?:naam)?$|gemeente|area|district|neighbou?rhood|municipality|statnaam/i,
	period: /^(?:jaar|jaartal|periode|perioden|maand|datum|peil\w*|meetjaar|verslagjaar|year|period|month|date)\b/i,
	indicator: /indicator|onderwerp|variabele|vraag|stelling|measure|topic|^meting|thema/i,
	category: /categorie|leeftijd|geslacht|groep|klasse|herkomst|soort|type|antwoord|huishouden|category|age|sex|gender|answer/i,
	percentage: /%|percentage|procent|aandeel|\bperc\b|\bpct\b|share/i,
	base: /^n$|^n\s*[=(]|\bn\)$|noemer|basis|respons|respondenten|ondervraagden|deelnemers aan de enqu|steekproef|denominator|\bbase\b|sample/i,
	part: /teller|numerator|aantal ja\b/i,
	level: { municipality: /gemeente|municipality/i, district: /wijk|district/i, neighbourhood: /buurt|neighbou?rhood/i },
} as const; // prettier-ignore

/** What the cells of one column look like, as shares (0–1) of those that are filled. */
interface Look {
	index: number;
	header: string;
	filled: number;
	different: number;
	codes: number;
	names: number;
	periods: number;
	numbers: number;
	percentSigns: number;
}

/**
 * Proposes how a sheet is to be read: where its header is, how it writes numbers, and what each column is. A proposal
 * only; a person corrects it. What is given is taken over.
 */
export function guessLayout(
	sheet: OwnSheet,
	index: number,
	finder: AreaFinder,
	given: {
		headerRow?: number | undefined;
		decimal?: DecimalMark | undefined;
		boundaryYear?: number;
	} = {},
): OwnLayout {
	const headerRow = given.headerRow ?? guessHeaderRow(sheet);
	const rows = dataRows(sheet, headerRow).slice(0, LOOKED_AT);
	const decimal = given.decimal ?? guessDecimal(rows.flatMap(({ cells }) => cells));
	const names = sheet.rows.find((row) => row.index === headerRow)?.cells ?? [];
	const width = Math.max(names.length, ...rows.map(({ cells }) => cells.length), 0);
	const looks = Array.from(
		{ length: width },
		(_, column) =>
		lookAt(column, shown(names[column]), rows.map(({ cells }) => cells[column]), decimal, finder), // prettier-ignore
	);
	const roles = rolesOf(looks);
	const columns = looks.map((look): OwnColumn => {
		const role = roles[look.index] ?? 'ignore';
		const split = splitHeader(look.header);
		const measured = isMeasured({ role });
		const ofPeriod = measured || role === 'part' || role === 'base';
		return {
			index: look.index,
			header: look.header,
			role,
			name: measured ? split.name : '',
			period: ofPeriod ? split.period : null,
			of: null,
		};
	});
	tieBases(columns);
	const has = (role: OwnRole) => columns.some((one) => one.role === role);
	const isDated = has('period') || columns.some((one) => one.period !== null);
	return {
		...{ sheet: index, headerRow, decimal, boundaryYear: given.boundaryYear ?? 0 },
		level: levelOf(columns),
		period: isDated ? null : periodAbove(sheet, headerRow),
		columns,
	};
}

function lookAt(
	index: number,
	header: string,
	cells: readonly (OwnValue | undefined)[],
	decimal: DecimalMark,
	finder: AreaFinder,
): Look {
	const filled = cells.filter((cell) => shown(cell) !== '');
	const share = (fits: (cell: OwnValue) => boolean) =>
		filled.length === 0 ? 0 : filled.filter((cell) => fits(cell ?? null)).length / filled.length;
	return {
		index,
		header,
		filled: filled.length,
		different: new Set(filled.map(shown)).size,
		codes: share((cell) => readAreaCode(cell) !== null && (/^[A-Z]{2}/i.test(shown(cell)) || words.code.test(header))), // prettier-ignore
		names: share((cell) => typeof cell === 'string' && finder.knowsName(cell)),
		periods: share((cell) => parseOwnPeriod(cell) !== null),
		numbers: share((cell) => !('error' in parseOwnNumber(cell, decimal))),
		percentSigns: share((cell) => /%\s*$/.test(shown(cell))),
	};
}

function rolesOf(looks: readonly Look[]): OwnRole[] {
	const roles: OwnRole[] = looks.map(() => 'ignore');
	const free = () => looks.filter(({ index, filled }) => roles[index] === 'ignore' && filled > 0);
	const give = (look: Look | undefined, role: OwnRole) => {
		if (look) roles[look.index] = role;
	};
	// Of several columns with codes (gemeente, wijk, buurt) the one that says most.
	const codes = free().filter((look) => look.codes >= 0.6);
	const code = mostDifferent(codes);
	give(code, 'area_code');
	const taken = new Set(codes.map(({ index }) => index));
	// The name of the municipality beside the codes of its neighbourhoods says nothing of them.
	const saysEnough = (look: Look) => !code || look.different * 2 >= code.different;
	const areaNames = free().filter((look) => !taken.has(look.index) && isAreaName(look));
	give(mostDifferent(areaNames.filter(saysEnough)), 'area_name');
	const named = looks.filter((look) => words.area.test(look.header) && look.numbers < 0.5);
	for (const { index } of named) taken.add(index);
	const left = () => free().filter(({ index }) => !taken.has(index));
	give(left().find(isPeriod), 'period');
	for (const look of left()) if (isNumber(look)) roles[look.index] = 'number';
	const hasIndicator = left().find((look) => words.indicator.test(look.header) && look.numbers < 0.5); // prettier-ignore
	give(hasIndicator, 'indicator');
	const rowsPerPlace = rowsFor(looks, roles);
	for (const look of left())
		if (isCategory(look, rowsPerPlace)) {
			roles[look.index] = 'category';
			break;
		}
	nameNumbers(looks, roles);
	return roles;
}

const mostDifferent = (looks: readonly Look[]): Look | undefined =>
	looks.toSorted((a, b) => b.different - a.different || a.index - b.index)[0];

function isAreaName({ names, numbers, header, codes }: Look): boolean {
	if (codes >= 0.6) return false;
	if (names >= 0.4) return true;
	return words.area.test(header) && !words.code.test(header) && numbers < 0.5;
}

/** A header that says so, or years and nothing else that come back from row to row. */
function isPeriod({ header, periods, different, filled }: Look): boolean {
	if (periods < 0.6) return false;
	if (words.period.test(header)) return true;
	return periods === 1 && header === '' ? true : periods === 1 && different <= filled / 4;
}

/** More than half reads as a number, so that a column with some mistakes in it is still seen as one. */
function isNumber({ numbers, header, filled }: Look): boolean {
	return header !== '' && filled > 0 && numbers > 0.5;
}

/** How many rows one area and period have, on average: from two on something else tells them apart. */
function rowsFor(looks: readonly Look[], roles: readonly OwnRole[]): number {
	const area = looks.find(({ index }) => roles[index] === 'area_code' || roles[index] === 'area_name'); // prettier-ignore
	const period = looks.find(({ index }) => roles[index] === 'period');
	if (!area || area.different === 0) return 1;
	return area.filled / (area.different * (period?.different ?? 1));
}

function isCategory(look: Look, rowsPerPlace: number): boolean {
	if (look.numbers > 0.5 || look.different > 60) return false;
	if (words.category.test(look.header)) return true;
	return rowsPerPlace >= 1.5 && look.different >= 2 && look.different <= look.filled / 2;
}

/** Which of the columns with numbers are percentages, parts and bases. */
function nameNumbers(looks: readonly Look[], roles: OwnRole[]): void {
	const numbers = looks.filter(({ index }) => roles[index] === 'number');
	for (const look of numbers)
		if (words.percentage.test(look.header) || look.percentSigns > 0.5)
			roles[look.index] = 'percentage';
	// Of something other than numbers themselves: a score may have a base as well.
	const others = numbers.filter(({ index, header }) => roles[index] === 'number' && !words.base.test(header)); // prettier-ignore
	const hasPercentage = roles.includes('percentage');
	for (const { index, header } of numbers) {
		if (roles[index] === 'percentage') continue;
		if (words.base.test(header) && (hasPercentage || others.length > 0)) roles[index] = 'base';
		else if (words.part.test(header) && hasPercentage) roles[index] = 'part';
	}
}

/** Each part and base stands behind the nearest measured column of its period, one before it first. */
function tieBases(columns: OwnColumn[]): void {
	const all = columns.filter(isMeasured);
	const preferred = all.filter(({ role }) => role === 'percentage');
	const measured = preferred.length > 0 ? preferred : all;
	for (const column of columns) {
		if (column.role !== 'part' && column.role !== 'base') continue;
		const same = measured.filter(({ period }) => column.period === null || period === column.period); // prettier-ignore
		const shared = splitHeader(column.header).name.toLowerCase();
		const alike = same.filter(({ name }) => name !== '' && shared.includes(name.toLowerCase()));
		const from = alike.length > 0 ? alike : same;
		const distance = (one: OwnColumn) => Math.abs(one.index - column.index) + (one.index > column.index ? 0.5 : 0); // prettier-ignore
		// One base for all of them: the only one there is says how many were asked.
		const isOnly = columns.filter(({ role }) => role === column.role).length === 1;
		column.of = isOnly ? null : (from.toSorted((a, b) => distance(a) - distance(b))[0]?.index ?? null); // prettier-ignore
	}
}

function levelOf(columns: readonly OwnColumn[]): OwnLayout['level'] {
	const area = columns.find(({ role }) => role === 'area_name');
	if (!area) return null;
	const fitting = (['neighbourhood', 'district', 'municipality'] as const).filter((level) =>
		words.level[level].test(area.header),
	);
	return fitting.length === 1 ? fitting[0]! : null;
}

/** A year in what stands above the header: the title of the table. */
function periodAbove(sheet: OwnSheet, headerRow: number): string | null {
	const above = sheet.rows.filter(({ index }) => index < headerRow);
	const found = above.flatMap(({ cells }) => cells.flatMap((cell) => splitHeader(shown(cell)).period ?? [])); // prettier-ignore
	const different = new Set(found);
	return different.size === 1 ? found[0]! : null;
}
