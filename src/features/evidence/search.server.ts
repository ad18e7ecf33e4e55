import { sql } from 'kysely';
import { mistakesBetween } from '#features/areas/area-search.ts';
import type { Reader } from '#server/database/handles.ts';
import { choicesByStems } from './search-choices.server.ts';
import { leastOfBeginning, type Sought, type Stem, type Way, type Where } from './search-sql.server.ts'; // prettier-ignore
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
	const choices = await choicesByStems(reader);
	const named: { typed: string; ways: Way[] }[] = [];
	for (const [own, ...others] of sought) {
		const ways = [own, ...others].flatMap((said) => wayOf(known.get(said ?? ''), said === own));
		const chosen = ways.flatMap(({ stems }) => choices.get(keyOf(stems)) ?? []);
		ways.push(...chosen.map((token) => wordWay(token)));
		if (ways.length > 0) named.push({ typed: own ?? '', ways });
	}
	const instead = await addNearest(reader, where, named, areVisible);
	return {
		sought: named.map(({ ways }) => ways),
		notes: { instead, isCut, isTooOrdinary: sought.length > 0 && named.length === 0 },
	};
}

function wayOf(stems: readonly Stem[] = [], isOwn: boolean): Way[] {
	return stems.length > 0 ? [{ stems, isOwn }] : [];
}

/** A word of the trajectory as it stands there. */
function wordWay(word: string): Way {
	return { stems: [{ exact: word, longer: [] }], isOwn: false };
}

function keyOf(stems: readonly Stem[]): string {
	return stems.map(({ exact }) => exact).join(' ');
}

/** More longer words than these are not named one by one. */
const mostLonger = 40;

/** The stems of each of these expressions, with the longer words of the trajectory; none for words that are not looked for. */
async function stemsOf(
	reader: Reader,
	{ municipalityId, trajectoryId }: Where,
	said: readonly string[],
): Promise<Map<string, Stem[]>> {
	// From one word to the next along the index, however many sources have it.
	const { rows } = await sql<{ said: string; stem: string; longer: string[] }>`
		SELECT said, stem, ARRAY(
			WITH RECURSIVE one AS (
				SELECT stem COLLATE "C" AS word, 0 AS at
				UNION ALL
				SELECT (SELECT later.word FROM evidence_word AS later WHERE later.municipality_id = ${municipalityId}::uuid
					AND later.trajectory_id = ${trajectoryId}::uuid AND later.word > one.word AND later.word < stem || '{'
					ORDER BY later.word LIMIT 1), at + 1
				FROM one WHERE one.word IS NOT NULL AND at <= ${sql.lit(mostLonger)}
					AND length(stem) >= ${sql.lit(leastOfBeginning)})
			SELECT word FROM one WHERE at > 0 AND word IS NOT NULL) AS longer
		FROM unnest(${said}::text[]) AS said, unnest(words_of(said)) AS stem`.execute(reader);
	const stems = new Map<string, Stem[]>();
	for (const { said: one, stem, longer } of rows)
		stems.set(one, [
			...(stems.get(one) ?? []),
			{ exact: stem, longer: longer.length > mostLonger ? null : longer },
		]);
	return stems;
}

/** Adds to what nobody wrote, as far as whoever asks can see, the nearest words that somebody did; gives what was added. */
async function addNearest(
	reader: Reader,
	where: Where,
	named: readonly { typed: string; ways: Way[] }[],
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
	const near = (await wordsLike(reader, where, word))
		.map((one) => ({ word: one, mistakes: mistakesBetween(word, one) }))
		.filter(({ mistakes }) => mistakes <= mistakesAllowed(word))
		.toSorted((a, b) => a.mistakes - b.mistakes || (a.word < b.word ? -1 : 1))
		.slice(0, mostTried);
	if (near.length === 0) return [];
	const visible = await areVisible(near.map((one) => [wordWay(one.word)]));
	return near.flatMap((one, at) => (visible[at] ? [one.word] : [])).slice(0, mostNear);
}

/**
 * The words of the trajectory of about this length that begin as this one does, or would without a mistake in its first
 * letter: stretches of the index, not all of it.
 */
async function wordsLike(
	reader: Reader,
	{ municipalityId, trajectoryId }: Where,
	word: string,
): Promise<string[]> {
	const { rows } = await sql<{ word: string }>`
		SELECT DISTINCT found.word FROM unnest(${beginningsOf(word)}::text[]) AS beginning,
			LATERAL (
				WITH RECURSIVE one AS (
					SELECT beginning COLLATE "C" AS word, false AS is_word
					UNION ALL
					SELECT (SELECT later.word FROM evidence_word AS later WHERE later.municipality_id = ${municipalityId}::uuid
						AND later.trajectory_id = ${trajectoryId}::uuid AND later.word >= one.word AND later.word < beginning || '{'
						AND (NOT is_word OR later.word > one.word)
						ORDER BY later.word LIMIT 1), true
					FROM one WHERE one.word IS NOT NULL)
				SELECT word FROM one WHERE is_word AND word IS NOT NULL
					AND abs(length(word) - length(${word}::text)) <= ${mistakesAllowed(word)}) AS found`.execute(
		reader,
	);
	return rows.map((row) => row.word);
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** How the word begins that was meant: with the same letter, or with one mistake in the first one and the next three right. */
export function beginningsOf(word: string): string[] {
	const [first = '', second = ''] = word;
	return [
		first,
		second + first + word.slice(2, 4),
		word.slice(1, 4),
		...letters.flatMap((letter) => [letter + word.slice(1, 4), letter + word.slice(0, 3)]),
	];
}
