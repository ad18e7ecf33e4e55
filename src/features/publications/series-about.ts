import { catalogue, indicatorOf } from '#features/figures/catalogue.ts';
import type { ColumnKey } from './column.ts';
import type { Dimension, FigureKind } from '#features/figures/series.ts';
import type { SourceSeries } from './figure-source.ts';
import type { Topic } from './odata3.ts';

interface Known {
	column: ColumnKey;
	/** What the table says of it; undefined when it says nothing. */
	topic: Topic | undefined;
	/** The indicator of the column itself, before its dimensions. */
	indicator: string | null;
	dimensions: readonly Dimension[];
	about: {
		family: string | null;
		kind: FigureKind;
		whole: Readonly<Record<string, string>>;
	};
	period: string;
	isProvisional: boolean;
}

/**
 * What a series is: a measure of one member of every dimension in one period. Members that stand for a whole leave no
 * trace; others come behind the key (`GeregistreerdeMisdrijven/1.1.1`), by which the catalogue may know them.
 */
export function seriesAbout(known: Known): SourceSeries {
	const { column, topic, about, period } = known;
	const parts = known.dimensions.filter(({ name, code }) => about.whole[name] !== code);
	const measure = [column.key, ...parts.map(({ code }) => code)].join('/');
	const indicator =
		parts.length === 0 ? known.indicator : indicatorOfMeasure(about.family, measure);
	const catalogued = indicatorOf(indicator);
	const title = topic ? titleOf(topic) : (catalogued?.name.nl ?? inWords(column.key));
	const isSaidProvisional = /betreft voorlopige cijfers/i.test(topic?.description ?? '');
	return {
		measure,
		sourceKey: column.sourceKey,
		indicator,
		title: [title, ...parts.map(({ label }) => label)].join(', '),
		unit: topic?.unit ?? catalogued?.unit.nl ?? '',
		decimals: topic?.decimals ?? catalogued?.decimals ?? 0,
		period,
		kind: about.kind,
		isProvisional: known.isProvisional || isSaidProvisional,
		dimensions: parts.length > 0 ? parts : null,
	};
}

/** The indicator that the catalogue has for one member of a dimension (`GeregistreerdeMisdrijven/1.1.1`). */
export function indicatorOfMeasure(family: string | null, measure: string): string | null {
	if (family === null) return null;
	const found = catalogue.indicators.find(({ match }) =>
		match.some((place) => place.family === family && place.key === measure),
	);
	return found?.id ?? null;
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
