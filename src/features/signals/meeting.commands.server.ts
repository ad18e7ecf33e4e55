import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure } from '#kernel/failure.ts';
import { meetingSubject, signalAccess } from './access.server.ts';
import {
	addMeetingSchema,
	changeMeetingSchema,
	dropMeetingSchema,
	meetingVersionSchema,
	minuteSchema,
} from './meeting.schema.ts';
import {
	carryOver,
	changeMeeting as change,
	linkOrganisations,
	meetingColumns,
} from './meeting.write.server.ts';
import { mayDecide } from './signals.policy.ts';
import { checkMeetingOpen } from './step.write.server.ts';

export const addMeeting = command({
	name: 'coreMeeting.add',
	summary: 'Plans a meeting of the core group, or enters one of the past.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/kerngroepoverleggen' },
	input: addMeetingSchema,
	subject: signalAccess,
	allow: mayDecide,
	async run({ tx, actor, clock, requestId: id }, { trajectoryId, ...planned }) {
		await tx
			.insertInto('core_meeting')
			.values({
				municipality_id: municipalityOf(actor),
				id,
				trajectory_id: trajectoryId,
				...meetingColumns(planned),
				created_by: writerOf(actor),
				created_at: clock.now(),
			})
			.execute();
		return { id };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const changeMeeting = command({
	name: 'coreMeeting.change',
	summary: 'Changes when and where a meeting is, and its other points.',
	http: { method: 'PATCH', path: '/kerngroepoverleggen/{coreMeetingId}' },
	input: changeMeetingSchema,
	subject: meetingSubject,
	allow: mayDecide,
	run({ tx, actor, subject }, { coreMeetingId: id, version, ...planned }) {
		checkMeetingOpen(subject.meeting);
		return change(tx, actor, { id, version }, meetingColumns(planned));
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const dropMeeting = command({
	name: 'coreMeeting.drop',
	summary: 'Says that a meeting does not take place, with the reason. It can be planned again.',
	http: { method: 'POST', path: '/kerngroepoverleggen/{coreMeetingId}/afgelasting' },
	input: dropMeetingSchema,
	subject: meetingSubject,
	allow: mayDecide,
	run({ tx, actor, subject }, { coreMeetingId: id, version, reason }) {
		checkMeetingOpen(subject.meeting);
		return change(tx, actor, { id, version }, { state: 'dropped', state_reason: reason });
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const resumeMeeting = command({
	name: 'coreMeeting.resume',
	summary: 'Says that a meeting that was called off takes place after all.',
	http: { method: 'POST', path: '/kerngroepoverleggen/{coreMeetingId}/hervatting' },
	input: meetingVersionSchema,
	subject: meetingSubject,
	allow: mayDecide,
	run({ tx, actor, subject }, { coreMeetingId: id, version }) {
		if (subject.meeting.state !== 'dropped') throw new Failure('signals.meeting_not_dropped', 409);
		return change(tx, actor, { id, version }, { state: 'planned', state_reason: '' });
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const minuteMeeting = command({
	name: 'coreMeeting.minute',
	summary:
		'Writes down which organisations were at a meeting, what else was decided and what was said.',
	http: { method: 'PATCH', path: '/kerngroepoverleggen/{coreMeetingId}/notulen' },
	input: minuteSchema,
	subject: meetingSubject,
	allow: mayDecide,
	async run({ tx, actor, subject }, { coreMeetingId: id, version, organisationIds, ...minutes }) {
		checkMeetingOpen(subject.meeting);
		const { othersPresent, decisions, notes } = minutes;
		const values = { others_present: othersPresent, decisions, notes };
		const changed = await change(tx, actor, { id, version }, values);
		await linkOrganisations(tx, municipalityOf(actor), id, organisationIds);
		return changed;
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const closeMeeting = command({
	name: 'coreMeeting.close',
	summary:
		'Closes a meeting. What was open and not dealt with is carried over to the next, and its course says so.',
	http: { method: 'POST', path: '/kerngroepoverleggen/{coreMeetingId}/afsluiting' },
	input: meetingVersionSchema,
	subject: meetingSubject,
	allow: mayDecide,
	async run({ tx, actor, clock, subject }, { coreMeetingId: id, version }) {
		checkMeetingOpen(subject.meeting);
		const at = clock.now();
		const changed = await change(tx, actor, { id, version }, { state: 'closed', closed_at: at });
		const carriedOver = await carryOver(tx, actor, subject, at);
		return { ...changed, carriedOver };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const reopenMeeting = command({
	name: 'coreMeeting.reopen',
	summary: 'Opens a meeting again that was closed too early, as long as its result was not sent.',
	http: { method: 'POST', path: '/kerngroepoverleggen/{coreMeetingId}/heropening' },
	input: meetingVersionSchema,
	subject: meetingSubject,
	allow: mayLead,
	run({ tx, actor, subject }, { coreMeetingId: id, version }) {
		if (subject.meeting.state !== 'closed') throw new Failure('signals.meeting_not_closed', 409);
		if (subject.meeting.toldAt !== null) throw new Failure('signals.meeting_told', 409);
		return change(tx, actor, { id, version }, { state: 'planned', closed_at: null });
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});
