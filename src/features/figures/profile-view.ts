import { figureTexts } from '#locales/figures.ts';
import type { Language } from '#locales/messages.ts';
import { formatNumber } from '#ui/format.ts';
import type { AreaLevel } from '#features/areas/area-code.ts';
import { figureWords, nameOfLine, unitOfLine } from './figure-words.ts';
import type { Measured } from './measured.ts';
import { groupProfile, type ProfileEntry, type ProfileLine } from './profile.ts';

/** A cell with a value or the reason why there is none. */
export interface CellView {
	text: string;
	/** Why it is missing, in a sentence. */
	why: string | null;
}

/** One line of the profile as a page shows it. */
export interface LineView {
	seriesId: number;
	name: string;
	unit: string;
	explanation: string[];
	own: CellView;
	municipality: CellView | null;
	country: CellView | null;
	/** Places on a scale from 0 to 100; null where nothing is ranked. */
	place: { own: number; others: { label: string; value: number }[] } | null;
	placeWords: string;
	year: string;
	/** Null when it is the year of the figure itself. */
	boundaryYear: number | null;
	publisher: string;
	tableId: string;
	publicationId: string;
	earlier: string[];
}

export interface ProfileView {
	groups: {
		id: string;
		name: string;
		lines: LineView[];
		/** What has no value for the area, the municipality and the country alike: named together, by the reason. */
		absent: { reason: string; names: string[] }[];
	}[];
	/** How many sensitive figures there are that are not shown. */
	hidden: number;
	/** Whether any line has a place in the country. */
	ranked: boolean;
}

interface Shown {
	lines: readonly ProfileLine[];
	level: AreaLevel;
	municipalityName: string;
	countryName: string;
	withSensitive: boolean;
}

/** The profile as a page shows it, in the reader's language: words only, so that the page does no more than lay them out. */
export function profileView(shown: Shown, language: Language): ProfileView {
	const { groups, hidden } = groupProfile(shown.lines, shown.withSensitive);
	return {
		groups: groups.map(({ id, name, entries }) => ({
			id,
			name: name?.[language] ?? figureTexts[language].other,
			lines: entries.filter(hasValue).map((entry) => lineView(entry, shown, language)),
			absent: absentOf(entries, language),
		})),
		hidden,
		ranked: shown.lines.some(({ place }) => place !== null),
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
	const { line, known, earlier } = entry;
	const t = figureTexts[language];
	const unit = unitOfLine(line, language);
	// The unit stands once, under the name, except where it belongs to the number.
	const isShort = unit === '%' || unit.startsWith('×') || unit.startsWith('x ');
	const inCell = { unit: isShort ? unit : '', decimals: line.decimals };
	const words = (measured: Measured) => figureWords(measured, inCell, language);
	const cell = (measured: Measured | null): CellView | null =>
		measured && {
			text: words(measured),
			why: 'missing' in measured ? t.missingWhy[measured.missing] : null,
		};
	return {
		seriesId: line.seriesId,
		name: nameOfLine(line, language),
		unit: isShort ? '' : unit,
		explanation: [
			known?.explanation[language],
			line.population && t.aboutWhom(line.population[language]),
			line.kind === 'model_estimate' && t.modelEstimate,
		].filter((text) => typeof text === 'string'),
		own: cell(line.own) ?? { text: t.none, why: null },
		municipality: cell(line.municipality),
		country: cell(line.country),
		...placeView(entry, shown, language),
		year: line.period.slice(0, 4),
		boundaryYear: String(line.boundaryYear) === line.period.slice(0, 4) ? null : line.boundaryYear,
		publisher: line.publisher,
		tableId: line.tableId,
		publicationId: line.publicationId,
		earlier: earlier.flatMap(({ period, own }) =>
			own ? [t.atEarlier(period.slice(0, 4), words(own))] : [],
		),
	};
}

function placeView(
	{ line, known }: ProfileEntry,
	{ level, municipalityName, countryName }: Shown,
	language: Language,
): Pick<LineView, 'place' | 'placeWords'> {
	const t = figureTexts[language];
	const { place } = line;
	// A class (1 = very urban) has no place, and where there is no country there is nothing to say.
	if (!place || level === 'country') return { place: null, placeWords: '' };
	if (known && known.valueType !== 'number') return { place: null, placeWords: t.notRanked };
	if (place.own === null) return { place: null, placeWords: t.noPlace };
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
	};
}

function placeWords(place: number, many: string, language: Language): string {
	const t = figureTexts[language];
	const percent = (value: number) => formatNumber(value, language, 0);
	if (place >= 99) return t.highest(many);
	if (place <= 1) return t.lowest(many);
	if (place > 47.5 && place < 52.5) return t.middle(many);
	return place > 50 ? t.higher(percent(place), many) : t.lower(percent(100 - place), many);
}
