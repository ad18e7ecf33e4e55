import { sql, type RawBuilder } from 'kysely';
import { sees, visibleRows, type ThreadScope } from './thread-statement.server.ts';
import type { Threads } from './threads.ts';

interface Part {
	/** How many rows of a list at most, and how many to pass over. */
	limit: number;
	offset: number;
}

/** All threads of a trajectory at a glance, in one statement. */
export function threadsStatement(
	scope: ThreadScope,
	parts: { loose: Part; sourceless: Part },
): RawBuilder<Threads> {
	return sql`WITH ${visibleRows(scope)},
		standing AS (SELECT f.* FROM f WHERE withdrawn_at IS NULL),
		loose AS (SELECT f.* FROM standing f WHERE ${sees(scope, 'agenda')} AND NOT EXISTS (SELECT FROM fa JOIN a ON a.id = fa.agenda_item_id
			WHERE fa.finding_id = f.id AND a.withdrawn_at IS NULL)),
		sourceless AS (SELECT f.* FROM standing f
			WHERE NOT EXISTS (SELECT FROM ef WHERE ef.finding_id = f.id))
		SELECT ${items} AS items, ${unasked} AS "approachesWithoutItem",
			${looseFindings(parts.loose)} AS loose, (SELECT count(*)::int FROM loose) AS "looseTotal",
			${sourcelessFindings(parts.sourceless)} AS sourceless,
			(SELECT count(*)::int FROM sourceless) AS "sourcelessTotal"`;
}

const line = sql`'id', f.id, 'kind', f.kind, 'signalKind', f.signal_kind, 'text', f.text`;

const sources = sql`(SELECT coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'title', e.title,
		'place', e.place, 'withdrawn', e.withdrawn_at IS NOT NULL) ORDER BY e.created_at, e.id), '[]')
	FROM ef JOIN e ON e.id = ef.evidence_id WHERE ef.finding_id = f.id)`;

const hiddenSources = sql`(SELECT count(*)::int FROM ef LEFT JOIN e ON e.id = ef.evidence_id
	WHERE ef.finding_id = f.id AND e.id IS NULL)`;

const findingsOfItem = sql`(SELECT coalesce(json_agg(json_build_object(${line},
		'withdrawn', f.withdrawn_at IS NOT NULL, 'hidden', ${hiddenSources}, 'evidence', ${sources})
		ORDER BY f.withdrawn_at NULLS FIRST, f.created_at, f.id), '[]')
	FROM fa JOIN f ON f.id = fa.finding_id WHERE fa.agenda_item_id = a.id)`;

const hiddenFindings = sql`(SELECT count(*)::int FROM fa LEFT JOIN f ON f.id = fa.finding_id
	WHERE fa.agenda_item_id = a.id AND f.id IS NULL)`;

const latestStatus = sql`(SELECT r.status FROM progress r WHERE r.municipality_id = p.municipality_id
	AND r.approach_id = p.id AND r.withdrawn_at IS NULL ORDER BY r.reported_on DESC, r.created_at DESC LIMIT 1)`;

const approachesOfItem = sql`(SELECT coalesce(json_agg(json_build_object('id', p.id, 'title', p.title,
		'status', ${latestStatus}) ORDER BY p.created_at, p.id), '[]')
	FROM ap JOIN p ON p.id = ap.approach_id WHERE ap.agenda_item_id = a.id AND p.withdrawn_at IS NULL)`;

const items = sql`(SELECT coalesce(json_agg(json_build_object('id', a.id, 'title', a.title,
		'withoutFindingReason', a.without_finding_reason, 'findings', ${findingsOfItem},
		'hidden', ${hiddenFindings}, 'approaches', ${approachesOfItem}) ORDER BY a.position, a.id), '[]')
	FROM a WHERE a.withdrawn_at IS NULL)`;

const unasked = sql`(SELECT coalesce(json_agg(json_build_object('id', p.id, 'title', p.title,
		'status', ${latestStatus}) ORDER BY p.created_at, p.id), '[]')
	FROM p WHERE p.withdrawn_at IS NULL AND NOT EXISTS (SELECT FROM ap WHERE ap.approach_id = p.id))`;

/** Findings that are on no agenda item, with the reason when the item they were on was withdrawn. */
const looseFindings = ({
	limit,
	offset,
}: Part) => sql`(SELECT coalesce(json_agg(f ORDER BY f.n), '[]') FROM (
	SELECT row_number() OVER (ORDER BY f.created_at, f.id) AS n, f.id, f.kind, f.signal_kind AS "signalKind", f.text,
		former.title AS "formerItem", former.reason AS "formerReason"
	FROM loose f LEFT JOIN LATERAL (
		SELECT a.title, a.withdrawn_reason AS reason FROM fa JOIN a ON a.id = fa.agenda_item_id
		WHERE fa.finding_id = f.id ORDER BY a.withdrawn_at DESC LIMIT 1) former ON true
	ORDER BY f.created_at, f.id LIMIT ${limit} OFFSET ${offset}) f)`;

const sourcelessFindings = ({
	limit,
	offset,
}: Part) => sql`(SELECT coalesce(json_agg(f ORDER BY f.n), '[]') FROM (
	SELECT row_number() OVER (ORDER BY created_at, id) AS n, id, kind, signal_kind AS "signalKind", text
	FROM sourceless ORDER BY created_at, id LIMIT ${limit} OFFSET ${offset}) f)`;
