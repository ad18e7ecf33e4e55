import type { Tx } from '#server/database/handles.ts';
import type { ColumnKey } from './column.ts';
import { catalogue, indicatorOf } from '#features/figures/catalogue.ts';
import { matchColumns } from '#features/figures/indicator-match.ts';
import type { Topic } from './odata3.ts';

interface SeriesOf {
	municipalityId: string;
	publicationId: string;
	facts: { period: string };
	topics: Topic[] | null;
}

/**
 * Stores a series for every column with numbers, and gives their ids in the same order. A column that the catalogue
 * knows gets its indicator; another one keeps the title and unit of the table.
 */
export async function storeSeries(
	tx: Tx,
	{ municipalityId, publicationId, facts, topics }: SeriesOf,
	columns: readonly ColumnKey[],
): Promise<number[]> {
	const found = matchColumns(
		catalogue,
		'kwb',
		columns.map(({ sourceKey }) => sourceKey),
	);
	const topicOf = new Map(topics?.map((topic) => [topic.sourceKey, topic]));
	const rows = await tx
		.insertInto('series')
		.values(
			columns.map(({ key, sourceKey }, position) => {
				const indicator = found.get(sourceKey) ?? null;
				const known = indicatorOf(indicator);
				const topic = topicOf.get(sourceKey);
				return {
					municipality_id: municipalityId,
					publication_id: publicationId,
					measure: key,
					indicator,
					title: topic ? titleOf(topic) : (known?.name.nl ?? inWords(key)),
					unit: topic?.unit ?? known?.unit.nl ?? '',
					decimals: topic?.decimals ?? known?.decimals ?? 0,
					period: facts.period,
					kind: 'register',
					position,
				};
			}),
		)
		.returning(['id', 'measure'])
		.execute();
	const idOf = new Map(rows.map(({ id, measure }) => [measure, id]));
	return columns.map(({ key }) => idOf.get(key) as number);
}

/** "Totaal" and "Appartement" say little without the group they stand in. */
function titleOf({ title, groups }: Topic): string {
	return [groups.at(-1), title].filter(Boolean).join(': ');
}

/** `AantalInwoners` becomes "Aantal inwoners". */
function inWords(key: string): string {
	const words = key
		.replace(/[._]/g, ' ')
		.replace(/(?<=[a-z])(?=[A-Z0-9])/g, ' ')
		.toLowerCase()
		.trim();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
