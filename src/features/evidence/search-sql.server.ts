import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import { once } from '#server/database/statement-name.ts';

/** A word that is looked for, as the database knows it. */
export interface Stem {
	exact: string;
	/** The longer words of the trajectory that begin with it; null when they are too many to be named one by one. */
	longer: readonly string[] | null;
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

/**
 * What was looked for, as a table of `evidence_id` and `score`: how much a source says it, in its title most, and the word
 * as it was typed above a longer one or another way to say it. In the order of the ids, so that the newest can be had
 * without the rest. To be joined with sources, which the reader's rights narrow.
 */
export function matching(where: Where, sought: Sought): RawBuilder<unknown> {
	const all = joined(
		sought.map((ways) => gathered(ways.flatMap((way) => listsOf(where, way)))),
		' + ',
	);
	// As many shapes as there are ways to search.
	return sql`${sql.raw(once)} ${all}`;
}

/** The ids of the sources that say all of this, for a condition on one: each once. */
export function anyMatching(where: Where, sought: Sought): RawBuilder<string> {
	return sql`ANY (ARRAY(SELECT evidence_id FROM ${matching(where, sought)} AS matching))`;
}

interface List {
	table: RawBuilder<unknown>;
	/** Each id at most once, in their order. */
	isOrdered: boolean;
}

/** Of one stem a list for each of its words, of more stems the one list of what has them all. */
function listsOf(where: Where, { stems, isOwn }: Way): List[] {
	const [only, ...others] = stems;
	if (!only) return [];
	if (others.length === 0) return listsOfStem(where, only, isOwn);
	const each = stems.map((stem) => gathered(listsOfStem(where, stem, isOwn)));
	return [{ table: joined(each, ', '), isOrdered: true }];
}

function listsOfStem(where: Where, { exact, longer }: Stem, isOwn: boolean): List[] {
	const list = (condition: RawBuilder<unknown>, more: 0 | 1 | 2, isOrdered = true): List => ({
		table: sql`(SELECT evidence_id, weight * 2 + ${sql.lit(more)} AS score FROM evidence_word
			WHERE municipality_id = ${where.municipalityId}::uuid AND trajectory_id = ${where.trajectoryId}::uuid
				AND ${condition} ORDER BY evidence_id DESC)`,
		isOrdered,
	});
	if (!longer)
		return [list(sql`word >= ${exact} AND word < ${after(exact)}`, isOwn ? 1 : 0, false)];
	return [
		list(sql`word = ${exact}`, isOwn ? 2 : 0),
		...longer.map((word) => list(sql`word = ${word}`, isOwn ? 1 : 0)),
	];
}

/** What is in any of these lists, each id once with its best score: they are in one order, so they are read side by side. */
function gathered(lists: readonly List[]): RawBuilder<unknown> {
	const [only] = lists;
	if (only?.isOrdered && lists.length === 1) return only.table;
	const all = sql.join(
		lists.map(({ table }) => table),
		sql.raw(' UNION ALL '),
	);
	return sql`(SELECT evidence_id, max(score) AS score FROM (${all}) AS one GROUP BY evidence_id ORDER BY evidence_id DESC)`;
}

/** What is in all of these; the score is their sum, or with a comma between them the least of them. */
function joined(tables: readonly RawBuilder<unknown>[], by: ' + ' | ', '): RawBuilder<unknown> {
	const [first, ...others] = tables;
	if (others.length === 0) return first!;
	const scores = sql.join(
		tables.map((_, at) => sql.ref(`t${at}.score`)),
		sql.raw(by),
	);
	const joins = sql.join(
		others.map((table, at) => sql`JOIN ${table} AS ${sql.ref(`t${at + 1}`)} USING (evidence_id)`),
		sql.raw(' '),
	);
	const score = by === ', ' ? sql`least(${scores})` : scores;
	return sql`(SELECT evidence_id, ${score} AS score FROM ${first!} AS t0 ${joins} ORDER BY evidence_id DESC)`;
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
