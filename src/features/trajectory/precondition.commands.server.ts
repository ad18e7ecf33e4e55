import { command } from '#kernel/command.server.ts';
import { changeRow } from '#server/database/rows.ts';
import { accessOfInput } from './access.server.ts';
import { setPreconditionSchema } from './frame.schema.ts';
import { rowOf } from './row.server.ts';
import { mayLead } from './trajectory.policy.ts';

export const setPrecondition = command({
	name: 'precondition.set',
	summary: 'Says how far a precondition is, who sees to it, and by when.',
	http: { method: 'PUT', path: '/trajecten/{trajectoryId}/voorwaarden/{preconditionId}' },
	input: setPreconditionSchema,
	subject: accessOfInput,
	allow: mayLead,
	run({ tx, actor }, { preconditionId, ...input }) {
		const { state, owner, dueOn: due_on, remark } = input;
		const row = rowOf(actor, preconditionId, input);
		return changeRow(
			tx,
			'precondition',
			row,
			{ state, owner, due_on, remark },
			{
				current: () =>
					tx
						.selectFrom('precondition')
						.select(['version', 'state', 'owner', 'due_on as dueOn', 'remark'])
						.where('municipality_id', '=', row.municipalityId)
						.where('id', '=', preconditionId)
						.executeTakeFirst(),
			},
		);
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});
