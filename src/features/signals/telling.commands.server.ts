import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { dayOf } from '#kernel/clock.ts';
import { Failure } from '#kernel/failure.ts';
import { meetingSubject } from './access.server.ts';
import { tellSchema } from './meeting.schema.ts';
import { changeMeeting } from './meeting.write.server.ts';
import { meetingLines } from './meetings.server.ts';
import { isTooOldToTell, newsOf, resultListeners } from './telling.server.ts';
import { tellMembers, tellResidents, whatToTell } from './telling.write.server.ts';

export const tellMeeting = command({
	name: 'coreMeeting.tell',
	summary:
		'Sends the result of a closed meeting, once: the minutes to the core group, and to whoever handed a signal in what became of it.',
	http: { method: 'POST', path: '/kerngroepoverleggen/{coreMeetingId}/berichten' },
	input: tellSchema,
	subject: meetingSubject,
	allow: mayLead,
	async run({ tx, actor, clock, subject }, { coreMeetingId: id, version }) {
		if (subject.meeting.state !== 'closed') throw new Failure('signals.meeting_not_closed', 409);
		if (subject.meeting.toldAt !== null) throw new Failure('signals.meeting_told', 409);
		const at = clock.now();
		const municipalityId = municipalityOf(actor);
		const meeting = await meetingLines(tx, municipalityId)
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		if (isTooOldToTell(meeting.heldOn, dayOf(at)))
			throw new Failure('signals.too_old_to_tell', 409);
		const listeners = await resultListeners(tx, actor, { ...subject, coreMeetingId: id });
		const news = await newsOf(tx, municipalityId, id);
		const told = await whatToTell(tx, actor, subject, meeting, news, at);
		const members = await tellMembers(tx, told, listeners.members);
		const residents = await tellResidents(tx, told);
		const changed = await changeMeeting(
			tx,
			actor,
			{ id, version },
			{
				told_at: at,
				told_participants: members.participants,
				told_makers: members.makers + residents,
			},
		);
		return { ...changed, told: members.participants + members.makers + residents };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});
