import {
	addMeeting,
	closeMeeting,
	minuteMeeting,
} from '#features/signals/meeting.commands.server.ts';
import { addSignal } from '#features/signals/signal.commands.server.ts';
import { decideSignal, reportSignal } from '#features/signals/step.commands.server.ts';
import { tellMeeting } from '#features/signals/telling.commands.server.ts';
import { step, stepAs, stepId, type ExampleRun } from './example-step.ts';
import { dayAt, timeAt, type ExampleEvent } from './example-timeline.ts';
import type { ExampleLifeworld, ExampleStep } from './lifeworld-file.ts';
import { marked } from './marked.ts';

type Meeting = ExampleLifeworld['meetings'][number];
type Signal = ExampleLifeworld['signals'][number];

/** Signals in every state, and two meetings of the core group: one that was held and one to come. */
export function loadSignals(run: ExampleRun, file: ExampleLifeworld): ExampleEvent[] {
	const planned = timeAt(run, earliest(file));
	return [
		...file.meetings.map((meeting) => ({ at: planned, happen: () => plan(run, file, meeting) })),
		...file.signals.flatMap((signal) => courseOf(run, file, signal)),
		...file.meetings.flatMap(({ minutes, ...meeting }) =>
			minutes === null
				? []
				: [{ at: timeAt(run, meeting.moment), happen: () => hold(run, file, meeting, minutes) }],
		),
	];
}

/** Meetings are planned when the first signal comes in. */
function earliest({ signals }: ExampleLifeworld) {
	const [first] = signals.map(({ moment }) => moment).toSorted((a, b) => b.weeksAgo - a.weeksAgo);
	if (!first) throw new Error('The example has no signals.');
	return first;
}

function plan(run: ExampleRun, file: ExampleLifeworld, meeting: Meeting) {
	return step(run, ['meeting', meeting.id], addMeeting, {
		trajectoryId: run.trajectoryId,
		heldOn: dayAt(run, meeting.moment),
		startsAt: meeting.moment.time,
		endsAt: meeting.endsAt,
		place: meeting.place[run.language],
		otherPoints: meeting.otherPoints[run.language],
	});
}

function courseOf(run: ExampleRun, file: ExampleLifeworld, signal: Signal): ExampleEvent[] {
	const added = {
		at: timeAt(run, signal.moment),
		happen: () =>
			stepAs(run, signal.by, ['signal', signal.id], addSignal, {
				trajectoryId: run.trajectoryId,
				themes: signal.themes,
				happenedOn: dayAt(run, signal.moment),
				happenedTime: signal.moment.time,
				about: signal.about,
				placeId: stepId(run, 'place', signal.place),
				nature: signal.nature,
				heardFrom: signal.heardFrom,
				text: marked(run, file, signal.text),
				aboutOnePerson: 'no',
			}),
	};
	// Every step is a version of the signal, the first of them its second.
	const steps = signal.steps.map((one, at) => stepOf(run, file, signal.id, one, at + 1));
	return [added, ...steps];
}

function stepOf(
	run: ExampleRun,
	file: ExampleLifeworld,
	signal: string,
	one: ExampleStep,
	version: number,
): ExampleEvent {
	const name = ['signal-step', signal, String(version)];
	const common = { signalId: stepId(run, 'signal', signal), version };
	const text = marked(run, file, one.text);
	if ('moment' in one)
		return {
			at: timeAt(run, one.moment),
			happen: () => step(run, name, reportSignal, { ...common, text }),
		};
	const { kind, meeting, participant, approach } = one;
	const held = file.meetings.find(({ id }) => id === meeting);
	if (!held) throw new Error(`The example has no meeting ${meeting}.`);
	return {
		at: timeAt(run, held.moment),
		happen: () =>
			step(run, name, decideSignal, {
				...common,
				coreMeetingId: stepId(run, 'meeting', meeting),
				kind,
				text,
				participantId: participant && stepId(run, 'participant', participant),
				approachId: approach && stepId(run, 'approach', approach),
			}),
	};
}

/** Minutes, closing and telling: what nobody spoke of goes to the next meeting. */
async function hold(
	run: ExampleRun,
	file: ExampleLifeworld,
	{ id }: Pick<Meeting, 'id'>,
	minutes: NonNullable<Meeting['minutes']>,
): Promise<void> {
	const coreMeetingId = stepId(run, 'meeting', id);
	const { language } = run;
	await step(run, ['minutes', id], minuteMeeting, {
		coreMeetingId,
		version: 1,
		organisationIds: minutes.organisations.map((one) => run.organisations.get(one)),
		othersPresent: minutes.othersPresent[language],
		decisions: minutes.decisions[language],
		notes: marked(run, file, minutes.notes),
	});
	await step(run, ['closing', id], closeMeeting, { coreMeetingId, version: 2 });
	await step(run, ['telling', id], tellMeeting, { coreMeetingId, version: 3 });
}
