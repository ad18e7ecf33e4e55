import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { meetingSubject, signalSubject } from './access.server.ts';
import { mayDecide, mayReport } from './signals.policy.ts';
import { decideSchema, reopenSchema, reportSchema } from './step.schema.ts';
import { approachOf } from './project.write.server.ts';
import { checkMeetingOpen, checkNamed, takeStep } from './step.write.server.ts';

/** The signal with the meeting; `not_found` when they are not of one trajectory. */
async function atMeeting(
	reader: Reader,
	input: { signalId: string; coreMeetingId: string },
	actor: Actor,
) {
	const loaded = await signalSubject(reader, input, actor);
	const { meeting, trajectoryId } = await meetingSubject(reader, input, actor);
	if (trajectoryId !== loaded.trajectoryId) throw notFound();
	return { ...loaded, meeting };
}

export const decideSignal = command({
	name: 'signal.decide',
	summary:
		'Writes down what a meeting decides about a signal: somebody looks into it, or it becomes a project, is passed on, is enough so, or is not taken up.',
	http: { method: 'POST', path: '/kerngroepoverleggen/{coreMeetingId}/signaalbesluiten' },
	input: decideSchema,
	subject: atMeeting,
	allow: mayDecide,
	async run({ tx, actor, clock, subject, requestId: id }, { signalId: _, version, ...decision }) {
		checkMeetingOpen(subject.meeting);
		const { trajectoryId } = subject;
		const at = clock.now();
		const goesOn = decision.kind === 'looking' || decision.kind === 'project';
		await checkNamed(tx, municipalityOf(actor), trajectoryId, decision);
		const named = {
			participantId: goesOn ? decision.participantId : null,
			approachId: await approachOf(tx, actor, trajectoryId, decision, at),
		};
		return takeStep(tx, actor, subject, version, { ...decision, ...named, id, at });
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const reportSignal = command({
	name: 'signal.report',
	summary: 'Says what came of looking into a signal, at a meeting or between two of them.',
	http: { method: 'POST', path: '/signalen/{signalId}/terugkoppelingen' },
	input: reportSchema,
	subject: async (reader, { signalId, coreMeetingId }, actor) =>
		coreMeetingId === null
			? { ...(await signalSubject(reader, { signalId }, actor)), meeting: null }
			: atMeeting(reader, { signalId, coreMeetingId }, actor),
	allow: mayReport,
	run({ tx, actor, clock, subject, requestId: id }, { version, text, coreMeetingId }) {
		if (subject.meeting) checkMeetingOpen(subject.meeting);
		const step = { id, kind: 'reported' as const, text, coreMeetingId, at: clock.now() };
		return takeStep(tx, actor, subject, version, step);
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const reopenSignal = command({
	name: 'signal.reopen',
	summary:
		'Opens a signal again that had an outcome, with the reason: it stands on the next agenda.',
	http: { method: 'POST', path: '/signalen/{signalId}/heropening' },
	input: reopenSchema,
	subject: signalSubject,
	allow: mayDecide,
	run: ({ tx, actor, clock, subject, requestId: id }, { version, reason }) =>
		takeStep(tx, actor, subject, version, {
			id,
			kind: 'reopened',
			text: reason,
			at: clock.now(),
		}),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});
