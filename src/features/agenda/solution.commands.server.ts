import { findingsOf } from '#features/analysis/finding.queries.server.ts';
import { accessOfInput, loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayContribute, mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, invalidField, notFound } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, restoreRow, withdrawRow } from '#server/database/rows.ts';
import { skippedQuestionsOf } from './solution.queries.server.ts';
import {
	addSolutionSchema,
	changeSolutionSchema,
	restoreSolutionSchema,
	skipQuestionsSchema,
	takeUpQuestionsSchema,
	withdrawSolutionSchema,
} from './solution.schema.ts';

export const addSolution = command({
	name: 'solution.add',
	summary: 'Adds a possible solution for a finding, with who proposed it.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/oplossingen' },
	input: addSolutionSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, requestId }, { trajectoryId, findingId, text, proposedBy }) {
		const municipality_id = municipalityOf(actor);
		const findings = await findingsOf(tx, municipality_id, trajectoryId);
		if (!findings.some(({ id }) => id === findingId)) throw invalidField('findingId', 'unknown');
		await tx
			.insertInto('possible_solution')
			.values({
				municipality_id,
				id: requestId,
				trajectory_id: trajectoryId,
				finding_id: findingId,
				text,
				proposed_by: proposedBy,
				created_by: writerOf(actor),
				created_at: clock.now(),
			})
			.execute();
		return { id: requestId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const changeSolution = command({
	name: 'solution.change',
	summary: 'Changes a possible solution.',
	http: { method: 'PATCH', path: '/oplossingen/{solutionId}' },
	input: changeSolutionSchema,
	subject: accessOfSolution,
	allow: mayContribute,
	run({ tx, actor }, { solutionId: id, version, text, proposedBy }) {
		const municipalityId = municipalityOf(actor);
		return changeRow(
			tx,
			'possible_solution',
			{ municipalityId, id, version },
			{ text, proposed_by: proposedBy },
			{ current: () => currentOf(tx, municipalityId, id) },
		);
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const withdrawSolution = command({
	name: 'solution.withdraw',
	summary: 'Takes a possible solution back, with the reason. It can be put back.',
	http: { method: 'POST', path: '/oplossingen/{solutionId}/intrekking' },
	input: withdrawSolutionSchema,
	subject: accessOfSolution,
	allow: mayContribute,
	run: ({ tx, actor, clock }, { solutionId: id, version, reason }) =>
		withdrawRow(
			tx,
			'possible_solution',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const restoreSolution = command({
	name: 'solution.restore',
	summary: 'Puts a withdrawn possible solution back.',
	http: { method: 'POST', path: '/oplossingen/{solutionId}/herstel' },
	input: restoreSolutionSchema,
	subject: accessOfSolution,
	allow: mayContribute,
	run: ({ tx, actor }, { solutionId: id, version }) =>
		restoreRow(tx, 'possible_solution', { municipalityId: municipalityOf(actor), id, version }),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const skipQuestions = command({
	name: 'questions.skip',
	summary:
		'Records why a group goes on to the agenda without the three questions. The reason stays visible.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/vragen/overslaan' },
	input: skipQuestionsSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, clock, requestId }, { trajectoryId, reason }) {
		const inserted = await tx
			.insertInto('skipped_questions')
			.values({
				municipality_id: municipalityOf(actor),
				id: requestId,
				trajectory_id: trajectoryId,
				reason,
				created_by: writerOf(actor),
				created_at: clock.now(),
			})
			.onConflict((conflict) => conflict.doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!inserted) throw new Failure('questions.skipped', 409);
		return { id: requestId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const takeUpQuestions = command({
	name: 'questions.takeUp',
	summary: 'Takes the three questions up after all. The reason for skipping them is kept.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/vragen/oppakken' },
	input: takeUpQuestionsSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, clock }, { trajectoryId }) {
		const municipalityId = municipalityOf(actor);
		const skipped = await skippedQuestionsOf(tx, municipalityId, trajectoryId);
		if (!skipped) throw notFound();
		const { id, version } = skipped;
		return withdrawRow(tx, 'skipped_questions', { municipalityId, id, version }, '', clock.now());
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

function accessOfSolution(reader: Reader, { solutionId }: { solutionId: string }, actor: Actor) {
	return loadAccessOfRow(reader, 'possible_solution', solutionId, actor);
}

function currentOf(tx: Tx, municipalityId: string, id: string) {
	return tx
		.selectFrom('possible_solution')
		.select(['version', 'text', 'proposed_by as proposedBy'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
}
