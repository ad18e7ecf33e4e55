import type { Area } from '#features/areas/area.queries.server.ts';
import type { NamedPlace } from '#features/areas/place-words.ts';
import type { FigureDetails } from '#features/evidence/evidence-details.schema.ts';
import { sentenceTexts } from '#locales/figure-sentence.ts';
import { figureTexts } from '#locales/figures.ts';
import type { Language } from '#locales/messages.ts';
import type { StatedFigure } from './figure-sentence.ts';
import { figureWords, nameOfLine, unitOfLine } from './figure-words.ts';
import { measuredOf, missingTexts, type Measured } from './measured.ts';
import type { ProfileLine } from './profile.ts';

/** A figure of an area with what stands beside it. */
export interface FigureInPlace {
	line: ProfileLine;
	area: Area;
	/** The areas it lies in, the nearest first. */
	above: Area[];
}

type Snapshot = Pick<FigureDetails, 'value' | 'missing' | 'lower' | 'upper' | 'numerator' | 'denominator' | 'isUncertain'>; // prettier-ignore

/** Everything that is needed to read a figure later, when its publication may have been replaced or taken back. */
export function snapshotOf(
	{ line, area, above }: FigureInPlace,
	checksum: string,
	language: Language,
): FigureDetails {
	return {
		seriesId: line.seriesId,
		areaCode: area.code,
		areaName: area.name,
		level: area.level,
		boundaryYear: line.boundaryYear,
		measure: line.measure,
		indicator: line.indicator,
		title: nameOfLine(line, language),
		...flat(line.own),
		unit: unitOfLine(line, language),
		decimals: line.decimals,
		period: line.period,
		kind: line.kind,
		isProvisional: line.isProvisional,
		population: line.population,
		comparison: besideOf({ line, area, above }, language).map((other) => ({
			areaName: other.place.name,
			level: other.isMiddle ? 'comparable' : other.place.level,
			...flat(other.measured),
		})),
		table: line.tableId,
		tableTitle: line.tableTitle,
		publisher: line.publisher,
		licence: line.licence,
		publicationId: line.publicationId,
		checksum,
		retrievedAt: new Date(line.retrievedAt).toISOString(),
	};
}

/** How a snapshot is called in lists: what, where, when and the value. */
export function titleOfSnapshot(details: FigureDetails, language: Language): string {
	const value = figureWords(unfolded(details), details, language);
	return `${details.title}, ${details.areaName}, ${details.period}: ${value}`;
}

/** A figure as its sentences need it. */
export function statedFigure(found: FigureInPlace, language: Language): StatedFigure {
	const { line, area } = found;
	const before = line.years.filter(({ period }) => period < line.period).toReversed();
	return {
		series: line,
		place: area,
		measured: line.own ?? { missing: 'not_measured' },
		beside: besideOf(found, language),
		earlier: before.map(({ period, own, brokenBy }) => ({
			period,
			brokenBy,
			measured: own === null ? null : { value: own },
		})),
		brokenBy: line.years.find(({ period }) => period === line.period)?.brokenBy ?? null,
	};
}

/** A snapshot as its sentences need it. */
export function statedSnapshot(details: FigureDetails): StatedFigure {
	const { areaName: name, level, kind, indicator, comparison } = details;
	return {
		series: { ...details, indicator: indicator ?? null, kind: kind ?? 'register' },
		place: { name, level: levelOf(level) },
		measured: unfolded(details),
		beside: comparison.map((other) => ({
			place: { name: other.areaName, level: levelOf(other.level) },
			measured: unfolded(other),
			isMiddle: other.level === 'comparable',
		})),
	};
}

function besideOf({ line, area, above }: FigureInPlace, language: Language) {
	const around = [
		{ level: 'municipality', measured: line.municipality },
		{ level: 'country', measured: line.country },
	].flatMap(({ level, measured }) => {
		const place = above.find((one) => one.level === level);
		return place && measured ? [{ place, measured, isMiddle: false }] : [];
	});
	const { comparable } = line;
	if (!comparable) return around;
	const many = figureTexts[language].many[area.level];
	const name = sentenceTexts[language].mostLike(comparable.count, many);
	const measured = { value: comparable.middle };
	return [...around, { place: { name, level: null }, measured, isMiddle: true }];
}

function flat(measured: Measured | null): Snapshot {
	if (measured === null) return { value: null, missing: null };
	if ('missing' in measured) return { value: null, missing: measured.missing };
	return { missing: null, ...measured };
}

/** A stored value as one thing again. */
export function unfolded({ isUncertain, missing, ...stored }: Snapshot): Measured {
	const reason = missingTexts.findIndex((one) => one === missing) + 1;
	const measured = measuredOf({ ...stored, missing: reason }, false);
	return isUncertain && 'value' in measured ? { ...measured, isUncertain: true } : measured;
}

function levelOf(level: string | null | undefined): NamedPlace['level'] {
	const known = ['country', 'municipality', 'district', 'neighbourhood'] as const;
	return known.find((one) => one === level) ?? null;
}
