import { readingTexts } from '#locales/figure-reading.ts';
import { figureTexts } from '#locales/figures.ts';
import type { Language } from '#locales/messages.ts';
import { formatPercent } from '#ui/format.ts';
import { shortBreakWords } from './break-words.ts';
import { indicatorOf } from './catalogue.ts';
import { indicatorKey } from './figure-paths.ts';
import { figureWords, nameOfLine, unitOfLine } from './figure-words.ts';
import type { Measured } from './measured.ts';
import { outLines, type OutLine } from './profile-out.ts';
import { groupProfile, type ProfileEntry, type ProfileLine, type Shown } from './profile.ts';
import { favourWords, placeWords } from './standing-words.ts';

/** A cell with a value or the reason why there is none. */
export interface CellView {
	text: string;
	/** Why it is missing, in a sentence. */
	why: string | null;
	/** What one must know to read it: its margin, that it is about few people. */
	note: string;
}

/** One line of the profile as a page shows it. */
export interface LineView {
	seriesId: number;
	name: string;
	/** Of its own page: see `indicatorPath`. */
	key: string;
	unit: string;
	explanation: string[];
	/** That it is an estimate, that it is provisional. */
	marks: string[];
	own: CellView;
	municipality: CellView | null;
	country: CellView | null;
	/** The middle of the comparable areas. */
	comparable: { text: string; count: number } | null;
	/** Places on a scale from 0 to 100; null where nothing is ranked. */
	place: { own: number; others: { label: string; value: number }[] } | null;
	placeWords: string;
	/** Whether that is favourable, in a word; '' where it is neither. */
	favour: string;
	year: string;
	/** Null when it is the year of the figure itself. */
	boundaryYear: number | null;
	publisher: string;
	tableId: string;
	publicationId: string;
	/** Null where only one period is known. */
	trend: { at: string; value: number | null; isBreak: boolean }[] | null;
	/** Where the line is broken and why, in a few words. */
	trendBreaks: string[];
}

export interface ProfileView {
	out: OutLine[];
	groups: {
		id: string;
		name: string;
		lines: LineView[];
		/** What has no value for the area, the municipality and the country alike: named together, by the reason. */
		absent: { reason: string; names: string[] }[];
	}[];
	/** How many sensitive figures there are that are not shown. */
	hidden: number;
	/** Whether any line has a place in the country, comparable areas, more than one year. */
	ranked: boolean;
	compared: boolean;
	followed: boolean;
}

/** The profile as a page shows it, in the reader's language: words only, so that the page does no more than lay them out. */
export function profileView(shown: Shown, language: Language): ProfileView {
	const { groups, hidden } = groupProfile(shown.lines, shown.withSensitive);
	const view = groups.map(({ id, name, entries }) => ({
		id,
		name: name?.[language] ?? figureTexts[language].other,
		lines: entries.filter(hasValue).map((entry) => lineView(entry, shown, language)),
		absent: absentOf(entries, language),
	}));
	const lines = view.flatMap((group) => group.lines);
	return {
		out: outLines(
			groups.flatMap(({ entries }) => entries),
			shown,
			language,
		),
		groups: view,
		hidden,
		ranked: lines.some(({ placeWords: words }) => words !== ''),
		compared: lines.some(({ comparable }) => comparable !== null),
		followed: lines.some(({ trend }) => trend !== null),
	};
}

function hasValue({ line }: ProfileEntry): boolean {
	return [line.own, line.municipality, line.country].some((one) => one !== null && 'value' in one);
}

function absentOf(entries: readonly ProfileEntry[], language: Language) {
	const t = figureTexts[language];
	const absent = entries.filter((entry) => !hasValue(entry));
	const byReason = Map.groupBy(absent, ({ line: { own } }) =>
		own && 'missing' in own ? own.missing : 'not_published',
	);
	return [...byReason].map(([reason, same]) => ({
		reason: t.missingWhy[reason],
		names: same.map(({ line }) => nameOfLine(line, language)),
	}));
}

function lineView(entry: ProfileEntry, shown: Shown, language: Language): LineView {
	const { line, known } = entry;
	const t = figureTexts[language];
	const r = readingTexts[language];
	const unit = unitOfLine(line, language);
	const inCell = unitInCell(unit);
	const words = valueWords(line, language);
	const { comparable, share } = line;
	/** The share stands first, for it can be compared; the count that was published under it. */
	const cell = (who: 'own' | 'municipality' | 'country'): CellView | null => {
		const measured = line[who];
		const view = measured && cellView(measured, words, language);
		const part = share?.[who] ?? null;
		return view && part !== null ? { ...view, text: shareWords(part, language), note: view.text } : view; // prettier-ignore
	};
	return {
		seriesId: line.seriesId,
		name: nameOfLine(line, language),
		key: indicatorKey(line),
		unit: share ? r.shareOf(wholeName(share.of, language)) : inCell === '' ? unit : '',
		explanation: [
			known?.explanation[language],
			line.population && t.aboutWhom(line.population[language]),
			line.kind === 'model_estimate' && t.modelEstimate,
		].filter((text) => typeof text === 'string'),
		marks: [
			...(line.kind === 'count' || line.kind === 'register' ? [] : [kindMark(line.kind, language)]),
			...(line.isProvisional ? [r.provisional] : []),
		],
		own: cell('own') ?? { text: t.none, why: null, note: '' },
		municipality: cell('municipality'),
		country: cell('country'),
		comparable: comparable
			? { text: words(comparable.middle), count: comparable.count }
			: share?.comparable
				? { text: shareWords(share.comparable.middle, language), count: share.comparable.count }
				: null,
		...placeView(entry, shown, language),
		year: line.period.slice(0, 4),
		boundaryYear: String(line.boundaryYear) === line.period.slice(0, 4) ? null : line.boundaryYear,
		publisher: line.publisher,
		tableId: line.tableId,
		publicationId: line.publicationId,
		trend: trendOf(line),
		trendBreaks: trendBreaksOf(line, language),
	};
}

/** A share in percent: whole, for counts are rounded; under ten with a decimal, where a point makes a difference. */
function shareWords(percent: number, language: Language): string {
	return formatPercent(percent, language, percent < 10 ? 1 : 0);
}

function wholeName(indicator: string, language: Language): string {
	return indicatorOf(indicator)?.name[language].toLowerCase() ?? indicator;
}

/** The unit stands once, under the name, except where it belongs to the number. */
function unitInCell(unit: string): string {
	return unit === '%' || unit.startsWith('×') || unit.startsWith('x ') ? unit : '';
}

/** How a value of this line is written in a table of which the unit stands elsewhere. */
export function valueWords(
	line: Pick<ProfileLine, 'indicator' | 'title' | 'unit' | 'decimals'>,
	language: Language,
): (value: number) => string {
	const inCell = { unit: unitInCell(unitOfLine(line, language)), decimals: line.decimals };
	return (value) => figureWords({ value }, inCell, language);
}

/** A value as a cell of a table: its margin and caution beside it, or the reason why it is missing. */
export function cellView(
	measured: Measured,
	words: (value: number) => string,
	language: Language,
): CellView {
	const t = figureTexts[language];
	const r = readingTexts[language];
	if ('missing' in measured)
		return { text: t.missing[measured.missing], why: t.missingWhy[measured.missing], note: '' };
	const { value, lower, upper, isUncertain } = measured;
	const hasMargin = lower !== undefined && upper !== undefined;
	const notes = [hasMargin ? r.margin(words(lower), words(upper)) : '', isUncertain ? r.uncertain : '']; // prettier-ignore
	return { text: words(value), why: null, note: notes.filter((note) => note !== '').join('; ') };
}

/** What kind of figure it is, where that is no count; an estimate in one word. */
export function kindMark(kind: ProfileLine['kind'], language: Language): string {
	return kind === 'model_estimate' ? readingTexts[language].estimate : figureTexts[language].kinds[kind]; // prettier-ignore
}

function trendOf({ years }: ProfileLine): LineView['trend'] {
	const known = years.filter(({ own }) => own !== null).length;
	// A single value behind a break is shown with what broke it: else it would look as if nothing was known before.
	if (known < 2 && !(known === 1 && years.some(({ isBreak }) => isBreak))) return null;
	return years.map(({ period, own, isBreak }) => ({ at: period.slice(0, 4), value: own, isBreak }));
}

function trendBreaksOf(line: ProfileLine, language: Language): string[] {
	if (trendOf(line) === null) return [];
	return line.years.flatMap(({ brokenBy }) =>
		brokenBy ? [shortBreakWords(brokenBy, language)] : [],
	);
}

function placeView(
	{ line, known }: ProfileEntry,
	{ level, municipalityName, countryName }: Shown,
	language: Language,
): Pick<LineView, 'place' | 'placeWords' | 'favour'> {
	const t = figureTexts[language];
	const { place } = line;
	const none = { place: null, favour: '' };
	// A class (1 = very urban) has no place, and where there is no country there is nothing to say.
	// Nor has a count whose share is what can be compared: its place says how large the area is.
	if (!place || level === 'country' || line.share) return { ...none, placeWords: '' };
	if (known && known.valueType !== 'number') return { ...none, placeWords: t.notRanked };
	if (place.own === null) return { ...none, placeWords: t.noPlace };
	// A municipality has more residents than any wijk of it: of counts only the own place says something.
	const isCount = ['aantal', 'ha'].includes(known?.unit.nl ?? line.unit);
	const marks = [
		{ label: municipalityName, value: level === 'municipality' ? null : place.municipality },
		{ label: countryName, value: place.country },
	];
	return {
		place: {
			own: place.own,
			others: isCount
				? []
				: marks.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }])),
		},
		placeWords: placeWords(place.own, t.many[level], language),
		favour: favourWords(place.own, known?.direction, language),
	};
}
