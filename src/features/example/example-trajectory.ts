import { publishParts } from '#features/trajectory/frame.commands.server.ts';
import { addParticipant } from '#features/trajectory/participant.commands.server.ts';
import { addPhase } from '#features/trajectory/phase.commands.server.ts';
import { setPrecondition } from '#features/trajectory/precondition.commands.server.ts';
import { startTrajectory } from '#features/trajectory/trajectory.commands.server.ts';
import { asOwner } from '#server/database/owner.ts';
import { nameOf, type Example } from './example-file.ts';
import { step, stepId, type ExampleRun } from './example-step.ts';

/** Starts the trajectory and fills in its frame: participants, planning and preconditions. */
export async function loadTrajectory(run: ExampleRun): Promise<void> {
	const { language, example, trajectoryId } = run;
	const { areaCode, period, framework, goals, viewOnCooperation } = example.trajectory;
	await step(run, ['trajectory'], startTrajectory, {
		areaName: language === 'nl' ? 'Geitenkamp' : 'Geitenkamp (English)',
		areaCode,
		startYear: Number(period.start.date.slice(0, 4)),
		endYear: Number(period.end.date.slice(0, 4)),
		framework,
		goals: goals[language],
		cooperation: viewOnCooperation[language],
	});
	await markAsExample(run);
	await addParticipants(run);
	for (const { id, room, name, start, end } of example.trajectory.phases)
		await step(run, ['phase', id], addPhase, {
			trajectoryId,
			name: name[language],
			step: room,
			starts: start?.date,
			ends: end?.date,
		});
	await setPreconditions(run);
}

/** That a trajectory is an example is for no command to say. */
async function markAsExample(run: ExampleRun): Promise<void> {
	await asOwner(run.owner, (tx) =>
		tx
			.updateTable('trajectory')
			.set({ example_source: run.example.mark[run.language] })
			.where('municipality_id', '=', run.system.municipalityId)
			.where('id', '=', run.trajectoryId)
			.execute(),
	);
}

type Participant = Example['trajectory']['participants'][number];

/** An organisation takes part once; the people the report names for it become its remark. */
async function addParticipants(run: ExampleRun): Promise<void> {
	const { language, example, trajectoryId, organisations } = run;
	const byOrganisation = Map.groupBy(
		example.trajectory.participants,
		({ organisation }) => organisation,
	);
	for (const [organisation, people] of byOrganisation) {
		const [first] = people as [Participant];
		await step(run, ['participant', organisation], addParticipant, {
			trajectoryId,
			organisationId: organisations.get(organisation),
			part: nameOf(first.group),
			task: organisation === 'gemeente-arnhem' ? 'lead' : 'member',
			mandate: first.mandate,
			roleNote: people.map(({ role }) => role[language]).join('; '),
			budgetAccess: first.budgetAccess,
		});
	}
}

async function setPreconditions(run: ExampleRun): Promise<void> {
	const { language, example, trajectoryId, system } = run;
	const rows = await asOwner(run.owner, (tx) =>
		tx
			.selectFrom('precondition')
			.select(['id', 'key'])
			.where('municipality_id', '=', system.municipalityId)
			.where('trajectory_id', '=', trajectoryId)
			.execute(),
	);
	for (const { id: key, state, owner: responsible, remark } of example.trajectory.preconditions)
		await step(run, ['precondition', key], setPrecondition, {
			trajectoryId,
			preconditionId: rows.find((row) => row.key === key)?.id,
			version: 1,
			state,
			owner: responsible?.[language] ?? '',
			remark: remark?.[language] ?? '',
		});
}

/** Makes all parts public: the report is. The last step of loading, so it also tells that the rest is there. */
export async function publishExample(run: ExampleRun): Promise<void> {
	await step(run, publishStep, publishParts, {
		trajectoryId: run.trajectoryId,
		// The round for residents opened its own part.
		version: 2,
		parts: ['frame', 'analysis', 'agenda', 'plan', 'recognition', 'signals'],
	});
}

const publishStep = ['published'];

/** The id under which the last step of a language is recorded. */
export function lastStepId(language: ExampleRun['language']): string {
	return stepId({ language }, ...publishStep);
}
