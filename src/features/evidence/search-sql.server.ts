import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import { once } from '#server/database/statement-name.ts';

/** A word that is looked for, as the database knows it. */
export interface Stem {
	exact: string;
	/** The words of the trajectory that are this or begin with it; null when they are too many to be named one by one. */
	words: readonly string[] | null;
	/** How many times those stand in the trajectory; `Infinity` from `rare` on, or when nobody counted. */
	times: number;
}

/** One way to say something: all of these stems. */
export interface Way {
	stems: readonly Stem[];
	/** It is what somebody typed, and not another way to say it. */
	isOwn: boolean;
}

/** What is looked for: each of these in one of its ways. */
export type Sought = readonly (readonly Way[])[];

export interface Where {
	municipalityId: string;
	trajectoryId: string;
}

/** From this length on a word also finds the longer words that begin with it: `fiets` finds `fietsenstalling`. */
export const leastOfBeginning = 4;

/** The first text that does not begin with this one: words hold small letters and digits only. */
export function after(stem: string): string {
	return stem.slice(0, -1) + String.fromCharCode(stem.charCodeAt(stem.length - 1) + 1);
}

/** What stands fewer times than this is looked up, source by source, instead of being laid beside the other words. */
export const rare = 1000;

/**
 * What was looked for, as a table of `evidence_id` and `score`: how much a source says it, in its title most, and the word
 * as it was typed above a longer one or another way to say it. In the order of the ids, so that the newest can be had
 * without the rest. To be joined with sources, which the reader's rights narrow.
 */
export function matching(where: Where, sought: Sought): RawBuilder<unknown> {
	const each = sought.map((ways) => anyOf(ways.flatMap((way) => listsOf(where, way))));
	// As many shapes as there are ways to search.
	return sql`${sql.raw(once)} ${allOf(each, 'sum').table()}`;
}

/** The ids of the sources that say all of this, for a condition on one: each once. */
export function anyMatching(where: Where, sought: Sought): RawBuilder<string> {
	return sql`ANY (ARRAY(SELECT evidence_id FROM ${matching(where, sought)} AS matching))`;
}

/** Sources with something, each at most once. */
interface List {
	/** How many times its most common stem stands in the trajectory: says what to begin with. */
	times: number;
	/** In the order of their ids, the newest first. */
	isOrdered: boolean;
	/** The one word that they have; null when it is not one. */
	word: string | null;
	/** A table of `evidence_id` and `score`; with `only` of that one source. */
	table(only?: RawBuilder<unknown>): RawBuilder<unknown>;
}

/** Of one stem a list for each of its words, of more stems the one list of what has them all. */
function listsOf(where: Where, { stems, isOwn }: Way): List[] {
	const [only, ...others] = stems;
	if (!only) return [];
	if (others.length === 0) return listsOfStem(where, only, isOwn);
	return [allOf(stems.map((stem) => anyOf(listsOfStem(where, stem, isOwn))), 'least')]; // prettier-ignore
}

function listsOfStem(where: Where, { exact, words, times }: Stem, isOwn: boolean): List[] {
	const list = (word: string | null, condition: RawBuilder<unknown>, more: 0 | 1 | 2): List => ({
		times,
		isOrdered: word !== null,
		word,
		table: (
			only,
		) => sql`(SELECT evidence_id, weight * 2 + ${sql.lit(more)} AS score FROM evidence_word
			WHERE municipality_id = ${where.municipalityId}::uuid AND trajectory_id = ${where.trajectoryId}::uuid
				AND ${condition} ${only ? sql`AND evidence_id = ${only}` : sql``} ORDER BY evidence_id DESC)`,
	});
	const beginning = sql`word >= ${exact} AND word < ${after(exact)}`;
	if (!words) return [list(null, beginning, isOwn ? 1 : 0)];
	// What nobody wrote is looked for all the same: it finds nothing.
	const some = words.length > 0 ? words : [exact];
	const worth = (word: string) => (word === exact ? 2 : 1);
	return some.map((word) => list(word, sql`word = ${word}`, isOwn ? worth(word) : 0));
}

/** What is in any of these, each with its best score: they are in one order, so they are read side by side. */
function anyOf(all: readonly List[]): List {
	// What was typed comes first: of the same word in another way to say it nothing is left over.
	const lists = all.filter(
		({ word }, at) => word === null || all.findIndex((one) => one.word === word) === at,
	);
	const [only] = lists;
	if (only?.isOrdered && lists.length === 1) return only;
	const together = (one?: RawBuilder<unknown>) =>
		sql.join(
			lists.map(({ table }) => table(one)),
			sql.raw(' UNION ALL '),
		);
	return {
		times: Math.max(...lists.map((list) => list.times)),
		isOrdered: true,
		word: null,
		table: (one) =>
			sql`(SELECT evidence_id, max(score) AS score FROM (${together(one)}) AS one GROUP BY evidence_id ORDER BY evidence_id DESC)`,
	};
}

/**
 * What is in all of these, with the sum or the least of its scores: beside each other, or where one of them is rare, the
 * others looked up for each source of that one.
 */
function allOf(lists: readonly List[], score: 'sum' | 'least'): List {
	const [first, ...others] = lists.toSorted((a, b) => a.times - b.times);
	if (!first || others.length === 0) return first!;
	const alias = (at: number) => sql.ref(`${score}${at}`);
	const column = (at: number, name: string) => sql.ref(`${score}${at}.${name}`);
	const scores = sql.join(
		lists.map((_, at) => column(at, 'score')),
		sql.raw(score === 'sum' ? ' + ' : ', '),
	);
	const beside = (list: List, at: number) =>
		sql`JOIN ${list.table()} AS ${alias(at)} USING (evidence_id)`;
	const lookedUp = (list: List, at: number) =>
		sql`CROSS JOIN LATERAL ${list.table(column(0, 'evidence_id'))} AS ${alias(at)}`;
	return {
		times: first.times,
		isOrdered: true,
		word: null,
		table: (only) => {
			const join = only || first.times < rare ? lookedUp : beside;
			const joins = sql.join(
				others.map((list, at) => join(list, at + 1)),
				sql.raw(' '),
			);
			const value = score === 'sum' ? scores : sql`least(${scores})`;
			return sql`(SELECT ${column(0, 'evidence_id')}, ${value} AS score
				FROM ${first.table(only)} AS ${alias(0)} ${joins} ORDER BY ${column(0, 'evidence_id')} DESC)`;
		},
	};
}

/**
 * Runs one question in which lists of ids lie side by side: they are in the same order, so PostgreSQL goes along all of
 * them once, and stops as soon as enough was found. By itself it takes every word for a rare one, for it plans without
 * looking at the words, and then looks each id of one list up in the next.
 */
export async function sideBySide<T>(reader: Reader, ask: () => Promise<T>): Promise<T> {
	await prefer(reader, 'off');
	const answer = await ask();
	await prefer(reader, 'on');
	return answer;
}

/** Runs one question about sources: side by side when words are looked for, else as PostgreSQL plans it. */
export function askSources<T>(
	reader: Reader,
	search: object | null,
	ask: () => Promise<T>,
): Promise<T> {
	return search ? sideBySide(reader, ask) : ask();
}

async function prefer(reader: Reader, others: 'on' | 'off'): Promise<void> {
	await sql`SELECT set_config('enable_nestloop', ${others}, true), set_config('enable_hashjoin', ${others}, true),
		set_config('enable_hashagg', ${others}, true)`.execute(reader);
}
