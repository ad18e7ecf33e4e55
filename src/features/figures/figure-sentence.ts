import phrases from '#content/figure-sentences.json' with { type: 'json' };
import type { AreaBreak } from '#features/areas/area-course.ts';
import { placeWords, type NamedPlace } from '#features/areas/place-words.ts';
import type { Bilingual } from '#kernel/bilingual.ts';
import { sentenceTexts } from '#locales/figure-sentence.ts';
import { figureTexts } from '#locales/figures.ts';
import { wordFor, type Language } from '#locales/messages.ts';
import { differsBeyondMargin, hasMargin, type Estimate } from '#statistics/margin.ts';
import { formatList, formatNumber } from '#ui/format.ts';
import { indicatorOf } from './catalogue.ts';
import { figureWords, nameOfLine, unitOfLine } from './figure-words.ts';
import { periodWords } from './period-words.ts';

/** What a sentence needs to know of what is measured; `SeriesFacts` and `ProfileLine` have it. */
export interface StatedSeries {
	/** Its indicator in the catalogue; null for what the catalogue does not know. */
	indicator: string | null;
	title: string;
	unit: string;
	decimals: number;
	period: string;
	kind: string;
	isProvisional?: boolean | undefined;
	/** Whom it is about, where that is not everyone. */
	population?: Bilingual | null | undefined;
}

/** A value with what is known about how sure it is, or why there is none. */
export type StatedValue =
	| (Estimate & {
			numerator?: number | undefined;
			denominator?: number | undefined;
			/** On a small base (see the disclosure rules). */
			isUncertain?: boolean | undefined;
	  })
	| { missing: string };

/** Why a figure cannot be put behind the one before it: what became of the area, or that it was measured in another way. */
export interface StatedBreak {
	reason: AreaBreak['reason'] | 'measured';
	codes: readonly string[];
}

/** A figure with all that its sentences may say. */
export interface StatedFigure {
	series: StatedSeries;
	place: NamedPlace;
	measured: StatedValue;
	/** The same figure of the areas around it or like it, the nearest first; null where it was not published. */
	beside?:
		| readonly {
				place: NamedPlace;
				measured: StatedValue | null;
				/** It stands for several areas: the middle of their values. */
				isMiddle?: boolean;
		  }[]
		| undefined;
	/** The same figure of this area in earlier years, the newest first. */
	earlier?: readonly {
		period: string;
		measured: StatedValue | null;
		brokenBy?: StatedBreak | null;
	}[];
	/** What lies between this figure and the year before; null where nothing does. */
	brokenBy?: StatedBreak | null | undefined;
}

/** A figure in whole sentences. */
export interface FigureSentences {
	/** The figure, the comparison and the year in one sentence; or why there is no figure. */
	statement: string;
	/** What it was in earlier years; '' when nothing comparable is known. */
	change: string;
	/** What somebody must know to read it: margins and what they say about differences, kind, small base, whom it is about. */
	remarks: string[];
}

/**
 * A figure in whole sentences that can be read aloud. They state and never explain or judge: no cause, nothing good or
 * bad. A difference is only called one when it is larger than its margin; where no margin is known nothing is said
 * about it.
 */
export function figureSentences(figure: StatedFigure, language: Language): FigureSentences {
	return {
		statement: statement(figure, language),
		change: change(figure, language),
		remarks: [...marginRemarks(figure, language), ...readingRemarks(figure, language)],
	};
}

/** The sentences of a figure as one paragraph. */
export function figureParagraph(figure: StatedFigure, language: Language): string {
	const { statement: first, change: then, remarks } = figureSentences(figure, language);
	return [first, then, ...remarks].filter(Boolean).join(' ');
}

/** The figure, the comparison and the year in one sentence; where there is no figure, that and why in a few. */
function statement(figure: StatedFigure, language: Language): string {
	const { series, measured } = figure;
	const t = sentenceTexts[language];
	const where = placeOf(figure, language);
	const period = periodWords(series.period, language);
	const what = nameOfLine(series, language);
	const comparison = comparisonOf(figure, language);
	if ('missing' in measured) {
		const why = wordFor(figureTexts[language].missingWhy, measured.missing);
		const beside = comparison ? ` ${capital(comparison)}.` : '';
		return `${t.noFigure(what, where, period)}. ${why}${beside}`;
	}
	const value = hedged(measured, series, language);
	const own =
		series.kind === 'forecast'
			? t.forecast(what, where, period, valueWords(measured, series, language))
			: t.inPeriod(period, filled(series, { value, where }, language));
	return `${own}${comparison ? `; ${comparison}` : ''}.`;
}

/** The phrase of the catalogue for what is measured, filled in; a general one for what it does not know. */
function filled(
	series: StatedSeries,
	{ value, where }: { value: string; where: string },
	language: Language,
): string {
	const t = sentenceTexts[language];
	const whom = series.population ? t.those(lowered(series.population[language])) : t.residents;
	const phrase = phraseOf(series)?.[language] ?? t.general(nameOfLine(series, language));
	return phrase.replace('{value}', value).replace('{in}', where).replace('{whom}', whom);
}

function phraseOf({ indicator }: StatedSeries): Bilingual | undefined {
	const known: Record<string, Bilingual | undefined> = phrases.sentences;
	return indicator === null ? undefined : known[indicator];
}

/** The other areas, in one clause: counts only beside the nearest, of which the area is a part. */
function comparisonOf(figure: StatedFigure, language: Language): string {
	const { series, beside = [] } = figure;
	const t = sentenceTexts[language];
	const told = isCount(series) ? beside.slice(0, 1) : beside;
	const clauses = told.flatMap(({ place, measured }, at) => {
		if (!measured) return [];
		const named = placeOf({ ...figure, place }, language, figure.place);
		if ('missing' in measured) return [t.noneFor(named)];
		const where = isCount(series) ? t.inWhole(named) : named;
		const value = valueWords(measured, series, language);
		if (at > 0) return [t.alone(where, value)];
		if (series.kind === 'forecast') return [t.is(where, value)];
		return [isCount(series) ? t.ofWhole(where, value) : t.was(where, value)];
	});
	return clauses.join(', ');
}

/** Where it is; with what it is when another area in the sentence has the same name. */
function placeOf(
	{ place, beside = [] }: Pick<StatedFigure, 'place' | 'beside'>,
	language: Language,
	own: NamedPlace = place,
): string {
	const names = [own.name, ...beside.map((other) => other.place.name)];
	const isShared = names.filter((name) => name === place.name).length > 1;
	return placeWords(place, language, isShared);
}

function change({ series, earlier = [], brokenBy }: StatedFigure, language: Language): string {
	const t = sentenceTexts[language];
	const brokenAt = brokenBy ? -1 : earlier.findIndex((one) => one.brokenBy);
	const alike = brokenBy ? [] : brokenAt < 0 ? earlier : earlier.slice(0, brokenAt + 1);
	const known = alike.flatMap(({ period, measured }) =>
		measured && !('missing' in measured) ? [{ period, measured }] : [],
	);
	// The year before and the first one: what lies between is for a picture.
	const told = known.length > 2 ? [known[0], known.at(-1)] : known;
	const sentence = told
		.flatMap((one) => one ?? [])
		.map(({ period, measured }, at) =>
			(at === 0 ? t.earlier : t.before)(
				periodWords(period, language),
				valueWords(measured, series, language),
			),
		)
		.join(', ');
	const broken = brokenBy ? { period: series.period, brokenBy } : earlier[brokenAt];
	return [
		sentence && `${sentence}.`,
		broken?.brokenBy && breakSentence(broken.brokenBy, broken.period, language),
	]
		.filter(Boolean)
		.join(' ');
}

function breakSentence({ reason, codes }: StatedBreak, period: string, language: Language): string {
	const said = sentenceTexts[language].breaks[reason];
	return said(periodWords(period, language), formatList([...codes], language));
}

function marginRemarks(figure: StatedFigure, language: Language): string[] {
	const { series, measured, beside = [], earlier = [] } = figure;
	const t = sentenceTexts[language];
	if ('missing' in measured) return [];
	const { lower, upper, numerator, denominator } = measured;
	const words = (value: number) => valueWords({ value }, series, language);
	const isSampled = ['survey', 'experience', 'model_estimate'].includes(series.kind);
	const verdicts = beside.flatMap(({ place, measured: other, isMiddle }) =>
		other && !('missing' in other) && !isMiddle
			? [{ name: nameIn(place, language), verdict: differsBeyondMargin(measured, other) }]
			: [],
	);
	const names = (verdict: string) =>
		verdicts.filter((one) => one.verdict === verdict).map(({ name }) => name);
	const told = (verdict: 'within' | 'beyond') => {
		const list = names(`${verdict}_margin`);
		return list.length === 0 ? '' : t[verdict](formatList(list, language), list.length > 1);
	};
	const whole = (value: number) => formatNumber(value, language, 0);
	return [
		series.unit === '%' && numerator !== undefined && denominator !== undefined
			? t.countedOut(whole(numerator), whole(denominator))
			: '',
		lower !== undefined && upper !== undefined ? t.margin(words(lower), words(upper)) : '',
		told('within'),
		told('beyond'),
		changeVerdict(measured, earlier, Boolean(figure.brokenBy), language),
		isSampled && !hasMargin(measured) && verdicts.length > 0 ? t.noMargin : '',
	].filter((text) => text !== '');
}

function changeVerdict(
	measured: Estimate,
	earlier: NonNullable<StatedFigure['earlier']>,
	isBroken: boolean,
	language: Language,
): string {
	const t = sentenceTexts[language];
	const brokenAt = earlier.findIndex((one) => one.brokenBy);
	const alike = brokenAt < 0 ? earlier : earlier.slice(0, brokenAt + 1);
	const first = alike.find((one) => one.measured && !('missing' in one.measured));
	if (isBroken || !first?.measured || 'missing' in first.measured) return '';
	const verdict = differsBeyondMargin(measured, first.measured);
	const period = periodWords(first.period, language);
	if (verdict === 'no_margin') return '';
	return verdict === 'within_margin' ? t.changeWithin(period) : t.changeBeyond(period);
}

function readingRemarks(figure: StatedFigure, language: Language): string[] {
	const { series, measured, beside = [] } = figure;
	if ('missing' in measured) return [];
	const t = sentenceTexts[language];
	const saysWhom = phraseOf(series)?.[language].includes('{whom}') && series.kind !== 'forecast';
	return [
		// A count or a register needs no explanation.
		wordFor({ count: '', register: '', ...t.sources }, series.kind),
		beside.some(({ isMiddle }) => isMiddle) && !isCount(series) ? t.middle : '',
		series.isProvisional ? t.provisional : '',
		measured.isUncertain ? t.smallBase : '',
		series.population && !saysWhom ? t.aboutWhom(lowered(series.population[language])) : '',
	].filter((text) => text !== '' && text !== series.kind);
}

function hedged(
	measured: Exclude<StatedValue, { missing: string }>,
	series: StatedSeries,
	language: Language,
): string {
	const t = sentenceTexts[language];
	const value = valueWords(measured, series, language);
	if (series.kind === 'model_estimate') return t.estimated(value);
	return measured.isUncertain ? t.about(value) : value;
}

/** Units that the phrase of an indicator says itself. */
const saidInPhrase = /^per |^(?:inwoners per km²|personen|score|code|aantal)$/;

/** A value as it is said: `63,5%`, `€ 23.900`, `1,2 kilometer`; a class as its bare number. */
function valueWords(
	{ value }: { value: number },
	series: StatedSeries,
	language: Language,
): string {
	const known = indicatorOf(series.indicator);
	if (known && known.valueType !== 'number') return String(value);
	const own = known?.unit.nl ?? series.unit;
	const spoken = sentenceTexts[language].spoken;
	const isSaid = phraseOf(series) !== undefined && saidInPhrase.test(own);
	const unit = own in spoken ? wordFor(spoken, own) : unitOfLine(series, language);
	return figureWords({ value }, { unit: isSaid ? '' : unit, decimals: series.decimals }, language);
}

function isCount({ indicator, unit, decimals }: StatedSeries): boolean {
	return ['aantal', 'ha'].includes(indicatorOf(indicator)?.unit.nl ?? unit) && decimals === 0;
}

function nameIn(place: NamedPlace, language: Language): string {
	return placeWords(place, language).replace(/^(?:in|op|on) /, '');
}

function lowered(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
