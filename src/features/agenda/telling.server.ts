import { sql } from 'kysely';
import { lines } from '#features/evidence/evidence-lines.server.ts';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { bringsIn, readsEverything } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { dayOf, type Clock } from '#kernel/clock.ts';
import type { RoughDay } from '#kernel/fields.ts';
import { lastDayOf } from '#kernel/rough-day.ts';
import type { Reader } from '#server/database/handles.ts';
import {
	whoIsTold,
	type Made,
	type Reachable,
	type Telling,
	type Unreached,
} from './recipients.ts';

/** Who is told of a decision of longer ago? Nobody: entering the past sends no mail. */
export const tellWithinDays = 90;

/** Whether a decision of this day is recent enough to tell people of it; of a month or year its last day counts. */
export function isRecent(decidedOn: RoughDay, clock: Clock): boolean {
	const past = Date.parse(dayOf(clock.now())) - Date.parse(lastDayOf(decidedOn));
	return past <= tellWithinDays * 86_400_000;
}

/** Who would be told of decisions about these items, by whoever asks. */
export async function tellingAbout(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	agendaItemIds: readonly string[],
): Promise<Telling> {
	const { rows: made } = await sql<Made>`
		SELECT agenda_item_id AS "agendaItemId", kind, id, created_by AS "createdBy", organisation_id AS "organisationId"
		FROM item_makers(${agendaItemIds}::uuid[]) ORDER BY id`.execute(reader);
	const memberships = await membershipsFor(reader, municipalityOf(actor), access, made);
	return whoIsTold(made, memberships, actor.kind === 'member' ? actor.personId : null);
}

interface MembershipRow {
	membershipId: string;
	personId: string;
	organisationId: string;
	email: string;
	language: string;
	role: string;
	hasLeft: boolean;
	isNamed: boolean;
	takesPart: boolean;
	wantsNone: boolean;
}

/** The memberships of who made these, and of everybody in the organisations that they belong to. */
async function membershipsFor(
	reader: Reader,
	municipalityId: string,
	access: TrajectoryAccess,
	made: readonly Made[],
): Promise<Reachable[]> {
	const makers = made.flatMap(({ createdBy }) => createdBy ?? []);
	const organisations = made.map(({ organisationId }) => organisationId);
	const { rows } = await sql<MembershipRow>`
		SELECT m.id AS "membershipId", m.person_id AS "personId", m.organisation_id AS "organisationId",
			p.email, p.language, m.role, m.ended_at IS NOT NULL OR m.accepted_at IS NULL AS "hasLeft",
			t.named AS "isNamed", t.named OR t.whole AS "takesPart", p.no_messages AS "wantsNone"
		FROM membership m
		JOIN person p ON p.municipality_id = m.municipality_id AND p.id = m.person_id
		CROSS JOIN LATERAL (
			SELECT coalesce(bool_or(c.membership_id = m.id), false) AS named,
				coalesce(bool_or(c.membership_id IS NULL), false) AS whole
			FROM participant c
			WHERE c.municipality_id = m.municipality_id AND c.trajectory_id = ${access.trajectoryId}
				AND c.organisation_id = m.organisation_id AND c.ended_at IS NULL
		) t
		WHERE m.municipality_id = ${municipalityId}
			AND (m.id = ANY (${makers}::uuid[]) OR m.organisation_id = ANY (${organisations}::uuid[]))
		ORDER BY m.id`.execute(reader);
	const isPublic = access.publicParts.includes('agenda');
	return rows.map(({ role, takesPart, ...row }) => ({
		...row,
		mayRead: isPublic || takesPart || readsEverything(role),
		isOfOrganisation: takesPart && bringsIn(role),
	}));
}

/** A source whose maker has to be told by somebody. */
export interface SourceToTell {
	evidenceId: string;
	/** Null where the reader may not see the source itself. */
	title: string | null;
	organisationName: string | null;
	why: Unreached;
}

/** The same sources with their names, as far as the reader may see them. */
export async function sourcesToTell(
	reader: Reader,
	actor: Actor,
	unreached: readonly { evidenceId: string; why: Unreached }[],
): Promise<SourceToTell[]> {
	const ids = unreached.map(({ evidenceId }) => evidenceId);
	const found =
		ids.length === 0 ? [] : await lines(reader, actor).where('evidence.id', 'in', ids).execute();
	const byId = new Map(found.map((line) => [line.id, line]));
	return unreached.map(({ evidenceId, why }) => {
		const line = byId.get(evidenceId);
		return {
			evidenceId,
			why,
			title: line ? line.title || line.place : null,
			organisationName: line?.organisationName ?? null,
		};
	});
}
