import { randomBytes } from 'node:crypto';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import type { Rows } from './filled-world.ts';
import type { TestMunicipality } from './world.ts';

interface Place {
	town: TestMunicipality;
	trajectory_id: string;
	now: Date;
	/** The rows that are there already. */
	rows: Rows;
	text(what: string): string;
}

/** Fills what the core group does with signals: a meeting to come, one that was held, and the course of a signal. */
export async function fillSignals(
	tx: Tx,
	{ town, trajectory_id, now, rows, text }: Place,
): Promise<Rows> {
	const municipality_id = town.id;
	const created_by = town.members.process_manager.membershipId;
	const organisation_id = town.organisations.municipality;
	const own = () => ({ municipality_id, id: newId(), trajectory_id });
	const id = rows.signal as string;
	const signal = { municipality_id, id, trajectory_id, side_id: organisation_id, created_at: now };
	const looking = { ...signal, state: 'looking', participant_id: rows.participant as string };
	const settled = { ...signal, id: rows.settled_signal as string, state: 'enough' };
	await tx.insertInto('signal').values([{ ...looking }, { ...settled, participant_id: null }]).execute(); // prettier-ignore
	const meeting = { ...own(), held_on: '2026-05-01', starts_at: '09:30', place: text('room'), other_points: text('point'), notes: text('notes'), decisions: text('decisions'), others_present: text('others'), created_by, created_at: now }; // prettier-ignore
	const dropped = { ...meeting, id: newId(), state: 'dropped', state_reason: text('dropped') };
	const closed = { ...meeting, id: newId(), held_on: '2026-02-20', state: 'closed', closed_at: now }; // prettier-ignore
	await tx.insertInto('core_meeting').values([meeting, dropped, closed]).execute();
	await tx.insertInto('core_meeting_organisation').values({ municipality_id, core_meeting_id: meeting.id, organisation_id }).execute(); // prettier-ignore
	const step = { ...own(), signal_id: id, core_meeting_id: closed.id, kind: 'carried_over', text: text('step'), organisation_id, created_by, created_at: now, number: 1 }; // prettier-ignore
	await tx.insertInto('signal_step').values(step).execute();
	const post = { ...own(), about: 'place', place: text('post place'), text: text('post'), language: 'nl', follow_digest: randomBytes(32), created_at: now }; // prettier-ignore
	const aside = { ...post, id: newId(), state: 'set_aside', reason: text('aside'), follow_digest: randomBytes(32), decided_at: now, decided_by: created_by }; // prettier-ignore
	await tx
		.insertInto('signal_post')
		.values([{ ...post }, aside])
		.execute();
	const address = { municipality_id, signal_post_id: post.id, trajectory_id, email: 'bewoner@voorbeeld.invalid', language: 'nl', digests: [randomBytes(32)], side_id: newId(), created_at: now, confirmed_at: now }; // prettier-ignore
	await tx.insertInto('signal_address').values(address).execute();
	return {
		signal_post: post.id,
		set_aside_post: aside.id,
		core_meeting: meeting.id,
		dropped_meeting: dropped.id,
		closed_meeting: closed.id,
	};
}
