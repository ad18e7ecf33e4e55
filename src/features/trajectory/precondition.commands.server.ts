import { command } from '#kernel/command.server.ts';
import { accessOfInput } from './access.server.ts';
import { setPreconditionSchema } from './frame.schema.ts';
import { sameVersion } from './row.server.ts';
import { mayLead } from './trajectory.policy.ts';

export const setPrecondition = command({
	name: 'precondition.set',
	summary: 'Says how far a precondition is, who sees to it, and by when.',
	http: { method: 'PUT', path: '/trajecten/{trajectoryId}/voorwaarden/{preconditionId}' },
	input: setPreconditionSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor }, input) {
		const mine = tx
			.selectFrom('precondition')
			.selectAll()
			.where('municipality_id', '=', actor.municipalityId)
			.where('trajectory_id', '=', input.trajectoryId)
			.where('id', '=', input.preconditionId);
		sameVersion(await mine.forUpdate().executeTakeFirst(), input.version);
		await tx
			.updateTable('precondition')
			.set({
				state: input.state,
				owner: input.owner,
				due_on: input.dueOn,
				remark: input.remark,
				version: input.version + 1,
			})
			.where('municipality_id', '=', actor.municipalityId)
			.where('id', '=', input.preconditionId)
			.execute();
		return { id: input.preconditionId, version: input.version + 1 };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});
