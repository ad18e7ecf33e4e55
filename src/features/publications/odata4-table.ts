import { parseAreaCode } from '#features/areas/area-code.ts';
import { catalogue } from '#features/figures/catalogue.ts';
import { matchColumns } from '#features/figures/indicator-match.ts';
import { fetchJson } from '#server/fetching/fetch-json.ts';
import { under } from '#server/fetching/source-address.ts';
import { areaRow } from './batch-builder.ts';
import { columnKeys } from './column.ts';
import { familyOf, kindOf, wholeOf } from './families.ts';
import type { Dimension, FigureKind } from '#features/figures/series.ts';
import { RowProblems } from './file-error.ts';
import { keyOfTitle } from './key-of-title.ts';
import type { LongTable } from './long-table.ts';
import type { Cell } from './number.ts';
import { asText, type JsonObject, parseAnswer } from './odata3-answer.ts';
import { readMembers, type Member } from './odata3-members.ts';
import type { Topic } from './odata3.ts';
import { newLongTable, openedTable, type OpenedTable } from './opened-table.ts';
import { isProvisionalStatus, periodOf } from './period.ts';
import { seriesAbout } from './series-about.ts';
import { baseOf, type FetchContext, type TableAsked, type TableVersion } from './table-asked.ts';
import { TablePages } from './table-pages.ts';
import { slotOfMargin } from './table-shape.ts';

/** Which version of a table a service of version 4 has (`Properties`). Throws `FetchError`, `FigureFileError`. */
export async function lookAtOData4(
	asked: TableAsked,
	context: FetchContext,
): Promise<TableVersion> {
	const address = under(baseOf(asked.service, context), asked.table, 'Properties');
	const { bytes } = await fetchJson(address, context);
	const about = parseAnswer(new TextDecoder().decode(bytes)).value[0] ?? {};
	return {
		table: asText(about['Identifier']) ?? asked.table,
		title: asText(about['Title']) ?? asked.table,
		modified: asText(about['ObservationsModified']) ?? asText(about['Modified']) ?? '',
		period: asText(about['TemporalCoverage']),
		licence: asText(about['License']),
		source: asText(about['Source']),
		records: Number(about['ObservationCount'] ?? NaN) || null,
	};
}

/**
 * Fetches a table of version 4 (100,000 observations a page) and reads it. A measure gets the key that version 3 gives it
 * (`keyOfTitle`), so that its years stay together. A cell that is not there was not published; `ValueAttribute` says when
 * it cannot occur. Throws `FetchError`, `FigureFileError`.
 */
export async function openOData4(asked: TableAsked, context: FetchContext): Promise<OpenedTable> {
	const version = await lookAtOData4(asked, context);
	const pages = new TablePages(asked, version, context);
	const dimensions = (await pages.all('Dimensions')).flatMap((text) => parseAnswer(text).value);
	const members = new Map<string, Member[]>();
	for (const { Identifier } of dimensions) {
		const name = asText(Identifier) ?? '';
		members.set(name, (await pages.all(`${name}Codes`)).flatMap(readMembers));
	}
	const geo = dimensions.find(({ Kind }) => /Geo/.test(asText(Kind) ?? ''));
	const areas = asText(geo?.['Identifier']) ?? 'WijkenEnBuurten';
	const areaNames = new Map<string, string>();
	for (const { code, title } of members.get(areas) ?? []) {
		const area = parseAreaCode(code);
		if (area) areaNames.set(area.code, title);
	}
	const topics = readMeasures(await pages.all('MeasureCodes'), await pages.all('MeasureGroups'));
	const table = newLongTable(context.folder);
	try {
		const problems = new RowProblems();
		const reader = new Observations(version, topics, members, areas, table, problems);
		for await (const text of pages.texts('Observations', filterOf(asked), true))
			for (const observation of parseAnswer(text).value) reader.add(observation);
		problems.throwIfAny();
		return openedTable({
			table,
			version,
			source: 'odata4',
			boundaryYear: Number(asText(geo?.['MapYear']) ?? NaN) || null,
			areaNames,
			digests: pages.seen,
			skipped: reader.skipped,
			done: () => pages.drop(),
		});
	} catch (error) {
		table.drop();
		throw error;
	}
}

function filterOf({ only }: TableAsked): { $filter?: string } {
	const parts = Object.entries(only).map(
		([name, code]) => `${name} eq '${code.replaceAll("'", "''")}'`,
	);
	return parts.length > 0 ? { $filter: parts.join(' and ') } : {};
}

/** `MeasureCodes` with the groups they stand in, as topics: by identifier, in the table's order. */
export function readMeasures(
	codes: readonly string[],
	groups: readonly string[],
): ReadonlyMap<string, Topic> {
	const list = codes
		.flatMap((text) => parseAnswer(text).value)
		.toSorted((a, b) => Number(a['Index']) - Number(b['Index']));
	const groupOf = new Map(
		groups.flatMap((text) => parseAnswer(text).value).map((group) => [group['Id'], group]),
	);
	const columns = columnKeys(
		list.map(({ Title, Index }) => `${keyOfTitle(asText(Title) ?? '')}_${Number(Index)}`),
	);
	return new Map(
		list.map((measure, index) => [
			asText(measure['Identifier']) ?? '',
			{
				...columns[index]!,
				title: asText(measure['Title']) ?? '',
				unit: asText(measure['Unit']),
				decimals: Number(measure['Decimals'] ?? 0),
				groups: groupsOf(measure['MeasureGroupId'], groupOf),
				description: asText(measure['Description']),
			},
		]),
	);
}

function groupsOf(id: unknown, groupOf: ReadonlyMap<unknown, JsonObject>): string[] {
	const titles: string[] = [];
	for (let group = groupOf.get(id); group && titles.length < groupOf.size;) {
		titles.unshift(asText(group['Title']) ?? '');
		group = groupOf.get(group['ParentId']);
	}
	return titles;
}

/** Takes observations into a `LongTable`. */
class Observations {
	skipped = 0;
	private readonly family: string | null;
	private readonly kind: FigureKind;
	private readonly period: string;
	private readonly order: ReadonlyMap<string, number>;
	private readonly indicators: ReadonlyMap<string, string>;
	private readonly dimensions: readonly string[];
	private readonly periods: string | null;
	private readonly margins: string | null;
	private readonly topics: ReadonlyMap<string, Topic>;
	private readonly members: ReadonlyMap<string, readonly Member[]>;
	private readonly areas: string;
	private readonly table: LongTable;
	private readonly problems: RowProblems;

	constructor(
		version: TableVersion,
		topics: ReadonlyMap<string, Topic>,
		members: ReadonlyMap<string, readonly Member[]>,
		areas: string,
		table: LongTable,
		problems: RowProblems,
	) {
		const names = [...members.keys()].filter((name) => name !== areas);
		this.periods = names.find((name) => /^Periode/.test(name)) ?? null;
		this.margins = names.find((name) => /^Marge/.test(name)) ?? null;
		this.dimensions = names.filter((name) => name !== this.periods && name !== this.margins);
		this.family = familyOf(version.table, version.title);
		this.kind = kindOf(this.family);
		this.period = /\d{4}/.exec(version.period ?? version.title)?.[0] ?? '';
		this.order = new Map(Array.from(topics.keys(), (id, index) => [id, index]));
		const columns = Array.from(topics.values(), ({ sourceKey }) => sourceKey);
		this.indicators = this.family ? matchColumns(catalogue, this.family, columns) : new Map();
		this.topics = topics;
		this.members = members;
		this.areas = areas;
		this.table = table;
		this.problems = problems;
	}

	add(observation: JsonObject): void {
		const raw = asText(observation[this.areas]) ?? '';
		const area = parseAreaCode(raw);
		const id = asText(observation['Measure']) ?? '';
		const topic = this.topics.get(id);
		const slot = this.margins ? slotOfMargin(asText(observation[this.margins]) ?? '') : 'value';
		// Regions of another kind, and texts about an area instead of figures.
		if (area === null || !topic || topic.kind === 'attribute' || slot === null) {
			this.skipped += 1;
			return;
		}
		const cell = cellOf(observation);
		if ('error' in cell) {
			const row = Number(observation['Id'] ?? 0);
			const written = String(observation['Value']);
			this.problems.add({ kind: 'not-a-number', row, column: topic.title, text: written });
			return;
		}
		const nowhere = { municipalityName: -1, boundaryChange: -1, postcode: -1 };
		const at = this.table.area(area.code, () => areaRow(area, nowhere, []));
		this.table.put(at, this.seriesOf(id, topic, observation), slot, cell);
	}

	private seriesOf(id: string, topic: Topic, observation: JsonObject): number {
		const period = this.periods ? (asText(observation[this.periods]) ?? '') : '';
		const codes = this.dimensions.map((name) => asText(observation[name]) ?? '');
		return this.table.seriesOf([id, period, ...codes].join('\n'), () => ({
			order: [this.order.get(id) as number, ...codes, period],
			about: seriesAbout({
				column: topic,
				topic,
				indicator: this.indicators.get(topic.sourceKey) ?? null,
				dimensions: codes.map((code, index) =>
					this.memberOf(this.dimensions[index] as string, code),
				),
				about: { family: this.family, kind: this.kind, whole: wholeOf(this.family) },
				period: period ? periodOf(period) : this.period,
				isProvisional: isProvisionalStatus(this.statusOf(period)),
			}),
		}));
	}

	private memberOf(name: string, code: string): Dimension {
		const member = this.members.get(name)?.find((one) => one.code === code);
		return { name, code, label: member?.title ?? code };
	}

	private statusOf(period: string): string | null {
		if (!this.periods) return null;
		return this.members.get(this.periods)?.find(({ code }) => code === period)?.status ?? null;
	}
}

/** What `ValueAttribute` says where there is no number. */
const REASONS: Readonly<Record<string, Cell>> = {
	Impossible: { missing: 'cannot_occur' },
	Secret: { missing: 'suppressed' },
	Confidential: { missing: 'suppressed' },
};

function cellOf({ Value, ValueAttribute }: JsonObject): Cell {
	if (typeof Value === 'number' && Number.isFinite(Value)) return { value: Value };
	if (Value !== null && Value !== undefined) return { error: 'not-a-number' };
	return REASONS[asText(ValueAttribute) ?? ''] ?? { missing: 'unknown_or_secret' };
}
