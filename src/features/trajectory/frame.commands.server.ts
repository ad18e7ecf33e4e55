import { command } from '#kernel/command.server.ts';
import { invalidField } from '#kernel/failure.ts';
import { accessOfInput } from './access.server.ts';
import { changeFrameSchema, publishSchema, setStateSchema } from './frame.schema.ts';
import { sameVersion } from './row.server.ts';
import { mayLead } from './trajectory.policy.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Tx } from '#server/database/handles.ts';

export const changeFrame = command({
	name: 'trajectory.change',
	summary: 'Changes the policy frame: goals, view on cooperation, period and area.',
	http: { method: 'PATCH', path: '/trajecten/{trajectoryId}' },
	input: changeFrameSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor }, input) {
		const { start_year } = await locked(tx, actor, input);
		if (input.endYear < start_year) throw invalidField('endYear', 'end_before_start');
		return update(tx, actor, input, {
			end_year: input.endYear,
			area_code: input.areaCode,
			area_note: input.areaNote,
			goals: input.goals,
			cooperation: input.cooperation,
		});
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const setTrajectoryState = command({
	name: 'trajectory.setState',
	summary: 'Pauses, ends or resumes a trajectory; a pause or an end carries a reason.',
	http: { method: 'PUT', path: '/trajecten/{trajectoryId}/toestand' },
	input: setStateSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor }, input) {
		if (input.state !== 'active' && input.reason === '') throw invalidField('reason', 'required');
		await locked(tx, actor, input);
		return update(tx, actor, input, { state: input.state, state_reason: input.reason });
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const publishParts = command({
	name: 'trajectory.publish',
	summary: 'Says which parts of a trajectory anyone may read.',
	http: { method: 'PUT', path: '/trajecten/{trajectoryId}/openbaar' },
	input: publishSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor }, input) {
		await locked(tx, actor, input);
		return update(tx, actor, input, { public_parts: [...new Set(input.parts)] });
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

interface Target {
	trajectoryId: string;
	version: number;
}

async function locked(tx: Tx, actor: Actor, target: Target) {
	const row = await tx
		.selectFrom('trajectory')
		.selectAll()
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', target.trajectoryId)
		.forUpdate()
		.executeTakeFirst();
	return sameVersion(row, target.version);
}

async function update(tx: Tx, actor: Actor, target: Target, values: Record<string, unknown>) {
	await tx
		.updateTable('trajectory')
		.set({ ...values, version: target.version + 1 })
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', target.trajectoryId)
		.execute();
	return { id: target.trajectoryId, version: target.version + 1 };
}
