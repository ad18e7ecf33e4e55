import type { Updateable } from 'kysely';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { invalidField } from '#kernel/failure.ts';
import type { Tx } from '#server/database/handles.ts';
import { changeRow, type Changed } from '#server/database/rows.ts';
import type { Trajectory } from '#server/database/schema.ts';
import { accessOfInput } from './access.server.ts';
import { changeFrameSchema, publishSchema, setStateSchema } from './frame.schema.ts';
import { mayLead } from './trajectory.policy.ts';

export const changeFrame = command({
	name: 'trajectory.change',
	summary: 'Changes the policy frame: goals, view on cooperation, period and area.',
	http: { method: 'PATCH', path: '/trajecten/{trajectoryId}' },
	input: changeFrameSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor }, input) {
		const { startYear } = await currentFrame(tx, municipalityOf(actor), input.trajectoryId);
		if (input.endYear < startYear) throw invalidField('endYear', 'end_before_start');
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
	run: ({ tx, actor }, input) =>
		update(tx, actor, input, { public_parts: [...new Set(input.parts)] }),
	trajectory: ({ trajectoryId }) => trajectoryId,
});

interface Target {
	trajectoryId: string;
	version: number;
}

function update(
	tx: Tx,
	actor: Actor,
	{ trajectoryId: id, version }: Target,
	values: Updateable<Trajectory>,
): Promise<Changed> {
	const row = { municipalityId: municipalityOf(actor), id, version };
	return changeRow(tx, 'trajectory', row, values, {
		current: () => currentFrame(tx, row.municipalityId, id),
	});
}

/** What stands there now, by the names of the forms. */
function currentFrame(tx: Tx, municipalityId: string, id: string) {
	return tx
		.selectFrom('trajectory')
		.select(['version', 'start_year as startYear', 'end_year as endYear', 'goals', 'cooperation'])
		.select(['area_code as areaCode', 'area_note as areaNote'])
		.select(['state', 'state_reason as reason', 'public_parts as parts'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
}
