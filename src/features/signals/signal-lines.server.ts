import { sql } from 'kysely';
import type { Visibility } from '#features/evidence/evidence-kind.ts';
import type { Reader } from '#server/database/handles.ts';
import type { SignalState } from './course.ts';

/** One signal as a list or an agenda shows it. */
export interface SignalLine {
	id: string;
	version: number;
	state: SignalState;
	fromPublic: boolean;
	createdAt: Date;
	/** What it says; null where only the organisation that brought it in may read it (yet). */
	text: string | null;
	place: string;
	themes: string[];
	visibility: Visibility | null;
	/** Who brought it in; null where that may not be read. */
	organisationName: string | null;
	/** The maker's membership, as far as the reader may read the signal. */
	createdBy: string | null;
	/** Who looks into it or leads the project. */
	participantId: string | null;
	participantName: string | null;
	participantRole: string | null;
	/** How many meetings ended without a word about it since it was opened. */
	carriedOver: number;
	/** The last thing that was said about it. */
	lastText: string;
	changedAt: Date;
}

/** The signals of a trajectory with where they stand; what was taken back is left out. The oldest first. */
export function signalLines(reader: Reader, municipalityId: string, trajectoryId: string) {
	return reader
		.selectFrom('signal as s')
		.leftJoin('evidence as e', (join) =>
			join.onRef('e.municipality_id', '=', 's.municipality_id').onRef('e.id', '=', 's.id'),
		)
		.leftJoin('organisation as o', (join) =>
			join
				.onRef('o.municipality_id', '=', 'e.municipality_id')
				.onRef('o.id', '=', 'e.organisation_id'),
		)
		.leftJoin('participant as p', (join) =>
			join
				.onRef('p.municipality_id', '=', 's.municipality_id')
				.onRef('p.id', '=', 's.participant_id'),
		)
		.leftJoin('organisation as w', (join) =>
			join
				.onRef('w.municipality_id', '=', 'p.municipality_id')
				.onRef('w.id', '=', 'p.organisation_id'),
		)
		.select(['s.id', 's.version', 's.from_public as fromPublic', 's.created_at as createdAt'])
		.select((eb) => [
			eb.ref('s.state').$castTo<SignalState>().as('state'),
			eb.ref('e.visibility').$castTo<Visibility | null>().as('visibility'),
			sql<string | null>`e.details->>'text'`.as('text'),
			sql<string>`coalesce(e.place, '')`.as('place'),
			sql<string[]>`coalesce(e.themes, '{}')`.as('themes'),
			sql<number>`(SELECT count(*)::int FROM signal_step t WHERE t.municipality_id = s.municipality_id
				AND t.signal_id = s.id AND t.kind = 'carried_over' AND t.number > coalesce((SELECT max(d.number)
					FROM signal_step d WHERE d.municipality_id = s.municipality_id AND d.signal_id = s.id
					AND d.kind <> 'carried_over'), 0))`.as('carriedOver'),
			sql<string>`coalesce((SELECT t.text FROM signal_step t WHERE t.municipality_id = s.municipality_id
				AND t.signal_id = s.id AND t.kind <> 'carried_over' ORDER BY t.number DESC LIMIT 1), '')`.as(
				'lastText',
			),
			sql<Date>`coalesce((SELECT max(t.created_at) FROM signal_step t
				WHERE t.municipality_id = s.municipality_id AND t.signal_id = s.id), s.created_at)`.as('changedAt'),
		])
		.select(['o.name as organisationName', 'e.created_by as createdBy'])
		.select([
			'p.id as participantId',
			'w.name as participantName',
			'p.role_note as participantRole',
		])
		.where('s.municipality_id', '=', municipalityId)
		.where('s.trajectory_id', '=', trajectoryId)
		.where('s.withdrawn_at', 'is', null)
		.orderBy('s.created_at')
		.orderBy('s.id');
}
