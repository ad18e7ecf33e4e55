import { sql, type RawBuilder } from 'kysely';
import { mistakesBetween } from '#features/areas/area-search.ts';
import type { Reader } from '#server/database/handles.ts';
import { soughtIn } from './search-words.ts';

/** What is looked for as the database knows words: all of these, each in one of its ways, each way of one or more stems. */
export type Stems = readonly (readonly (readonly string[])[])[];

/** What a search came down to. */
export interface Search {
	stems: Stems;
	/** Words that nobody wrote, and the nearest words that somebody did. */
	instead: { typed: string; found: string[] }[];
	/** Only words as ordinary as "de" and "in", which are not looked for. */
	isTooOrdinary: boolean;
	/** More words were typed than are looked for. */
	isCut: boolean;
}

type IsVisible = (stems: readonly string[]) => Promise<boolean>;

interface Where {
	municipalityId: string;
	trajectoryId: string;
}

/**
 * Makes what somebody typed ready for `matching`: stems of Dutch words by PostgreSQL's text search, other ways to say the
 * same (`content/search-synonyms.json`), and for a word that nobody wrote the nearest ones. `isVisible` says whether
 * whoever asks can see a source with these stems: no word is ever told from a source that is hidden.
 */
export async function searchFor(
	reader: Reader,
	where: Where,
	typed: string,
	isVisible: IsVisible,
): Promise<Search> {
	const { sought, isCut } = soughtIn(typed);
	const stemmed = await stemsOf(reader, sought.flat());
	const stems: string[][][] = [];
	const instead: Search['instead'] = [];
	for (const ways of sought) {
		const known = ways.map((way) => stemmed.get(way) ?? []).filter(({ length }) => length > 0);
		if (known.length === 0) continue;
		const near = (await anyOf(known, isVisible)) ? [] : await nearestTo(reader, where, known[0]!, isVisible); // prettier-ignore
		stems.push([...known, ...near.map((word) => [word])]);
		if (near.length > 0) instead.push({ typed: ways[0]!, found: near });
	}
	return { stems, instead, isCut, isTooOrdinary: sought.length > 0 && stems.length === 0 };
}

async function anyOf(ways: readonly string[][], isVisible: IsVisible): Promise<boolean> {
	for (const way of ways) if (await isVisible(way)) return true;
	return false;
}

/** The stems of each of these expressions; none for words that are not looked for. */
async function stemsOf(reader: Reader, said: readonly string[]): Promise<Map<string, string[]>> {
	const { rows } = await sql<{ said: string; stems: string[] }>`
		SELECT said, words_of(said) AS stems FROM unnest(${said}::text[]) AS said`.execute(reader);
	return new Map(rows.map((row) => [row.said, row.stems]));
}

/** From this length on a word also finds the longer words that begin with it: `fiets` finds `fietsenstalling`. */
const leastOfBeginning = 4;

/**
 * The ids of the sources that say all of this, the newest first. To be joined with sources, which the reader's rights
 * narrow.
 */
export function matching(where: Where, stems: Stems): RawBuilder<string> {
	const each = (parts: RawBuilder<unknown>[], word: 'INTERSECT' | 'UNION') =>
		sql`(${sql.join(parts, sql.raw(` ${word} `))})`;
	const ids = each(
		stems.map((ways) =>
			each(
				ways.map((way) =>
					each(
						way.map((stem) => having(where, stem)),
						'INTERSECT',
					),
				),
				'UNION',
			),
		),
		'INTERSECT',
	);
	return sql`ANY (ARRAY(SELECT DISTINCT evidence_id FROM ${ids} AS found))`;
}

/** The ids of the sources with a stem, or with a longer word that begins with it. */
export function having({ municipalityId, trajectoryId }: Where, stem: string): RawBuilder<string> {
	const word =
		stem.length < leastOfBeginning
			? sql`word = ${stem}`
			: sql`word >= ${stem} AND word < ${after(stem)}`;
	return sql`(SELECT evidence_id FROM evidence_word
		WHERE municipality_id = ${municipalityId}::uuid AND trajectory_id = ${trajectoryId}::uuid AND ${word})`;
}

/** The first text that does not begin with this one: stems hold small letters and digits only. */
function after(stem: string): string {
	return stem.slice(0, -1) + String.fromCharCode(stem.charCodeAt(stem.length - 1) + 1);
}

/** How many typing mistakes a word of this length may have. */
function mistakesAllowed({ length }: string): number {
	return length < 4 ? 0 : length < 8 ? 1 : 2;
}

const mostNear = 3;

/**
 * Words that somebody wrote, with the fewest typing mistakes between them and the one that nobody did. Only those with
 * the same first letter, which people rarely mistake, so that a stretch of the index is read and not all of it.
 */
async function nearestTo(
	reader: Reader,
	{ municipalityId, trajectoryId }: Where,
	typed: readonly string[],
	isVisible: IsVisible,
): Promise<string[]> {
	const [word] = typed;
	if (typed.length !== 1 || !word || mistakesAllowed(word) === 0) return [];
	const first = word.slice(0, 1);
	// From one word to the next along the index, however many sources have it.
	const { rows } = await sql<{ word: string }>`
		WITH RECURSIVE one AS (
			(SELECT word FROM evidence_word WHERE municipality_id = ${municipalityId}::uuid
				AND trajectory_id = ${trajectoryId}::uuid AND word >= ${first} ORDER BY word LIMIT 1)
			UNION ALL
			SELECT (SELECT later.word FROM evidence_word AS later WHERE later.municipality_id = ${municipalityId}::uuid
				AND later.trajectory_id = ${trajectoryId}::uuid AND later.word > one.word
				ORDER BY later.word LIMIT 1) AS word
			FROM one WHERE one.word < ${after(first)})
		SELECT word FROM one WHERE word IS NOT NULL AND word < ${after(first)}
			AND abs(length(word) - length(${word}::text)) <= ${mistakesAllowed(word)}`.execute(reader);
	const near = rows
		.map((row) => ({ word: row.word, mistakes: mistakesBetween(word, row.word) }))
		.filter(({ mistakes }) => mistakes <= mistakesAllowed(word))
		.toSorted((a, b) => a.mistakes - b.mistakes || (a.word < b.word ? -1 : 1));
	const found: string[] = [];
	for (const { word: candidate } of near) {
		if (found.length === mostNear) break;
		if (await isVisible([candidate])) found.push(candidate);
	}
	return found;
}
