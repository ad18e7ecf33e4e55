import { readingTexts } from '#locales/figure-reading.ts';
import { figureTexts } from '#locales/figures.ts';
import type { Language } from '#locales/messages.ts';
import { indicatorKey } from './figure-paths.ts';
import { figureWords, nameOfLine, unitOfLine } from './figure-words.ts';
import type { ProfileEntry, ProfileLine, Shown } from './profile.ts';
import { favourWords, placeWords } from './standing-words.ts';
import { standsOut, type OutCandidate, type OutReason } from './stands-out.ts';

/** One thing that stands out, in words. */
export interface OutLine {
	seriesId: number;
	name: string;
	key: string;
	/** What it is, and beside what it stands out. */
	text: string;
	year: string;
}

type Candidate = OutCandidate & { entry: ProfileEntry; firstYear: string };

/** A change is looked for over this many years at most. */
const CHANGE_YEARS = 10;

/** What stands out of the profile: see `standsOut`. Counts are left out, for they say how large the area is. */
export function outLines(
	entries: readonly ProfileEntry[],
	shown: Shown,
	language: Language,
): OutLine[] {
	if (shown.level === 'country') return [];
	const candidates = entries.flatMap(candidateOf);
	return standsOut(candidates).map(({ candidate, reason }) => {
		const { line } = candidate.entry;
		return {
			seriesId: line.seriesId,
			name: nameOfLine(line, language),
			key: indicatorKey(line),
			text: outWords(candidate, reason, shown, language),
			year: line.period.slice(0, 4),
		};
	});
}

function candidateOf(entry: ProfileEntry): Candidate[] {
	const { line, known } = entry;
	const isShare =
		known?.valueType === 'number' && !['aantal', 'ha', 'code'].includes(known.unit.nl);
	if (!isShare || known.sensitivity === 'sensitive') return [];
	if (!line.own || !('value' in line.own)) return [];
	const { value, lower, upper } = line.own;
	return [
		{
			entry,
			category: known.category,
			value,
			decimals: line.decimals,
			lower,
			upper,
			comparable: line.comparable,
			place: line.place?.own ?? null,
			...changeOf(line),
		},
	];
}

/** From the first year since the last break, ten years back at most. */
function changeOf(line: ProfileLine): Pick<Candidate, 'change' | 'firstYear'> {
	const before = line.years.filter(({ period }) => period <= line.period);
	const lastBreak = before.findLastIndex(({ isBreak }) => isBreak);
	const since = before
		.slice(Math.max(0, lastBreak))
		.filter(({ period }) => Number(line.period.slice(0, 4)) - Number(period.slice(0, 4)) <= CHANGE_YEARS); // prettier-ignore
	const first = since.find(({ own }) => own !== null);
	if (!first || first.own === null || first.period === line.period)
		return { change: null, firstYear: '' };
	const last = line.country && 'value' in line.country ? line.country.value : null;
	const country = first.country !== null && last !== null ? { first: first.country, last } : null;
	return { change: { first: first.own, country }, firstYear: first.period.slice(0, 4) };
}

function outWords(
	{ entry: { line, known }, value, comparable, place, change, firstYear }: Candidate,
	reason: OutReason,
	{ level }: Shown,
	language: Language,
): string {
	const t = readingTexts[language];
	const many = figureTexts[language].many[level];
	const measure = { unit: unitOfLine(line, language), decimals: line.decimals };
	const words = (one: number) => figureWords({ value: one }, measure, language);
	if (reason === 'comparable')
		return t.outComparable(words(value), words(comparable!.middle), many);
	if (reason === 'country') {
		const favour = favourWords(place!, known?.direction, language);
		const standing = placeWords(place!, many, language);
		return t.outCountry(words(value), favour ? `${standing} (${favour})` : standing);
	}
	const { first, country } = change!;
	const own = t.outChange(words(first), firstYear, words(value), line.period.slice(0, 4));
	return own + (country ? t.outChangeCountry(words(country.first), words(country.last)) : '');
}
