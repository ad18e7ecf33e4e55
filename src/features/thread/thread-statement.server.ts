import { sql, type RawBuilder } from 'kysely';
import type { Thread, ThreadKind } from './thread.ts';

/** Whose thread, and what the reader may see of it besides what row-level security leaves. */
export interface ThreadScope {
	municipalityId: string | null;
	trajectoryId: string;
	/** Reads everything of the trajectory, also what was withdrawn. */
	isInside: boolean;
	/** For whoever does not: the parts that are public. */
	publicParts: readonly string[];
}

/** Whether this reader may see a part of the trajectory (analysis, agenda, plan). */
export function sees({ isInside, publicParts }: ThreadScope, part: string): boolean {
	return isInside || publicParts.includes(part);
}

/**
 * The visible rows of a trajectory, as named subqueries: evidence, findings, items, approaches and their links. What is
 * grouped is there as its group, with the sources and the agenda items of all that is grouped in it.
 */
export function visibleRows(scope: ThreadScope): RawBuilder<unknown> {
	const { municipalityId, trajectoryId, isInside } = scope;
	const here = sql`municipality_id = ${municipalityId} AND trajectory_id = ${trajectoryId}`;
	const standing = (part: string) =>
		sees(scope, part) ? sql`${here} AND (${isInside} OR withdrawn_at IS NULL)` : sql`false`;
	return sql`
		e AS NOT MATERIALIZED (SELECT * FROM evidence
			WHERE ${here} AND (${isInside} OR (visibility = 'public' AND withdrawn_at IS NULL))),
		f AS NOT MATERIALIZED (SELECT * FROM finding WHERE ${standing('analysis')}
			AND (grouped_into IS NULL OR withdrawn_at IS NOT NULL)),
		a AS NOT MATERIALIZED (SELECT * FROM agenda_item WHERE ${standing('agenda')}),
		p AS NOT MATERIALIZED (SELECT * FROM approach WHERE ${standing('plan')}),
		ef AS NOT MATERIALIZED (SELECT evidence_id, finding_id,
				CASE WHEN bool_or(strength = 'contradicts') THEN 'contradicts' WHEN bool_or(strength = 'strong') THEN 'strong'
					WHEN bool_or(strength = 'partly') THEN 'partly' WHEN bool_or(strength = 'weak') THEN 'weak' END AS strength
			FROM finding_source WHERE municipality_id = ${municipalityId} GROUP BY 1, 2),
		fa AS NOT MATERIALIZED (
			SELECT DISTINCT coalesce(m.grouped_into, l.finding_id) AS finding_id, l.agenda_item_id
			FROM agenda_item_finding l LEFT JOIN finding m ON m.municipality_id = l.municipality_id
				AND m.id = l.finding_id AND m.withdrawn_at IS NULL
			WHERE l.municipality_id = ${municipalityId}),
		ap AS NOT MATERIALIZED (SELECT agenda_item_id, approach_id FROM approach_agenda_item
			WHERE municipality_id = ${municipalityId}),
		-- A signal that the core group made a project of: its approach, by the last decision.
		ep AS NOT MATERIALIZED (SELECT DISTINCT ON (signal_id) signal_id AS evidence_id, approach_id
			FROM signal_step t JOIN signal s ON s.municipality_id = t.municipality_id AND s.id = t.signal_id
			WHERE t.municipality_id = ${municipalityId} AND t.trajectory_id = ${trajectoryId}
				AND t.kind = 'project' AND s.state = 'project'
			ORDER BY signal_id, number DESC)`;
}

/**
 * The whole chain through one item, both ways, in one statement; no row's worth of steps when the item itself is not
 * there for this reader. From the item it goes back to everything it rests on and forth to everything that came of it,
 * and not sideways: the other findings of an agenda item are no part of the thread of one of them. A signal that became a
 * project leads to its approach at once.
 */
export function threadStatement(
	scope: ThreadScope,
	from: { kind: ThreadKind; id: string },
): RawBuilder<Omit<Thread, 'from'>> {
	const start = (kind: ThreadKind) => (from.kind === kind ? sql`id = ${from.id}` : sql`false`);
	return sql`WITH ${visibleRows(scope)},
		e0 AS (SELECT id FROM e WHERE ${start('evidence')}),
		p0 AS (SELECT id FROM p WHERE ${start('approach')}),
		f0 AS (SELECT id FROM f WHERE ${start('finding')}
			UNION SELECT f.id FROM e0 JOIN ef ON ef.evidence_id = e0.id JOIN f ON f.id = ef.finding_id),
		a0 AS (SELECT id FROM a WHERE ${start('agendaItem')}
			UNION SELECT a.id FROM p0 JOIN ap ON ap.approach_id = p0.id JOIN a ON a.id = ap.agenda_item_id),
		f1 AS (SELECT id FROM f0
			UNION SELECT f.id FROM a0 JOIN fa ON fa.agenda_item_id = a0.id JOIN f ON f.id = fa.finding_id),
		a1 AS (SELECT id FROM a0
			UNION SELECT a.id FROM f0 JOIN fa ON fa.finding_id = f0.id JOIN a ON a.id = fa.agenda_item_id),
		e1 AS (SELECT id FROM e0
			UNION SELECT e.id FROM f1 JOIN ef ON ef.finding_id = f1.id JOIN e ON e.id = ef.evidence_id
				WHERE ${from.kind !== 'evidence'}
			UNION SELECT e.id FROM p0 JOIN ep ON ep.approach_id = p0.id JOIN e ON e.id = ep.evidence_id),
		p1 AS (SELECT id FROM p0
			UNION SELECT p.id FROM a1 JOIN ap ON ap.agenda_item_id = a1.id JOIN p ON p.id = ap.approach_id
				WHERE ${from.kind !== 'approach'}
			UNION SELECT p.id FROM e0 JOIN ep ON ep.evidence_id = e0.id JOIN p ON p.id = ep.approach_id)
		SELECT ${evidenceSteps} AS evidence, ${findingSteps} AS findings, ${agendaItemSteps} AS "agendaItems",
			${approachSteps} AS approaches, ${links} AS links`;
}

const listOf = (
	content: RawBuilder<unknown>,
	rows: RawBuilder<unknown>,
	order: RawBuilder<unknown>,
) =>
	sql`(SELECT coalesce(json_agg(json_build_object(${content}) ORDER BY ${order}), '[]') FROM ${rows})`;

const evidenceSteps = listOf(
	sql`'id', e.id, 'kind', e.kind, 'title', e.title, 'place', e.place, 'happenedAt', e.happened_at,
		'happenedPrecision', e.happened_precision, 'organisationName', o.name,
		'withdrawn', e.withdrawn_at IS NOT NULL, 'hidden', 0,
		'asked', (SELECT n.question FROM knowledge_need n WHERE n.municipality_id = e.municipality_id
			AND n.evidence_id = e.id AND n.withdrawn_at IS NULL ORDER BY n.created_at LIMIT 1)`,
	sql`e1 JOIN e USING (id) JOIN organisation o ON o.municipality_id = e.municipality_id AND o.id = e.organisation_id`,
	sql`e.withdrawn_at NULLS FIRST, e.happened_at NULLS LAST, e.id`,
);

const findingSteps = listOf(
	sql`'id', f.id, 'kind', f.kind, 'signalKind', f.signal_kind, 'text', f.text, 'organisationName', o.name,
		'withdrawn', f.withdrawn_at IS NOT NULL,
		'hidden', (SELECT count(*) FROM ef LEFT JOIN e ON e.id = ef.evidence_id
			WHERE ef.finding_id = f.id AND e.id IS NULL)`,
	sql`f1 JOIN f USING (id) JOIN organisation o ON o.municipality_id = f.municipality_id AND o.id = f.organisation_id`,
	sql`f.withdrawn_at NULLS FIRST, f.created_at, f.id`,
);

/** A day as ISO text of the precision it is known to. */
const isoDay = (day: RawBuilder<unknown>, precision: RawBuilder<unknown>) =>
	sql`left(${day}::text, CASE ${precision} WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)`;

const agendaItemSteps = listOf(
	sql`'id', a.id, 'title', a.title, 'withoutFindingReason', a.without_finding_reason,
		'withdrawn', a.withdrawn_at IS NOT NULL,
		'hidden', (SELECT count(*) FROM fa LEFT JOIN f ON f.id = fa.finding_id
			WHERE fa.agenda_item_id = a.id AND f.id IS NULL),
		'decisions', (SELECT coalesce(json_agg(json_build_object('body', d.body, 'outcome', d.outcome,
				'decidedOn', ${isoDay(sql`d.decided_on`, sql`d.decided_precision`)}) ORDER BY d.decided_on, d.id), '[]')
			FROM decision d WHERE d.municipality_id = a.municipality_id AND d.agenda_item_id = a.id
				AND d.withdrawn_at IS NULL)`,
	sql`a1 JOIN a USING (id)`,
	sql`a.withdrawn_at NULLS FIRST, a.position, a.id`,
);

const approachSteps = listOf(
	sql`'id', p.id, 'kind', p.kind, 'title', p.title, 'organisationName', o.name, 'indicator', p.indicator,
		'target', p.target, 'withdrawn', p.withdrawn_at IS NOT NULL,
		'hidden', (SELECT count(*) FROM ap LEFT JOIN a ON a.id = ap.agenda_item_id
			WHERE ap.approach_id = p.id AND a.id IS NULL),
		'result', (SELECT json_build_object('status', r.status, 'text', r.text, 'measured', r.measured,
				'reportedOn', ${isoDay(sql`r.reported_on`, sql`r.reported_precision`)})
			FROM progress r WHERE r.municipality_id = p.municipality_id AND r.approach_id = p.id
				AND r.withdrawn_at IS NULL
			ORDER BY r.reported_on DESC, r.created_at DESC LIMIT 1)`,
	sql`p1 JOIN p USING (id) LEFT JOIN organisation o
		ON o.municipality_id = p.municipality_id AND o.id = p.responsible_organisation_id`,
	sql`p.withdrawn_at NULLS FIRST, p.created_at, p.id`,
);

const links = sql`(SELECT coalesce(json_agg(l.link ORDER BY l.a, l.b), '[]') FROM (
		SELECT ef.evidence_id AS a, ef.finding_id AS b,
			json_strip_nulls(json_build_object('from', ef.evidence_id, 'to', ef.finding_id, 'strength', ef.strength)) AS link FROM ef
			JOIN e1 ON e1.id = ef.evidence_id JOIN f1 ON f1.id = ef.finding_id
		UNION ALL SELECT fa.finding_id, fa.agenda_item_id,
			json_build_object('from', fa.finding_id, 'to', fa.agenda_item_id) FROM fa
			JOIN f1 ON f1.id = fa.finding_id JOIN a1 ON a1.id = fa.agenda_item_id
		UNION ALL SELECT ap.agenda_item_id, ap.approach_id,
			json_build_object('from', ap.agenda_item_id, 'to', ap.approach_id) FROM ap
			JOIN a1 ON a1.id = ap.agenda_item_id JOIN p1 ON p1.id = ap.approach_id
		UNION ALL SELECT ep.evidence_id, ep.approach_id,
			json_build_object('from', ep.evidence_id, 'to', ep.approach_id) FROM ep
			JOIN e1 ON e1.id = ep.evidence_id JOIN p1 ON p1.id = ep.approach_id
	) l)`;
