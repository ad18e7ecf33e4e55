import type { Tx } from '#server/database/handles.ts';
import type { SourceSeries } from './figure-source.ts';

/** The most series in one statement: each takes some of the 65,535 parameters that PostgreSQL allows. */
const SERIES_AT_ONCE = 2000;

/** Stores the series of a publication in their order, and gives their ids in the same order. */
export async function storeSeries(
	tx: Tx,
	{ municipalityId, publicationId }: { municipalityId: string; publicationId: string },
	series: readonly SourceSeries[],
): Promise<number[]> {
	const ids: number[] = [];
	for (let from = 0; from < series.length; from += SERIES_AT_ONCE) {
		const some = series.slice(from, from + SERIES_AT_ONCE);
		const rows = await tx
			.insertInto('series')
			.values(
				some.map((one, at) => ({
					municipality_id: municipalityId,
					publication_id: publicationId,
					measure: one.measure,
					indicator: one.indicator,
					title: one.title,
					unit: one.unit,
					decimals: one.decimals,
					period: one.period,
					kind: one.kind,
					provisional: one.isProvisional,
					dimensions: one.dimensions && JSON.stringify(one.dimensions),
					position: from + at,
				})),
			)
			.returning(['id', 'position'])
			.execute();
		for (const { id, position } of rows) ids[position] = id;
	}
	return ids;
}
