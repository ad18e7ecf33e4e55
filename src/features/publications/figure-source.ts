import type { Bilingual } from '#kernel/bilingual.ts';
import type { Dimension, FigureKind } from '#features/figures/series.ts';
import type { SourceBatch } from './batch.ts';

/** By which way a publication came in. */
export const SOURCE_KINDS = ['file', 'odata3', 'odata4', 'own'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What a publication is, whatever brings it in. */
export interface SourceFacts {
	/** `84799NED`; of what has no number, a name that stays the same over the years (`leefbaarometer`). */
	tableId: string;
	title: string;
	publisher: string;
	licence: string;
	/** `2020`, or a span (`2012-2024`) when the series have periods of their own. */
	period: string;
	boundaryYear: number;
	/** As `YYYY-MM-DD`; null when the source does not say. */
	publishedOn: string | null;
	source: SourceKind;
	/** Tables of one maker with the same columns every year: a family of the catalogue, or the table itself. */
	family: string;
	/** Whom the figures are about, where that is not everyone. */
	population: Bilingual | null;
	/** The same for the same content, whatever its name and order: what was imported before changes nothing. */
	checksum: string;
}

/** One column of figures: a measure, of one member of every further dimension, in one period. */
export interface SourceSeries {
	/** Stays the same over the years: no number at its end, dimensions included (`GeregistreerdeMisdrijven/1.1.1`). */
	measure: string;
	/** As the source writes it (`AantalInwoners_5`). */
	sourceKey: string;
	/** The indicator of the catalogue; null for what is not mapped, which is used under its own title. */
	indicator: string | null;
	title: string;
	unit: string;
	decimals: number;
	/** A year (`2020`), or what the source has instead of it. */
	period: string;
	kind: FigureKind;
	isProvisional: boolean;
	dimensions: readonly Dimension[] | null;
}

/**
 * Figures on their way in: what every reader of files and every connector of a service ends as, and what
 * `storeSource` stores. `batches` may be walked through once; the cell of `areas[a]` and `series[s]` of a batch is at
 * `a * series.length + s`. An area comes once. What is wrong on the way is thrown as `figures.import_refused`.
 */
export interface FigureSource {
	facts: SourceFacts;
	series: readonly SourceSeries[];
	/** The names of areas by code, where the source has them. */
	areaNames: ReadonlyMap<string, string>;
	batches(): AsyncIterable<SourceBatch>;
}
