import type { Bilingual } from '#kernel/bilingual.ts';

/** How a number came to be. */
export const figureKinds = [
	'count',
	'register',
	'survey',
	'model_estimate',
	'forecast',
	'experience',
] as const;

/** One of the ways in which a number came to be. */
export type FigureKind = (typeof figureKinds)[number];

/** What a measure is split by beside areas and periods: an age, a kind of crime. Never a margin. */
export interface Dimension {
	/** As the source calls the dimension: `SoortMisdrijf`. */
	name: string;
	/** Without padding: `1.1.1`. */
	code: string;
	label: string;
}

/** What one series is: a measure of one publication about one period. */
export interface Series {
	seriesId: number;
	/** The key of the column, the same over the years. */
	measure: string;
	/** Its indicator in the catalogue; null for what the catalogue does not know. */
	indicator: string | null;
	title: string;
	unit: string;
	decimals: number;
	/** The year or span that it is about: `2020`, `2016-2020`. */
	period: string;
	kind: FigureKind;
	isProvisional: boolean;
	/** Its place in the arrays of the publication, from 0. */
	position: number;
}

/** A series with what it is split by and the table that it comes from. */
export interface SeriesFacts extends Series {
	dimensions: Dimension[];
	publication: PublicationOfSeries;
}

/** The table that a series comes from. */
export interface PublicationOfSeries {
	id: string;
	tableId: string;
	/** Tables of one maker with the same columns every year. */
	family: string;
	title: string;
	publisher: string;
	licence: string;
	boundaryYear: number;
	retrievedAt: Date;
	publishedOn: string | null;
	/** Whom it is about, where that is not everyone. */
	population: Bilingual | null;
	coversCountry: boolean;
	/** Whether it came from a file of the municipality's own. */
	isOwn: boolean;
	/** Whether a newer publication took its place. */
	isReplaced: boolean;
	checksum: string;
}
