import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { changedMeanwhile, invalid, invalidField, type FieldProblem } from '#kernel/failure.ts';
import { criteriaOf } from './criteria.queries.server.ts';
import { weightsHistoryOf } from './weights.queries.server.ts';
import { setWeightsSchema } from './weights.schema.ts';

export const setWeights = command({
	name: 'weights.set',
	summary:
		'Sets what the group finds each criterion worth, with the reason. Earlier weights stay readable.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/gewichten' },
	input: setWeightsSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, clock, requestId }, { trajectoryId, weights, reason, number }) {
		const municipality_id = municipalityOf(actor);
		const criteria = await criteriaOf(tx, municipality_id, trajectoryId);
		const ids = criteria.map(({ id }) => id);
		const problems = problemsOf(weights, ids);
		if (problems.length > 0) throw invalid(problems);
		if (ids.every((id) => weights[id] === 0)) throw invalidField('weights', 'all_zero');
		const current = async () => (await weightsHistoryOf(tx, municipality_id, trajectoryId))[0];
		const standing = await current();
		if ((standing?.number ?? 0) !== number) throw changedMeanwhile(standing);
		const inserted = await tx
			.insertInto('criterion_weights')
			.values({
				municipality_id,
				id: requestId,
				trajectory_id: trajectoryId,
				weights: JSON.stringify(weights),
				reason,
				number: number + 1,
				set_by: writerOf(actor),
				set_at: clock.now(),
			})
			.onConflict((conflict) => conflict.doNothing())
			.returning('number')
			.executeTakeFirst();
		if (!inserted) throw changedMeanwhile(await current());
		return { id: requestId, number: inserted.number };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

/** Every criterion needs a weight, and nothing else has one. */
function problemsOf(weights: Record<string, number>, ids: readonly string[]): FieldProblem[] {
	const missing = ids.filter((id) => weights[id] === undefined);
	const strange = Object.keys(weights).filter((id) => !ids.includes(id));
	return [
		...missing.map((id) => ({ path: `weights.${id}`, code: 'choose' as const })),
		...strange.map((id) => ({ path: `weights.${id}`, code: 'unknown' as const })),
	];
}
