import phases from '#content/phases.json' with { type: 'json' };
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { changedMeanwhile, invalidField, notFound } from '#kernel/failure.ts';
import { isoOf, type RoughDay } from '#kernel/fields.ts';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import { changeRow, type RowRead } from '#server/database/rows.ts';
import { accessOfInput } from './access.server.ts';
import {
	addPhaseSchema,
	changePhaseSchema,
	removePhaseSchema,
	usePlanningSchema,
} from './frame.schema.ts';
import { planFrom } from './planning.ts';
import { rowOf } from './row.server.ts';
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
	run({ tx, actor }, input) {
		checkOrder(input);
		const row = rowOf(actor, input.phaseId, input);
		const values = { ...columnsOf(input), done_on: input.doneOn };
		return changeRow(tx, 'phase', row, values, { current: () => currentPhase(tx, row) });
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
		const row = rowOf(actor, input.phaseId, input);
		const removed = await tx
			.deleteFrom('phase')
			.where('municipality_id', '=', row.municipalityId)
			.where('trajectory_id', '=', input.trajectoryId)
			.where('id', '=', row.id)
			.where('version', '=', row.version)
			.returning('id')
			.executeTakeFirst();
		if (!removed) throw changedMeanwhile(await currentPhase(tx, row));
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

/** What stands there now, by the names of the forms. Throws `not_found`. */
async function currentPhase(tx: Tx, { municipalityId, id, trajectoryId }: RowRead) {
	const row = await tx
		.selectFrom('phase')
		.select(['version', 'name', 'step', 'done_on as doneOn'])
		.select(['starts_on', 'starts_precision', 'ends_on', 'ends_precision'])
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId ?? null)
		.where('id', '=', id)
		.executeTakeFirstOrThrow(() => notFound());
	const { starts_on, starts_precision, ends_on, ends_precision, ...current } = row;
	return {
		...current,
		starts: isoOf(starts_on, starts_precision),
		ends: isoOf(ends_on, ends_precision),
	};
}
