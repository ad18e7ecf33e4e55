import { FetchError } from '#server/fetching/fetch-error.ts';
import { fetchJson } from '#server/fetching/fetch-json.ts';
import { under } from '#server/fetching/source-address.ts';
import { familyOf, kindOf, wholeOf } from './families.ts';
import { FigureFileError, RowProblems } from './file-error.ts';
import { readDimensions, readMembers, type Member } from './odata3-members.ts';
import { parseAnswer } from './odata3-answer.ts';
import { rawCell, readAreaNames, readTableInfo, readTopics } from './odata3.ts';
import { newLongTable, openedTable, type OpenedTable } from './opened-table.ts';
import { baseOf, type FetchContext, type TableAsked, type TableVersion } from './table-asked.ts';
import { TableLines, type TableDescription } from './table-lines.ts';
import { TablePages } from './table-pages.ts';

/** The feed answers in Atom unless it is asked otherwise. */
const asJson = { $format: 'json' };

/** Which version of a table a service of version 3 has (`TableInfos`). Throws `FetchError`, `FigureFileError`. */
export async function lookAtOData3(
	asked: TableAsked,
	context: FetchContext,
): Promise<TableVersion> {
	const address = under(baseOf(asked.service, context), asked.table, 'TableInfos');
	address.searchParams.set('$format', 'json');
	const { bytes, json } = await fetchJson(address, context);
	const info = readTableInfo(new TextDecoder().decode(bytes));
	const [first] = parseAnswer(JSON.stringify(json)).value;
	return {
		table: info.identifier,
		title: info.title,
		modified: info.modified ?? '',
		period: info.period,
		licence: info.licence,
		source: info.source,
		records: Number(first?.['RecordCount'] ?? NaN) || null,
	};
}

/**
 * Fetches a table of version 3 (10,000 records a page) and reads it: the untyped data set, which keeps the reason why a
 * number is missing where the typed one says null. Throws `FetchError`, `FigureFileError`.
 */
export async function openOData3(asked: TableAsked, context: FetchContext): Promise<OpenedTable> {
	const version = await lookAtOData3(asked, context);
	const pages = new TablePages(asked, version, context);
	const properties = (await pages.all('DataProperties', asJson)).join('');
	const dimensions = readDimensions(properties);
	const areaNames = new Map<string, string>();
	if (dimensions.areas)
		for (const text of await pages.all(dimensions.areas, asJson))
			for (const { code, name } of readAreaNames(text, 'skip')) areaNames.set(code, name);
	const members = new Map<string, Member[]>();
	for (const name of dimensions.names.filter((one) => one !== dimensions.areas))
		members.set(name, (await pages.all(name, asJson)).flatMap(readMembers));
	const about = describe(version, properties, members);
	const table = newLongTable(context.folder);
	try {
		const problems = new RowProblems();
		const question = { ...asJson, ...filterOf(asked, members) };
		const lines = await readLines(linesOf(pages, question, areaNames), about, table, problems);
		problems.throwIfAny();
		return openedTable({
			table,
			version,
			source: 'odata3',
			boundaryYear: dimensions.boundaryYear,
			areaNames,
			digests: pages.seen,
			skipped: lines,
			done: () => pages.drop(),
		});
	} catch (error) {
		table.drop();
		throw error;
	}
}

function describe(
	version: TableVersion,
	properties: string,
	members: ReadonlyMap<string, readonly Member[]>,
): TableDescription {
	const family = familyOf(version.table, version.title);
	const periods = [...members].find(([name]) => name.startsWith('Period'))?.[1] ?? [];
	return {
		family,
		kind: kindOf(family),
		period: /\d{4}/.exec(version.period ?? version.title)?.[0] ?? '',
		topics: new Map(readTopics(properties).map((topic) => [topic.sourceKey, topic])),
		labels: new Map(
			Array.from(members, ([name, list]) => [
				name,
				new Map(list.map(({ code, title }) => [code, title])),
			]),
		),
		statuses: new Map(periods.flatMap(({ code, status }) => (status ? [[code, status]] : []))),
		whole: wholeOf(family),
	};
}

/**
 * One member of a dimension only. Its key goes along as the source writes it: padded, to another width in each
 * dimension, and a key of the wrong width gets an empty answer instead of a refusal.
 */
function filterOf(
	{ only }: TableAsked,
	members: ReadonlyMap<string, readonly Member[]>,
): { $filter?: string } {
	const parts = Object.entries(only).map(([name, code]) => {
		const key = members.get(name)?.find((member) => member.code === code)?.key ?? code;
		return `${name} eq '${key.replaceAll("'", "''")}'`;
	});
	return parts.length > 0 ? { $filter: parts.join(' and ') } : {};
}

/** The pages of the data, as one question, or as one per municipality where the source does not give so much at once. */
async function* linesOf(
	pages: TablePages,
	question: Readonly<Record<string, string>>,
	areaNames: ReadonlyMap<string, string>,
): AsyncGenerator<string> {
	const set = 'UntypedDataSet';
	let begun = false;
	try {
		for await (const text of pages.texts(set, question, true)) {
			begun = true;
			yield text;
		}
		return;
	} catch (error) {
		const isTooMany = error instanceof FetchError && error.problem === 'too_many_records';
		if (!isTooMany || begun || areaNames.size === 0) throw error;
	}
	const places = new Set(Array.from(areaNames.keys(), (code) => code.slice(2, 6)));
	for (const place of places) {
		const starts = place === '' ? ['NL'] : ['GM', 'WK', 'BU'].map((kind) => kind + place);
		const here = starts.map((start) => `startswith(WijkenEnBuurten,'${start}')`).join(' or ');
		const $filter = question.$filter ? `(${question.$filter}) and (${here})` : here;
		yield* pages.texts(set, { ...question, $filter }, true);
	}
}

async function readLines(
	texts: AsyncIterable<string>,
	about: TableDescription,
	table: ConstructorParameters<typeof TableLines>[2],
	problems: RowProblems,
): Promise<number> {
	let lines: TableLines | null = null;
	let columns: string[] = [];
	let row = 0;
	for await (const text of texts) {
		for (const object of parseAnswer(text).value) {
			row += 1;
			if (lines === null) {
				columns = Object.keys(object).filter((key) => !key.includes('.'));
				lines = new TableLines(columns, about, table, problems, 'odata3');
			}
			const cells = columns.map((key) => rawCell(object[key]));
			const found = cells.filter((cell) => cell !== undefined).length;
			if (found < columns.length)
				problems.add({ kind: 'too-few-columns', row, found, expected: columns.length });
			else lines.add(row, cells);
		}
	}
	if (lines === null) throw new FigureFileError({ code: 'figures.empty_file' });
	return lines.skipped;
}
