import { catalogue } from '#features/figures/catalogue.ts';
import { matchColumns } from '#features/figures/indicator-match.ts';
import type { FigureBatch, SourceBatch } from './batch.ts';
import { NUMBER_COLUMNS } from './batch.ts';
import { wholeOf, kindOf } from './families.ts';
import type { FigureSource, SourceFacts, SourceSeries } from './figure-source.ts';
import { importRefused } from './import-problem.ts';
import type { ColumnKey } from './column.ts';
import type { Topic } from './odata3.ts';
import { seriesAbout } from './series-about.ts';

/** A file whose lines are whole areas, and what it is called. */
export interface WideFile {
	name: string;
	batches: () => AsyncIterable<FigureBatch>;
}

/**
 * A source out of files with a line per area: one CSV, or several answers of one table. The first line is read to know the
 * columns. An area that comes in several answers (the country beside each municipality) counts once, the first time.
 */
export async function wideSource(
	files: readonly WideFile[],
	facts: SourceFacts,
	topics: readonly Topic[] | null,
	areaNames: ReadonlyMap<string, string>,
): Promise<FigureSource> {
	const all = allBatches(files);
	const first = await all.next();
	const columns = first.done ? [] : first.value.columns;
	return {
		facts,
		series: seriesOf(columns, facts, topics),
		areaNames,
		async *batches() {
			if (!first.done) yield first.value;
			yield* all;
		},
	};
}

function seriesOf(
	columns: readonly ColumnKey[],
	{ family, period }: SourceFacts,
	topics: readonly Topic[] | null,
): SourceSeries[] {
	const found = matchColumns(
		catalogue,
		family,
		columns.map(({ sourceKey }) => sourceKey),
	);
	const topicOf = new Map(topics?.map((topic) => [topic.sourceKey, topic]));
	const about = { family, kind: kindOf(family), whole: wholeOf(family) };
	return columns.map((column) =>
		seriesAbout({
			column,
			topic: topicOf.get(column.sourceKey),
			indicator: found.get(column.sourceKey) ?? null,
			dimensions: [],
			about,
			period,
			isProvisional: false,
		}),
	);
}

async function* allBatches(files: readonly WideFile[]): AsyncGenerator<FigureBatch, undefined> {
	const seen = new Set<string>();
	let width: number | null = null;
	for (const file of files)
		for await (const batch of file.batches()) {
			width ??= batch.columns.length;
			if (width !== batch.columns.length)
				throw importRefused(file.name, { code: 'figures.several_tables', tables: [file.name] });
			const fresh = withoutRepeats(batch, seen);
			for (const { code } of fresh.areas) seen.add(code);
			if (fresh.areas.length > 0) yield { ...fresh, columns: batch.columns };
		}
	return undefined;
}

function withoutRepeats(batch: FigureBatch, seen: ReadonlySet<string>): SourceBatch {
	const rows = batch.areas.flatMap(({ code }, index) => (seen.has(code) ? [] : [index]));
	if (rows.length === batch.areas.length) return batch;
	const width = batch.columns.length;
	const pick = <T extends Float64Array | Uint8Array>(from: T, to: T): T => {
		rows.forEach((row, index) =>
			to.set(from.subarray(row * width, (row + 1) * width), index * width),
		);
		return to;
	};
	const size = rows.length * width;
	const fresh: SourceBatch = {
		areas: rows.map((row) => batch.areas[row]!),
		values: pick(batch.values, new Float64Array(size)),
		missing: pick(batch.missing, new Uint8Array(size)),
	};
	for (const name of NUMBER_COLUMNS) {
		const column = batch[name];
		if (column) fresh[name] = pick(column, new Float64Array(size));
	}
	return fresh;
}
