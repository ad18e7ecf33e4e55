import { sql } from 'kysely';
import { bringsIn } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import type { StepKind } from './course.ts';

/** The result of a meeting of longer ago is not sent: entering the past sends no mail. */
const tellWithinDays = 90;

/** Whether a meeting was too long ago to send its result; both days as ISO text. */
export function isTooOldToTell(heldOn: string, today: string): boolean {
	return (Date.parse(today) - Date.parse(heldOn)) / 86_400_000 > tellWithinDays;
}

/** Somebody with an account who hears the result of a meeting. */
export interface Listener {
	personId: string;
	email: string;
	language: string;
	/** The minutes go to whoever is in the core group. */
	getsMinutes: boolean;
	/** The signals of this meeting that they handed in. */
	signalIds: string[];
}

/**
 * A signal of a member of whom nobody hears by mail: somebody has to tell them. Whoever handed one in on the public page
 * follows it there.
 */
export interface Unheard {
	signalId: string;
	/** Null where only its own organisation may read it. */
	title: string | null;
}

export interface ResultListeners {
	members: Listener[];
	/** The signals of residents who left an address, with the language they read. */
	residents: { signalId: string; language: string }[];
	unheard: Unheard[];
	/** How many want no messages. */
	unwilling: number;
}

/** Steps that whoever handed a signal in hears of; that it waits for another meeting they do not. */
const newsKinds: readonly StepKind[] = [
	'looking',
	'project',
	'passed_on',
	'enough',
	'not_taken_up',
];

/** The last news of each signal in a meeting: what was said and taken back in the same meeting is not told. */
export interface News {
	signalId: string;
	kind: StepKind;
	text: string;
}

export async function newsOf(
	reader: Reader,
	municipalityId: string,
	coreMeetingId: string,
): Promise<News[]> {
	const { rows } = await sql<News>`
		SELECT DISTINCT ON (t.signal_id) t.signal_id AS "signalId", t.kind, t.text
		FROM signal_step t
		JOIN signal s ON s.municipality_id = t.municipality_id AND s.id = t.signal_id AND s.withdrawn_at IS NULL
		WHERE t.municipality_id = ${municipalityId} AND t.core_meeting_id = ${coreMeetingId}
			AND t.kind = ANY (${newsKinds}::text[])
			-- Opened again since, it has no outcome to tell.
			AND NOT EXISTS (SELECT FROM signal_step r WHERE r.municipality_id = t.municipality_id
				AND r.signal_id = t.signal_id AND r.number > t.number AND r.kind = 'reopened')
		ORDER BY t.signal_id, t.number DESC`.execute(reader);
	return rows;
}

interface Row {
	personId: string;
	email: string;
	language: string;
	role: string;
	inCoreGroup: boolean;
	isNamed: boolean;
	signalIds: string[];
	wantsNone: boolean;
	hasLeft: boolean;
}

interface Told {
	trajectoryId: string;
	coreMeetingId: string;
	/** When it was sent: who left since had heard of it. */
	toldAt?: Date | null;
}

/** Who hears the result of a meeting: the core group its minutes, and whoever handed a signal in what became of it. */
export async function resultListeners(
	reader: Reader,
	actor: Actor,
	{ trajectoryId, coreMeetingId, toldAt = null }: Told,
): Promise<ResultListeners> {
	const municipalityId = municipalityOf(actor);
	const news = await newsOf(reader, municipalityId, coreMeetingId);
	const ids = news.map(({ signalId }) => signalId);
	const rows = await memberships(reader, { municipalityId, trajectoryId, toldAt }, ids);
	const { rows: residents } = await sql<{ signalId: string; language: string }>`
		SELECT id AS "signalId", language FROM signal_listeners(${ids}::uuid[]) ORDER BY id`.execute(
		reader,
	);
	const reachable = rows.filter(({ hasLeft }) => !hasLeft);
	const members = joined(reachable.filter(({ wantsNone }) => !wantsNone));
	const heard = new Set([
		...reachable.flatMap(({ signalIds }) => signalIds),
		...residents.map(({ signalId }) => signalId),
	]);
	return {
		members,
		residents,
		unheard: await named(
			reader,
			municipalityId,
			ids.filter((id) => !heard.has(id)),
		),
		unwilling: new Set(
			reachable.filter(({ wantsNone }) => wantsNone).map(({ personId }) => personId),
		).size,
	};
}

/** The memberships in the core group, and those that handed one of these signals in. */
async function memberships(
	reader: Reader,
	{
		municipalityId,
		trajectoryId,
		toldAt,
	}: { municipalityId: string; trajectoryId: string; toldAt: Date | null },
	signalIds: readonly string[],
): Promise<Row[]> {
	const { rows } = await sql<Row>`
		SELECT p.id AS "personId", p.email, p.language, m.role, p.no_messages AS "wantsNone",
			coalesce(m.ended_at < coalesce(${toldAt}::timestamptz, 'infinity'), false) OR m.accepted_at IS NULL AS "hasLeft",
			c.named OR c.whole AS "inCoreGroup", c.named AS "isNamed",
			ARRAY(SELECT e.id FROM evidence e WHERE e.municipality_id = m.municipality_id AND e.created_by = m.id
				AND e.id = ANY (${signalIds}::uuid[])
				AND NOT EXISTS (SELECT FROM signal_post o WHERE o.municipality_id = e.municipality_id AND o.id = e.id)
			) AS "signalIds"
		FROM membership m
		JOIN person p ON p.municipality_id = m.municipality_id AND p.id = m.person_id
		CROSS JOIN LATERAL (
			SELECT coalesce(bool_or(c.membership_id = m.id), false) AS named,
				coalesce(bool_or(c.membership_id IS NULL), false) AS whole
			FROM participant c
			WHERE c.municipality_id = m.municipality_id AND c.trajectory_id = ${trajectoryId}
				AND c.organisation_id = m.organisation_id AND c.part = 'core_group' AND c.ended_at IS NULL
		) c
		WHERE m.municipality_id = ${municipalityId}
		ORDER BY m.id`.execute(reader);
	return rows.filter((row) => row.signalIds.length > 0 || getsMinutes(row));
}

/** Of an organisation that is in the core group as a whole: those whose work it is to bring in what they know. */
function getsMinutes({ inCoreGroup, isNamed, role }: Row): boolean {
	return isNamed || (inCoreGroup && bringsIn(role));
}

/** One for each person, whatever the number of their memberships. */
function joined(rows: readonly Row[]): Listener[] {
	const byPerson = Map.groupBy(rows, ({ personId }) => personId);
	return [...byPerson.values()].map((own) => {
		const [{ personId, email, language }] = own as [Row, ...Row[]];
		return {
			...{ personId, email, language },
			getsMinutes: own.some(getsMinutes),
			signalIds: own.flatMap(({ signalIds }) => signalIds),
		};
	});
}

async function named(
	reader: Reader,
	municipalityId: string,
	ids: readonly string[],
): Promise<Unheard[]> {
	if (ids.length === 0) return [];
	const { rows } = await sql<Unheard>`
		SELECT s.id AS "signalId", e.title
		FROM signal s LEFT JOIN evidence e ON e.municipality_id = s.municipality_id AND e.id = s.id
		WHERE s.municipality_id = ${municipalityId} AND s.id = ANY (${ids}::uuid[])
			AND NOT EXISTS (SELECT FROM signal_post o WHERE o.municipality_id = s.municipality_id AND o.id = s.id)
		ORDER BY s.created_at`.execute(reader);
	return rows;
}
