import { sql } from 'kysely';
import { tellFiguresChanged } from '#features/figures/figures-changed.server.ts';
import type { Tx } from '#server/database/handles.ts';
import { newId } from '#kernel/id.ts';
import { storeAreas } from './area-store.server.ts';
import { storeFigures, storeSpreads } from './figure-store.server.ts';
import type { FigureSource } from './figure-source.ts';
import {
	findUnchanged,
	replaceExactly,
	replacePredecessors,
	storePublication,
	type PublicationVisibility,
} from './publication-store.server.ts';
import { storeSeries } from './series-store.server.ts';
import { SpreadGatherer } from './spread.ts';

export interface StoreContext {
	municipalityId: string;
	now: Date;
	/** Who may see the figures; everyone when it is not given. */
	visibility?: PublicationVisibility;
	/**
	 * The publication whose place this one takes: that one and no other, or none (null). When it is not given: those of the
	 * same table and period of which this one has every area.
	 */
	revisionOf?: string | null;
	/** Told after every batch how much was stored. */
	report?: (stored: { areas: number; figures: number }) => void;
}

export interface StoredSource {
	publicationId: string;
	/** False when the very same content was imported before; then nothing was changed. */
	changed: boolean;
	areas: number;
	figures: number;
	/** How many earlier publications this one takes the place of. Their figures stay readable. */
	replaced: number;
	coversCountry: boolean;
}

/** From here on what PostgreSQL knows of the tables is no longer what they hold; below, autovacuum comes soon enough. */
const aLotOfAreas = 1000;

/**
 * Stores what a reader or a connector brings: the publication, its series, areas and figures, and where every value
 * stands in the country when it covers it. Everything happens in the given transaction, wholly or not at all; values and
 * the reasons of missing ones are taken over as they are. Holds one batch in memory, and 8 bytes a figure for the places.
 */
export async function storeSource(
	tx: Tx,
	source: FigureSource,
	context: StoreContext,
): Promise<StoredSource> {
	const { facts } = source;
	const { municipalityId } = context;
	const same = await findUnchanged(tx, municipalityId, facts);
	if (same)
		return {
			publicationId: same,
			changed: false,
			areas: 0,
			figures: 0,
			replaced: 0,
			coversCountry: false,
		};
	const publicationId = newId();
	await storePublication(tx, context, publicationId, facts);
	const stored = await storeFiguresOf(tx, source, context, publicationId);
	const { revisionOf } = context;
	const replaced =
		revisionOf === undefined
			? await replacePredecessors(tx, context, publicationId, facts)
			: await replaceExactly(tx, context, publicationId, revisionOf);
	if (stored.areas >= aLotOfAreas) await sql`SELECT look_through_figures()`.execute(tx);
	await tellFiguresChanged(tx, municipalityId);
	return { publicationId, changed: true, replaced, ...stored };
}

async function storeFiguresOf(
	tx: Tx,
	source: FigureSource,
	{ municipalityId, report }: StoreContext,
	publicationId: string,
) {
	const { facts, areaNames } = source;
	const series = await storeSeries(tx, { municipalityId, publicationId }, source.series);
	const gatherer = new SpreadGatherer();
	let areas = 0;
	let figures = 0;
	for await (const batch of source.batches()) {
		const ids = await storeAreas(tx, municipalityId, facts.boundaryYear, batch.areas, areaNames);
		const cells = { ...batch, columns: source.series };
		await storeFigures(tx, { municipalityId, publicationId }, ids, cells);
		gatherer.add(batch);
		areas += batch.areas.length;
		figures += batch.values.length;
		report?.({ areas, figures });
	}
	const { coversCountry } = gatherer;
	if (coversCountry)
		await storeSpreads(tx, municipalityId, publicationId, series, gatherer.spreads());
	return { areas, figures, coversCountry };
}
