import { indicatorOf } from '#features/figures/catalogue.ts';
import { figureSentences } from '#features/figures/figure-sentence.ts';
import { figureWords, nameOfLine, unitOfLine } from '#features/figures/figure-words.ts';
import { periodWords } from '#features/figures/period-words.ts';
import type { Language } from '#locales/messages.ts';
import { warningTexts } from '#locales/warnings.ts';
import { formatList, formatNumber } from '#ui/format.ts';
import type { ChartLine } from '#ui/line-chart.ts';
import { trendAlpha } from './rule.schema.ts';
import { isMadeOf } from './rule.ts';
import { valueOf, type Point, type Sign } from './signs.ts';
import type { WarningDetails, WarningLine } from './warning.ts';

/** A sign in words and as a picture, ready to be shown. */
export interface SignView {
	indicator: string;
	name: string;
	/** The figure, what it is compared with and the year. */
	statement: string;
	/** Why it stands out by the rule, and since when. */
	why: string[];
	/** How certain it is. */
	certainty: string[];
	source: string;
	lines: ChartLine[];
	table: { columns: string[]; rows: { period: string; values: string[] }[] };
	/** Of the newest figure: what a trajectory can take among its sources. */
	seriesId: number;
}

/** A warning in words. */
export interface WarningView {
	title: string;
	/** What the rule found in a sentence of its own; '' where the sign says it. */
	summary: string;
	signs: SignView[];
	residents: string;
}

type Told = Pick<WarningLine, 'areaName' | 'areaCode' | 'level' | 'details'>;

/** What a warning says, in the reader's language: it states, and neither explains nor judges. */
export function warningView(warning: Told, language: Language): WarningView {
	const t = warningTexts[language];
	const { details } = warning;
	const { kind, signs, counted, residents } = details;
	const isTogether = kind === 'together';
	return {
		title: isTogether ? `${details.ruleName[language]}` : nameOf(signs[0]!.indicator, language),
		summary: isTogether ? t.togetherSum(counted, signs.length) : '',
		signs: signs.map((sign) => signView(sign, warning, language)),
		residents: residentsWords(residents, language),
	};
}

/** The first figure and the sentence of the rule in one paragraph: what a finding or a question begins with. */
export function warningParagraph(warning: Told, language: Language): string {
	const { summary, signs } = warningView(warning, language);
	const told = signs.map(({ statement, why }) => [statement, why[0] ?? ''].join(' ').trim());
	return [summary, ...told].filter(Boolean).join(' ');
}

function signView(sign: Sign, warning: Told, language: Language): SignView {
	const t = warningTexts[language];
	const { details } = warning;
	const newest = sign.points.at(-1)!;
	const others = details.signs.filter(({ indicator }) => isRelated(indicator, sign.indicator));
	const { statement, remarks } = figureSentences(stated(sign, warning, language), language);
	return {
		indicator: sign.indicator,
		name: nameOf(sign.indicator, language),
		statement,
		why: whyWords(sign, details, language),
		certainty: [
			...remarks,
			...marginWords(sign, language),
			...(others.length > 0
				? [t.overlaps(formatList(others.map((one) => nameOf(one.indicator, language)), language))] // prettier-ignore
				: []),
		],
		source: t.source(newest.publisher, newest.tableId, newest.boundaryYear),
		lines: linesOf(sign, warning.areaName, language),
		table: tableOf(sign, warning.areaName, language),
		seriesId: newest.seriesId,
	};
}

function isRelated(one: string, other: string): boolean {
	return one !== other && (isMadeOf(one, other) || isMadeOf(other, one));
}

function stated(sign: Sign, { areaName, level }: Told, language: Language) {
	const newest = sign.points.at(-1)!;
	const { beside } = sign;
	const at = beside?.points.find(({ period }) => period === newest.period);
	const isArea = beside !== null && beside.kind !== 'tipping_point';
	const place = { name: besideName(sign, language), level: levelOf(beside?.kind) };
	return {
		series: {
			indicator: sign.indicator,
			title: sign.indicator,
			unit: indicatorOf(sign.indicator)?.unit.nl ?? '',
			decimals: newest.decimals,
			period: newest.period,
			kind: newest.kind,
			isProvisional: newest.isProvisional,
		},
		place: { name: areaName, level: level as 'district' | 'neighbourhood' },
		measured: newest.measured,
		brokenBy: newest.isBreak
			? { reason: breakReason(newest, sign.points.at(-2)), codes: [] }
			: null,
		beside: isArea && at ? [{ place, measured: at }] : [],
	};
}

/** Another maker or way of measuring is told from other boundaries by what the point before it says of itself. */
function breakReason(newest: Point, before: Point | undefined): 'boundary' | 'measured' {
	const isOther = before && (before.publisher !== newest.publisher || before.kind !== newest.kind);
	return isOther ? 'measured' : 'boundary';
}

function levelOf(kind: string | undefined): 'municipality' | 'country' | null {
	return kind === 'municipality' || kind === 'country' ? kind : null;
}

function besideName({ beside }: Sign, language: Language): string {
	const t = warningTexts[language];
	if (beside?.kind === 'tipping_point') return t.tippingPoint;
	return beside?.name ?? t.comparableAreas;
}

function whyWords(sign: Sign, details: WarningDetails, language: Language): string[] {
	switch (details.kind) {
		case 'level':
		case 'together':
			return [distanceSentence(sign, language), sinceSentence(sign, language)];
		case 'change':
			return [changeSentence(sign, language)];
		case 'tipping_point':
			return tippingSentences(sign, details, language);
	}
}

function distanceSentence(sign: Sign, language: Language): string {
	const t = warningTexts[language];
	const { beside, way } = sign;
	const against =
		beside?.kind === 'comparable'
			? t.againstComparable(beside.areas ?? 0)
			: besideName(sign, language);
	return t.levelDistance(distanceWords(sign, sign.difference, language), t[way], against);
}

function sinceSentence({ points, since, isSinceStart }: Sign, language: Language): string {
	const t = warningTexts[language];
	const year = periodWords(since, language);
	const isNewest = points.at(-1)!.period === since;
	if (!isSinceStart) return isNewest ? t.newNow(year) : t.sinceYear(year);
	return isNewest ? t.onlyNow(year) : t.sinceStart(year);
}

function changeSentence(sign: Sign, language: Language): string {
	const t = warningTexts[language];
	const made = sign.points.slice(-sign.used);
	const distance = distanceWords(sign, sign.difference, language);
	const way = sign.way === 'higher' ? t.up : t.down;
	const periods = made.map(({ period }) => periodWords(period, language));
	if (!sign.trend) return t.steps(formatList(periods, language), way, distance);
	const { slope, chance } = sign.trend;
	const slopeWords = distanceWords(sign, Math.abs(slope), language);
	return t.trend(periods[0]!, periods.at(-1)!, way, slopeWords, chanceWords(chance, language));
}

/** `0,8%`; never more than the level at which a trend counts. */
function chanceWords(chance: number, language: Language): string {
	return `${formatNumber(100 * Math.min(chance, trendAlpha), language, 1)}%`;
}

function tippingSentences(sign: Sign, details: WarningDetails, language: Language): string[] {
	const t = warningTexts[language];
	const point = sign.beside?.points.at(-1)?.value ?? 0;
	const side = sign.way === 'higher' ? t.above : t.below;
	const since = periodWords(sign.since, language);
	return [
		t.tipping(valueWords(sign, point, language), side, since),
		...(details.saidBy ? [t.saidBy(details.saidBy)] : []),
	];
}

function marginWords(sign: Sign, language: Language): string[] {
	const t = warningTexts[language];
	const words = (value: number) => distanceWords(sign, value, language);
	if (sign.margin !== null) return [t.beyondMargin(words(sign.difference), words(sign.margin))];
	return [t.withoutMargin];
}

/** Fewer people than this, and a few households make a difference. */
const fewResidents = 500;

function residentsWords(residents: number | null, language: Language): string {
	const t = warningTexts[language];
	if (residents === null) return t.residentsUnknown;
	return residents < fewResidents ? t.fewResidents(formatNumber(residents, language, 0)) : '';
}

/** The name of an indicator in the reader's language. */
export function nameOf(indicator: string, language: Language): string {
	return nameOfLine({ indicator, title: indicator, unit: '' }, language);
}

function unitOf(indicator: string, language: Language): string {
	return unitOfLine({ indicator, title: '', unit: '' }, language);
}

function valueWords({ indicator, points }: Sign, value: number, language: Language): string {
	const decimals = points.at(-1)!.decimals;
	const unit = unitOf(indicator, language);
	return figureWords({ value }, { unit: unit === 'score' ? '' : unit, decimals }, language);
}

/** A distance in its own unit: of percentages percentage points, of scores points. */
function distanceWords(
	sign: Pick<Sign, 'indicator' | 'points'>,
	value: number,
	language: Language,
): string {
	const t = warningTexts[language];
	const unit = unitOf(sign.indicator, language);
	const decimals = Math.max(sign.points.at(-1)!.decimals, value < 1 ? 2 : 1);
	const number = formatNumber(value, language, decimals);
	if (unit === '%') return t.percentagePoints(number);
	if (unit === 'score') return t.points(number);
	if (unit.includes('€')) return figureWords({ value }, { unit, decimals }, language);
	return unit === '' ? number : `${number} ${unit}`;
}

function linesOf(sign: Sign, areaName: string, language: Language): ChartLine[] {
	const own = {
		id: 'own',
		label: areaName,
		points: sign.points.map((point) => ({ ...momentOf(point, language), ...numbersOf(point), isBreak: point.isBreak })), // prettier-ignore
	};
	const { beside } = sign;
	if (!beside) return [own];
	const at = new Map(beside.points.map((one) => [one.period, one]));
	const points = sign.points.map((point) => ({
		...momentOf(point, language),
		value: at.get(point.period)?.value ?? null,
	}));
	return [own, { id: 'beside', label: besideName(sign, language), points }];
}

function momentOf({ period, at }: Point, language: Language) {
	return { x: at, at: periodWords(period, language) };
}

function numbersOf(point: Point) {
	const own = valueOf(point);
	if (!own) return { value: null };
	return { value: own.value, lower: own.lower ?? null, upper: own.upper ?? null };
}

function tableOf(sign: Sign, areaName: string, language: Language): SignView['table'] {
	const unit = unitOf(sign.indicator, language);
	const at = new Map(sign.beside?.points.map((one) => [one.period, one]));
	const words = (measured: Point['measured'], decimals: number) =>
		figureWords(measured as never, { unit: unit === 'score' ? '' : unit, decimals }, language);
	return {
		columns: [areaName, ...(sign.beside ? [besideName(sign, language)] : [])],
		rows: sign.points.map(({ period, measured, decimals }) => {
			const other = at.get(period);
			const beside = sign.beside ? [other ? words({ value: other.value }, decimals) : '–'] : [];
			return {
				period: periodWords(period, language),
				values: [words(measured, decimals), ...beside],
			};
		}),
	};
}
