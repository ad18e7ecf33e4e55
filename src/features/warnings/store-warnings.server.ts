import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import type { Found } from './compute.server.ts';
import { fingerprintOf } from './fingerprint.server.ts';
import type { Rule } from './rule.ts';
import { themesOf, type WarningDetails } from './warning.ts';

/** What a computation changed. */
export interface Computed {
	/** How many warnings there are now. */
	found: number;
	/** How many are new, or are found again. */
	came: number;
	/** Of how many, answered by somebody, the figures changed. */
	returned: number;
	/** How many are no longer found. */
	went: number;
}

interface Held {
	id: string;
	key: string;
	fingerprint: string;
	isGone: boolean;
	isAnswered: boolean;
}

interface Row {
	id: string;
	key: string;
	fingerprint: string;
	values: Record<string, unknown>;
}

/**
 * Makes the warnings of a municipality what was found now. A warning that was there keeps its id and what people did with
 * it; its fingerprint says whether its figures are others now, and then its former version is kept. What is no longer found
 * stays, as gone.
 */
export async function storeWarnings(
	tx: Tx,
	municipalityId: string,
	found: readonly Found[],
	rules: ReadonlyMap<string, Rule>,
	now: Date,
): Promise<Computed> {
	const { rows: held } = await sql<Held>`
		SELECT w.id, w.rule_key || ' ' || w.area_code || ' ' || w.subject AS key, w.fingerprint,
			w.gone_at IS NOT NULL AS "isGone", EXISTS (SELECT FROM warning_answer AS a
				WHERE a.municipality_id = w.municipality_id AND a.warning_id = w.id
					AND a.withdrawn_at IS NULL AND a.fingerprint = w.fingerprint) AS "isAnswered"
		FROM warning AS w WHERE w.municipality_id = ${municipalityId}::uuid`.execute(tx);
	const byKey = new Map(held.map((one) => [one.key, one]));
	const next = found.map((one) => rowOf(one, rules, byKey));
	const keys = new Set(next.map(({ key }) => key));
	const fresh = next.filter(({ key }) => !byKey.has(key));
	const known = next.filter(({ key }) => byKey.has(key));
	const gone = held.filter(({ key, isGone }) => !isGone && !keys.has(key));
	await addAll(tx, municipalityId, fresh, now);
	await changeAll(tx, municipalityId, known, now);
	await tx
		.updateTable('warning')
		.set({ gone_at: now })
		.where('municipality_id', '=', municipalityId)
		.where('id', 'in', gone.length > 0 ? gone.map(({ id }) => id) : [newId()])
		.execute();
	const back = known.filter(({ key }) => byKey.get(key)!.isGone).length;
	const returned = known.filter(({ key, fingerprint }) => {
		const before = byKey.get(key)!;
		return before.isAnswered && before.fingerprint !== fingerprint;
	}).length;
	return { found: next.length, came: fresh.length + back, returned, went: gone.length };
}

function rowOf(one: Found, rules: ReadonlyMap<string, Rule>, held: ReadonlyMap<string, Held>): Row {
	const { ruleKey, area, subject, signs, counted, residents } = one;
	const { content } = rules.get(ruleKey)!;
	const key = `${ruleKey} ${area.code} ${subject}`;
	const details: WarningDetails = { kind: content.kind, ruleName: content.name, saidBy: content.kind === 'tipping_point' ? content.saidBy : null, signs, counted, residents }; // prettier-ignore
	const fingerprint = fingerprintOf(signs);
	const id = held.get(key)?.id ?? newId();
	return {
		id,
		key,
		fingerprint,
		values: {
			id,
			rule_key: ruleKey,
			area_code: area.code,
			area_name: area.name,
			level: area.level,
			subject,
			themes: themesOf(signs),
			fingerprint,
			details,
		},
	};
}

/** So many rows go in one statement. */
const batchSize = 500;

async function addAll(
	tx: Tx,
	municipalityId: string,
	rows: readonly Row[],
	now: Date,
): Promise<void> {
	for (let from = 0; from < rows.length; from += batchSize)
		await sql`
			INSERT INTO warning (municipality_id, id, rule_key, area_code, area_name, level, subject, themes,
				fingerprint, details, found_at, changed_at)
			SELECT ${municipalityId}::uuid, r.id, r.rule_key, r.area_code, r.area_name, r.level, r.subject, r.themes,
				r.fingerprint, r.details, ${now}, ${now}
			FROM jsonb_populate_recordset(null::warning, ${json(rows, from)}::jsonb) AS r`.execute(tx);
}

async function changeAll(
	tx: Tx,
	municipalityId: string,
	rows: readonly Row[],
	now: Date,
): Promise<void> {
	for (let from = 0; from < rows.length; from += batchSize)
		await sql`
			UPDATE warning AS w SET area_name = r.area_name, themes = r.themes, fingerprint = r.fingerprint,
				details = r.details, gone_at = NULL,
				version = w.version + (w.fingerprint <> r.fingerprint)::integer,
				changed_at = CASE WHEN w.fingerprint = r.fingerprint THEN w.changed_at ELSE ${now} END
			FROM jsonb_populate_recordset(null::warning, ${json(rows, from)}::jsonb) AS r
			WHERE w.municipality_id = ${municipalityId}::uuid AND w.id = r.id
				AND (w.details <> r.details OR w.gone_at IS NOT NULL OR w.area_name <> r.area_name)`.execute(tx);
}

function json(rows: readonly Row[], from: number): string {
	return JSON.stringify(rows.slice(from, from + batchSize).map(({ values }) => values));
}
