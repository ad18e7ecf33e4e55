import { sql } from 'kysely';
import { mistakesBetween } from '#features/areas/area-search.ts';
import type { Reader } from '#server/database/handles.ts';
import { choicesByStems } from './search-choices.server.ts';
import { leastOfBeginning, rare, type Sought, type Stem, type Way, type Where } from './search-sql.server.ts'; // prettier-ignore
import { soughtIn } from './search-words.ts';

/** What somebody may be told of a search. */
export interface SearchNotes {
	/** Words that nobody wrote, and the nearest words that somebody did. */
	instead: { typed: string; found: string[] }[];
	/** Only words as ordinary as "de" and "in", which are not looked for. */
	isTooOrdinary: boolean;
	/** More words were typed than are looked for. */
	isCut: boolean;
}

/** What a search came down to. */
export interface Search {
	/** Names words of sources that the reader may not see: never part of an answer. */
	sought: Sought;
	notes: SearchNotes;
}

/** Says of each of these whether whoever asks can see a source with it. */
export type AreVisible = (each: Sought) => Promise<boolean[]>;

/**
 * Makes what somebody typed ready for `matching`: stems of Dutch words by PostgreSQL's text search, other ways to say the
 * same (`content/search-synonyms.json`), choices of forms by their words, and for a word that nobody wrote the nearest
 * ones. No word is ever told from a source that is hidden from whoever asks.
 */
export async function searchFor(
	reader: Reader,
	where: Where,
	typed: string,
	areVisible: AreVisible,
): Promise<Search> {
	const { sought, isCut } = soughtIn(typed);
	const known = await stemsOf(reader, where, sought.flat());
	const named: Named[] = [];
	for (const [own, ...others] of sought) {
		const ways = [own, ...others].flatMap((said) => wayOf(known.get(said ?? ''), said === own));
		if (ways.length > 0) named.push({ typed: own ?? '', ways });
	}
	await addChoices(reader, where, named);
	const instead = await addNearest(reader, where, named, areVisible);
	return {
		sought: named.map(({ ways }) => ways),
		notes: { instead, isCut, isTooOrdinary: sought.length > 0 && named.length === 0 },
	};
}

/** A word or expression that somebody typed, in every way to say it. */
interface Named {
	typed: string;
	ways: Way[];
}

/** Adds choices of forms that people know by one of these words, as far as somebody chose them. */
async function addChoices(reader: Reader, where: Where, named: readonly Named[]): Promise<void> {
	const choices = await choicesByStems(reader);
	const meant = named.map(({ ways }) =>
		ways.flatMap(({ stems }) => choices.get(keyOf(stems)) ?? []),
	);
	const chosen = await standing(reader, where, meant.flat());
	for (const [at, { ways }] of named.entries())
		ways.push(...(meant[at] ?? []).filter((token) => chosen.has(token)).map(wordWay));
}

/** What was typed always stands for itself; another way to say it only when somebody said it so. */
function wayOf(stems: readonly Stem[] = [], isOwn: boolean): Way[] {
	const isAWay = stems.length > 0 && (isOwn || stems.every(({ times }) => times > 0));
	return isAWay ? [{ stems, isOwn }] : [];
}

/** A word of the trajectory as it stands there. */
function wordWay(word: string): Way {
	return { stems: [{ exact: word, words: [word], times: Infinity }], isOwn: false };
}

function keyOf(stems: readonly Stem[]): string {
	return stems.map(({ exact }) => exact).join(' ');
}

/** More words than these are not named one by one. */
const mostNamed = 40;

/** The stems of each of these expressions, with the words of the trajectory; none for words that are not looked for. */
async function stemsOf(
	reader: Reader,
	{ municipalityId, trajectoryId }: Where,
	said: readonly string[],
): Promise<Map<string, Stem[]>> {
	// From one word to the next along the index, however many sources have it.
	const inRange = sql`municipality_id = ${municipalityId}::uuid AND trajectory_id = ${trajectoryId}::uuid
		AND word <= stem || CASE WHEN length(stem) >= ${sql.lit(leastOfBeginning)} THEN '{' ELSE '' END`;
	const { rows } = await sql<{ said: string; stem: string; words: string[]; times: number }>`
		SELECT said, stem, ARRAY(
			WITH RECURSIVE one AS (
				SELECT (SELECT word FROM evidence_word WHERE ${inRange} AND word >= stem ORDER BY word LIMIT 1) AS word, 1 AS at
				UNION ALL
				SELECT (SELECT word FROM evidence_word WHERE ${inRange} AND word > one.word ORDER BY word LIMIT 1), at + 1
				FROM one WHERE one.word IS NOT NULL AND at <= ${sql.lit(mostNamed)})
			SELECT word FROM one WHERE word IS NOT NULL) AS words,
			(SELECT count(*)::integer FROM (
				SELECT FROM evidence_word WHERE ${inRange} AND word >= stem LIMIT ${sql.lit(rare)}) AS counted) AS times
		FROM unnest(${said}::text[]) AS said, unnest(words_of(said)) AS stem`.execute(reader);
	const stems = new Map<string, Stem[]>();
	for (const { said: one, stem, words, times } of rows)
		stems.set(one, [
			...(stems.get(one) ?? []),
			{
				exact: stem,
				words: words.length > mostNamed ? null : words,
				times: times < rare ? times : Infinity,
			},
		]);
	return stems;
}

/** Those of these words that stand in the trajectory. */
async function standing(
	reader: Reader,
	{ municipalityId, trajectoryId }: Where,
	words: readonly string[],
): Promise<Set<string>> {
	if (words.length === 0) return new Set();
	const { rows } = await sql<{ one: string }>`
		SELECT one FROM unnest(${words}::text[]) AS one WHERE EXISTS (SELECT FROM evidence_word
			WHERE municipality_id = ${municipalityId}::uuid AND trajectory_id = ${trajectoryId}::uuid AND word = one)`.execute(
		reader,
	);
	return new Set(rows.map(({ one }) => one));
}

/** Adds to what nobody wrote, as far as whoever asks can see, the nearest words that somebody did; gives what was added. */
async function addNearest(
	reader: Reader,
	where: Where,
	named: readonly Named[],
	areVisible: AreVisible,
): Promise<SearchNotes['instead']> {
	const visible = named.length > 0 ? await areVisible(named.map(({ ways }) => ways)) : [];
	const instead: SearchNotes['instead'] = [];
	for (const [at, { typed, ways }] of named.entries()) {
		const [stem, ...others] = ways[0]?.stems ?? [];
		if (visible[at] || !stem || others.length > 0) continue;
		const found = await nearestTo(reader, where, stem.exact, areVisible);
		ways.push(...found.map(wordWay));
		if (found.length > 0) instead.push({ typed, found });
	}
	return instead;
}

/** How many typing mistakes a word of this length may have. */
function mistakesAllowed({ length }: string): number {
	return length < 4 ? 0 : length < 8 ? 1 : 2;
}

const mostNear = 3;
/** So many of the nearest words are looked at, whether they may be told. */
const mostTried = 12;

/** Words that somebody wrote, with the fewest typing mistakes between them and the one that nobody did. */
async function nearestTo(
	reader: Reader,
	where: Where,
	word: string,
	areVisible: AreVisible,
): Promise<string[]> {
	if (mistakesAllowed(word) === 0) return [];
	const like = nearest(word, await wordsLike(reader, where, word, [word.slice(0, 1)]));
	// People rarely mistake the first letter.
	const near = like.length > 0 ? like : nearest(word, await wordsLike(reader, where, word, otherBeginnings(word))); // prettier-ignore
	if (near.length === 0) return [];
	const visible = await areVisible(near.map((one) => [wordWay(one)]));
	return near.filter((_, at) => visible[at]).slice(0, mostNear);
}

function nearest(typed: string, words: readonly string[]): string[] {
	return words
		.map((word) => ({ word, mistakes: mistakesBetween(typed, word) }))
		.filter(({ mistakes }) => mistakes <= mistakesAllowed(typed))
		.toSorted((a, b) => a.mistakes - b.mistakes || (a.word < b.word ? -1 : 1))
		.map(({ word }) => word)
		.slice(0, mostTried);
}

/** The words of the trajectory of about this length with one of these beginnings: stretches of the index, not all of it. */
async function wordsLike(
	reader: Reader,
	{ municipalityId, trajectoryId }: Where,
	word: string,
	beginnings: readonly string[],
): Promise<string[]> {
	const { rows } = await sql<{ word: string }>`
		WITH RECURSIVE one AS (
			-- The text just before the first word that begins so.
			SELECT beginning, left(beginning, -1) || chr(ascii(right(beginning, 1)) - 1) || '~' COLLATE "C" AS word, 0 AS at
			FROM unnest(${beginnings}::text[]) AS beginning
			UNION ALL
			SELECT beginning, (SELECT later.word FROM evidence_word AS later WHERE later.municipality_id = ${municipalityId}::uuid
				AND later.trajectory_id = ${trajectoryId}::uuid AND later.word > one.word AND later.word < beginning || '{'
				ORDER BY later.word LIMIT 1), at + 1
			FROM one WHERE one.word IS NOT NULL)
		SELECT DISTINCT word FROM one WHERE at > 0 AND word IS NOT NULL
			AND abs(length(word) - length(${word}::text)) <= ${mistakesAllowed(word)}`.execute(reader);
	return rows.map((row) => row.word);
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** How a word may begin that was meant, with one mistake in its first letter and the next three right. */
function otherBeginnings(word: string): string[] {
	const [first = '', second = ''] = word;
	return [
		second + first + word.slice(2, 4),
		word.slice(1, 4),
		...letters.flatMap((letter) => [letter + word.slice(1, 4), letter + word.slice(0, 3)]),
	];
}
