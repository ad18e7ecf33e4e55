import { agendaItemsOf } from '#features/agenda/agenda-item.queries.server.ts';
import { themesOf } from '#features/content/themes.server.ts';
import { approachesOf } from '#features/execution/approach.queries.server.ts';
import { readParticipants } from '#features/trajectory/frame.queries.server.ts';
import { mayLead, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/clock.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { meetingSubject, signalAccess } from './access.server.ts';
import { isOpen, openStates } from './course.ts';
import { agendaOf } from './meeting-agenda.ts';
import { meetingIdSchema } from './meeting.schema.ts';
import { meetingLines, organisationsAt } from './meetings.server.ts';
import { waitingCount } from './post.server.ts';
import { signalLines } from './signal-lines.server.ts';
import { mayDecide } from './signals.policy.ts';
import { stepsOf } from './steps.server.ts';
import { isTooOldToTell, resultListeners } from './telling.server.ts';

export const listMeetings = query({
	name: 'coreMeeting.list',
	summary: 'The meetings of the core group, and what stands on the agenda of the next.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/kerngroepoverleggen' },
	input: trajectoryIdSchema,
	subject: signalAccess,
	allow: mayReadInside,
	async run({ reader, actor, clock, subject }, { trajectoryId }) {
		const municipalityId = municipalityOf(actor);
		const lead = mayLead(actor, subject) === true;
		const open = await signalLines(reader, municipalityId, trajectoryId)
			.where('s.state', 'in', openStates)
			.execute();
		return {
			meetings: await meetingLines(reader, municipalityId)
				.where('trajectory_id', '=', trajectoryId)
				.execute(),
			agenda: agendaOf(open),
			waiting: lead ? await waitingCount(reader, municipalityId, trajectoryId) : 0,
			today: dayOf(clock.now()),
			may: { decide: mayDecide(actor, subject) === true, lead },
		};
	},
});

export const readMeeting = query({
	name: 'coreMeeting.read',
	summary:
		'One meeting: its agenda made of what is open, who was there, what was decided, and who hears the result.',
	http: { method: 'GET', path: '/kerngroepoverleggen/{coreMeetingId}' },
	input: meetingIdSchema,
	subject: meetingSubject,
	allow: mayReadInside,
	async run({ reader, actor, clock, subject }, { coreMeetingId }) {
		const municipalityId = municipalityOf(actor);
		const { trajectoryId } = subject;
		const key = { municipalityId, trajectoryId };
		const meeting = await meetingLines(reader, municipalityId)
			.where('id', '=', coreMeetingId)
			.executeTakeFirstOrThrow();
		const steps = await stepsOf(reader, municipalityId, { coreMeetingId });
		const decide = mayDecide(actor, subject) === true;
		const lead = mayLead(actor, subject) === true;
		const lines = await linesAt(reader, key, steps, meeting.state === 'planned');
		const participants = await readParticipants(reader, key);
		return {
			trajectoryId,
			meeting,
			steps,
			agenda: agendaOf(lines),
			organisations: await organisationsAt(reader, municipalityId, coreMeetingId),
			participants,
			approaches: decide ? await approachesOf(reader, municipalityId, trajectoryId) : [],
			agendaItems: decide ? await agendaItemsOf(reader, municipalityId, trajectoryId) : [],
			themes: await themesOf(reader, municipalityId, subject),
			today: dayOf(clock.now()),
			/** Who hears of it, for whoever may send it: numbers, no addresses; and whom somebody has to tell. */
			result:
				lead && meeting.state === 'closed'
					? {
							...(await countListeners(reader, actor, {
								trajectoryId,
								coreMeetingId,
								toldAt: meeting.toldAt,
							})),
							isTooOld: isTooOldToTell(meeting.heldOn, dayOf(clock.now())),
						}
					: null,
			may: { decide, lead },
		};
	},
});

/** For the page that holds nothing but the form of who plans. */
export const mayPlanMeetings = query({
	name: 'coreMeeting.mayPlan',
	summary: 'Whether the reader may plan meetings of the core group.',
	input: trajectoryIdSchema,
	subject: signalAccess,
	allow: mayDecide,
	run: async () => true,
});

async function countListeners(
	reader: Reader,
	actor: Actor,
	of: { trajectoryId: string; coreMeetingId: string; toldAt: Date | null },
) {
	const { members, residents, unheard, unwilling } = await resultListeners(reader, actor, of);
	const participants = members.filter(({ getsMinutes }) => getsMinutes).length;
	const makers = members.filter(({ signalIds }) => signalIds.length > 0).length;
	return { participants, makers: makers + residents.length, unwilling, unheard };
}

interface Key {
	municipalityId: string;
	trajectoryId: string;
}

/** What is open, while the meeting is to come, and what the meeting said something of. */
async function linesAt(
	reader: Reader,
	{ municipalityId, trajectoryId }: Key,
	steps: readonly { signalId: string }[],
	isToCome: boolean,
) {
	const spokenOf = new Set(steps.map(({ signalId }) => signalId));
	const lines = await signalLines(reader, municipalityId, trajectoryId)
		.where((eb) =>
			eb.or([
				eb('s.id', 'in', [...spokenOf, trajectoryId]),
				...(isToCome ? [eb('s.state', 'in', openStates)] : []),
			]),
		)
		.execute();
	return lines.filter(({ id, state }) => spokenOf.has(id) || isOpen(state));
}
