import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import { storeAreas } from './area-store.server.ts';
import { storeFigures, storeSpreads } from './figure-store.server.ts';
import type { FigureSource, SourceSeries } from './figure-source.ts';
import { findUnchanged, replacePredecessors } from './publication-store.server.ts';
import { SpreadGatherer } from './spread.ts';

/** Where a source is stored, and how it stands to what is there. */
export interface StoreContext {
	municipalityId: string;
	now: Date;
	/** Who may see it; left out: everyone. */
	visibility?: 'participants' | 'public';
	/**
	 * The one publication whose place it takes, or null for none; left out: those of the same table and period of which
	 * it has every area.
	 */
	revisionOf?: string | null;
	/** Tables of one maker with the same columns every year; left out: the table itself. */
	family?: string;
	/** Told after every batch: how much was stored. */
	report?: (stored: { areas: number; figures: number }) => void;
}

/** What was stored. */
export interface Stored {
	publicationId: string;
	/** False when this very content stands already; then nothing was changed. */
	changed: boolean;
	areas: number;
	figures: number;
	/** How many earlier publications it takes the place of. */
	replaced: number;
	coversCountry: boolean;
}

/** The most series in one statement: each takes some of the 65,535 parameters that PostgreSQL allows. */
const SERIES_AT_ONCE = 2000;

/** Stores what any reader or connector ends as, in the given transaction: wholly, or not at all when it throws. */
export async function storeSource(
	tx: Tx,
	source: FigureSource,
	context: StoreContext,
): Promise<Stored> {
	const { municipalityId, now } = context;
	const { facts } = source;
	const family = context.family ?? facts.tableId;
	const same = await findUnchanged(tx, municipalityId, { ...facts, family }, facts.checksum);
	if (same) return { ...same, changed: false, replaced: 0, coversCountry: false };
	const publicationId = newId();
	await tx
		.insertInto('publication')
		.values({
			...{ municipality_id: municipalityId, id: publicationId, table_id: facts.tableId, family },
			...{ title: facts.title, publisher: facts.publisher, licence: facts.licence },
			...{ period: facts.period, boundary_year: facts.boundaryYear, source: facts.source },
			...{ published_on: facts.publishedOn, retrieved_at: now, checksum: facts.checksum },
			population: facts.population && JSON.stringify(facts.population),
			visibility: context.visibility ?? 'public',
			created_at: now,
		})
		.execute();
	const series = await storeSeriesOf(tx, municipalityId, publicationId, source.series);
	const gatherer = new SpreadGatherer();
	const stored = { areas: 0, figures: 0 };
	for await (const batch of source.batches()) {
		const areas = await storeAreas(tx, municipalityId, facts.boundaryYear, batch.areas, source.areaNames); // prettier-ignore
		await storeFigures(tx, { municipalityId, publicationId }, areas, batch);
		gatherer.add(batch);
		stored.areas += batch.areas.length;
		stored.figures += batch.values.length;
		context.report?.({ ...stored });
	}
	const { coversCountry } = gatherer;
	if (coversCountry)
		await storeSpreads(tx, municipalityId, publicationId, series, gatherer.spreads());
	const replaced = await replace(tx, context, publicationId, { ...facts, family });
	return { publicationId, changed: true, ...stored, replaced, coversCountry };
}

async function storeSeriesOf(
	tx: Tx,
	municipalityId: string,
	publicationId: string,
	series: readonly SourceSeries[],
): Promise<number[]> {
	const ids: number[] = [];
	for (let from = 0; from < series.length; from += SERIES_AT_ONCE) {
		const rows = await tx
			.insertInto('series')
			.values(
				series.slice(from, from + SERIES_AT_ONCE).map((one, at) => ({
					...{ municipality_id: municipalityId, publication_id: publicationId },
					...{ measure: one.measure, indicator: one.indicator, title: one.title, unit: one.unit },
					...{ decimals: one.decimals, period: one.period, kind: one.kind },
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

async function replace(
	tx: Tx,
	context: StoreContext,
	publicationId: string,
	facts: Parameters<typeof replacePredecessors>[3],
): Promise<number> {
	if (context.revisionOf === undefined) return replacePredecessors(tx, context, publicationId, facts); // prettier-ignore
	if (context.revisionOf === null) return 0;
	const key = { municipality_id: context.municipalityId };
	await tx
		.updateTable('publication')
		.set({ replaced_at: context.now })
		.where('municipality_id', '=', key.municipality_id)
		.where('id', '=', context.revisionOf)
		.execute();
	await tx
		.updateTable('publication')
		.set({ revision_of: context.revisionOf })
		.where('municipality_id', '=', key.municipality_id)
		.where('id', '=', publicationId)
		.execute();
	return 1;
}
