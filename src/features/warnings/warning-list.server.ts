import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import { openStates, type WarningAnswer, type WarningLine, type WarningState } from './warning.ts';

/** Which warnings are asked for; everything that is given has to hold. */
export interface WarningFilter {
	id?: string | undefined;
	theme?: string | undefined;
	/** An area with those in it. */
	areaCode?: string | undefined;
	ruleKey?: string | undefined;
	state?: WarningState | 'open' | 'all' | undefined;
}

/** What a warning is now, out of what people did with it and whether its figures are still the same. */
const stateOf = sql<WarningState>`CASE
	WHEN w.gone_at IS NOT NULL THEN 'gone'
	WHEN now_answer.kind = 'set_aside' THEN 'set_aside'
	WHEN now_answer.kind IS NOT NULL THEN 'taken_up'
	WHEN EXISTS (SELECT FROM warning_answer AS e WHERE e.municipality_id = w.municipality_id
		AND e.warning_id = w.id AND e.withdrawn_at IS NULL) THEN 'returned'
	ELSE 'new' END`;

const withState = sql`
	FROM warning AS w
	LEFT JOIN LATERAL (SELECT kind FROM warning_answer AS a
		WHERE a.municipality_id = w.municipality_id AND a.warning_id = w.id AND a.withdrawn_at IS NULL
			AND a.fingerprint = w.fingerprint
		ORDER BY a.created_at DESC, a.id DESC LIMIT 1) AS now_answer ON true`;

/** Warnings by area, those of the newest figures first, with what people did with them. `total` says how many there are. */
export async function warningsWhere(
	reader: Reader,
	municipalityId: string,
	filter: WarningFilter,
	page: { limit: number; offset: number } = { limit: 1000, offset: 0 },
): Promise<{ items: WarningLine[]; total: number }> {
	const { rows } = await sql<Omit<WarningLine, 'answers'> & { total: number }>`
		SELECT id, "ruleKey", "areaCode", "areaName", level, subject, themes, details, state, "foundAt",
			"changedAt", "goneAt", version, (count(*) OVER ())::integer AS total
		FROM (SELECT w.id, w.rule_key AS "ruleKey", w.area_code AS "areaCode", w.area_name AS "areaName", w.level,
				w.subject, w.themes, w.details, ${stateOf} AS state, w.found_at AS "foundAt",
				w.changed_at AS "changedAt", w.gone_at AS "goneAt", w.version
			${withState}
			WHERE w.municipality_id = ${municipalityId}::uuid ${conditions(filter)}) AS found
		${states(filter.state)}
		ORDER BY "areaName", "areaCode", "changedAt" DESC, "ruleKey", subject, id
		LIMIT ${page.limit} OFFSET ${page.offset}`.execute(reader);
	const answers = await answersOf(reader, municipalityId, rows.map(({ id }) => id)); // prettier-ignore
	return {
		items: rows.map(({ total: _, ...row }) => ({
			...row,
			answers: (answers.get(row.id) ?? []).filter(({ withdrawnAt }) => withdrawnAt === null),
		})),
		total: rows[0]?.total ?? 0,
	};
}

function conditions({ id, theme, areaCode, ruleKey }: WarningFilter) {
	const within = areaCode && `${areaCode.startsWith('GM') ? '__' : 'BU'}${areaCode.slice(2)}%`;
	return sql.join(
		[
			id ? sql` AND w.id = ${id}::uuid` : sql``,
			theme ? sql` AND ${theme}::text = ANY(w.themes)` : sql``,
			areaCode
				? sql` AND (w.area_code = ${areaCode}::text OR w.area_code LIKE ${within}::text)`
				: sql``,
			ruleKey ? sql` AND w.rule_key = ${ruleKey}::text` : sql``,
		],
		sql``,
	);
}

function states(state: WarningFilter['state'] = 'all') {
	if (state === 'all') return sql``;
	const some = state === 'open' ? openStates : [state];
	return sql`WHERE state = ANY(${some}::text[])`;
}

/** What people did with warnings, the newest first; taken back as well. */
export async function answersOf(
	reader: Reader,
	municipalityId: string,
	warningIds: readonly string[],
): Promise<Map<string, WarningAnswer[]>> {
	if (warningIds.length === 0) return new Map();
	const { rows } = await sql<WarningAnswer & { warningId: string }>`
		SELECT a.id, a.warning_id AS "warningId", a.kind, a.reason, a.fingerprint = w.fingerprint AS "isAboutNow",
			a.trajectory_id AS "trajectoryId", a.became_id AS "becameId", a.version, a.created_at AS at,
			o.name AS "organisationName", a.withdrawn_at AS "withdrawnAt", a.withdrawn_reason AS "withdrawnReason"
		FROM warning_answer AS a
		JOIN warning AS w ON w.municipality_id = a.municipality_id AND w.id = a.warning_id
		LEFT JOIN membership AS m ON m.municipality_id = a.municipality_id AND m.id = a.created_by
		LEFT JOIN organisation AS o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id
		WHERE a.municipality_id = ${municipalityId}::uuid AND a.warning_id = ANY(${warningIds}::uuid[])
		ORDER BY a.created_at DESC, a.id DESC`.execute(reader);
	const answers = new Map<string, WarningAnswer[]>();
	for (const { warningId, ...answer } of rows)
		answers.set(warningId, [...(answers.get(warningId) ?? []), answer]);
	return answers;
}

/** How many warnings there are by state, and of which areas: for the choices of a filter. */
export async function countWarnings(
	reader: Reader,
	municipalityId: string,
	filter: Pick<WarningFilter, 'areaCode'> = {},
): Promise<Record<WarningState, number>> {
	const { rows } = await sql<{ state: WarningState; count: number }>`
		SELECT state, count(*)::integer AS count FROM (SELECT ${stateOf} AS state ${withState}
			WHERE w.municipality_id = ${municipalityId}::uuid ${conditions(filter)}) AS found
		GROUP BY state`.execute(reader);
	const none = { new: 0, returned: 0, taken_up: 0, set_aside: 0, gone: 0 };
	return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}
