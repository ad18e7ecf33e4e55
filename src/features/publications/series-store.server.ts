import type { Tx } from '#server/database/handles.ts';
import type { SourceSeries } from './figure-source.ts';

/** Stores the series of a publication in their order, and gives their ids in the same order. */
export async function storeSeries(
	tx: Tx,
	{ municipalityId, publicationId }: { municipalityId: string; publicationId: string },
	series: readonly SourceSeries[],
): Promise<number[]> {
	const rows = await tx
		.insertInto('series')
		.values(
			series.map((one, position) => ({
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
				position,
			})),
		)
		.returning(['id', 'position'])
		.execute();
	const idAt = new Map(rows.map(({ id, position }) => [position, id]));
	return series.map((_one, position) => idAt.get(position) as number);
}
