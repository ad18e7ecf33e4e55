import phases from '#content/phases.json' with { type: 'json' };
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { invalidField } from '#kernel/failure.ts';
import type { RoughDay } from '#kernel/fields.ts';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import { accessOfInput } from './access.server.ts';
import {
	addPhaseSchema,
	changePhaseSchema,
	removePhaseSchema,
	usePlanningSchema,
} from './frame.schema.ts';
import { planFrom } from './planning.ts';
import { sameVersion } from './row.server.ts';
import { mayLead } from './trajectory.policy.ts';

export const addPhase = command({
	name: 'phase.add',
	summary:
		'Adds a phase to the planning; dates may be known to the day, month or year, or not at all.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/fasen' },
	input: addPhaseSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, requestId }, input) {
		checkOrder(input);
		await insert(tx, actor, input.trajectoryId, [{ id: requestId, ...columnsOf(input) }]);
		return { id: requestId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const changePhase = command({
	name: 'phase.change',
	summary: 'Changes a phase of the planning, or says that it is done.',
	http: { method: 'PATCH', path: '/trajecten/{trajectoryId}/fasen/{phaseId}' },
	input: changePhaseSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor }, input) {
		checkOrder(input);
		await locked(tx, actor, input);
		await tx
			.updateTable('phase')
			.set({ ...columnsOf(input), done_on: input.doneOn, version: input.version + 1 })
			.where('municipality_id', '=', actor.municipalityId)
			.where('id', '=', input.phaseId)
			.execute();
		return { id: input.phaseId, version: input.version + 1 };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const removePhase = command({
	name: 'phase.remove',
	summary: 'Takes a phase out of the planning.',
	http: { method: 'DELETE', path: '/trajecten/{trajectoryId}/fasen/{phaseId}' },
	input: removePhaseSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor }, input) {
		await locked(tx, actor, input);
		await tx
			.deleteFrom('phase')
			.where('municipality_id', '=', actor.municipalityId)
			.where('id', '=', input.phaseId)
			.execute();
		return { id: input.phaseId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const usePlanning = command({
	name: 'phase.usePlanning',
	summary:
		'Fills an empty planning with the suggested phases, counted from a first day when one is given.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/fasen/voorstel' },
	input: usePlanningSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor }, input) {
		const { language } = actor;
		const planned = planFrom(phases.phases, input.firstDay).map(({ phase, startsOn, endsOn }) => ({
			id: newId(),
			name: phase.name[language],
			step: phase.room,
			starts_on: startsOn,
			starts_precision: 'day' as const,
			ends_on: endsOn,
			ends_precision: 'day' as const,
		}));
		await insert(tx, actor, input.trajectoryId, planned);
		return { id: input.trajectoryId, count: planned.length };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

interface Planned {
	name: string;
	step: string;
	starts: RoughDay | null;
	ends: RoughDay | null;
}

function checkOrder({ starts, ends }: Planned): void {
	if (starts && ends && ends.on < starts.on) throw invalidField('ends', 'end_before_start');
}

function columnsOf({ name, step, starts, ends }: Planned) {
	return {
		name,
		step,
		starts_on: starts?.on ?? null,
		starts_precision: starts?.precision ?? 'day',
		ends_on: ends?.on ?? null,
		ends_precision: ends?.precision ?? 'day',
	};
}

type Row = ReturnType<typeof columnsOf> & { id: string };

/** Puts the rows behind the phases that are there. */
async function insert(tx: Tx, actor: Actor, trajectory_id: string, rows: Row[]): Promise<void> {
	const { last } = await tx
		.selectFrom('phase')
		.select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('last'))
		.where('municipality_id', '=', actor.municipalityId)
		.where('trajectory_id', '=', trajectory_id)
		.executeTakeFirstOrThrow();
	await tx
		.insertInto('phase')
		.values(
			rows.map((row, at) => ({
				municipality_id: municipalityOf(actor),
				trajectory_id,
				position: last + at + 1,
				...row,
			})),
		)
		.execute();
}

async function locked(
	tx: Tx,
	actor: Actor,
	target: { trajectoryId: string; phaseId: string; version: number },
): Promise<void> {
	const row = await tx
		.selectFrom('phase')
		.selectAll()
		.where('municipality_id', '=', actor.municipalityId)
		.where('trajectory_id', '=', target.trajectoryId)
		.where('id', '=', target.phaseId)
		.forUpdate()
		.executeTakeFirst();
	sameVersion(row, target.version);
}
