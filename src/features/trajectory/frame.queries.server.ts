import { municipalityOf } from '#kernel/actor.ts';
import type { Bilingual } from '#kernel/bilingual.ts';
import { isoOf } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { accessOfInput } from './access.server.ts';
import type { Preconditions } from './checklist.schema.ts';
import { trajectoryIdSchema } from './trajectory.schema.ts';
import { mayLead, mayRead, mayReadInside } from './trajectory.policy.ts';
import { partiesAtTable, type Party } from './table-parties.ts';

export interface PhaseLine {
	id: string;
	version: number;
	name: string;
	step: string;
	/** ISO text as precisely as it is known, or null. */
	starts: string | null;
	ends: string | null;
	doneOn: string | null;
}

export interface ParticipantLine {
	id: string;
	version: number;
	organisationId: string;
	organisationName: string;
	sector: string;
	personName: string | null;
	part: string;
	task: string;
	roleNote: string;
	mandate: string;
	mandateNote: string;
	budgetAccess: string;
}

export interface PreconditionLine {
	id: string;
	version: number;
	key: string;
	name: Bilingual;
	explanation: Bilingual;
	arranged: Bilingual;
	state: string;
	owner: string;
	dueOn: string | null;
	remark: string;
}

export const readFrame = query({
	name: 'trajectory.read',
	summary:
		'The policy frame: goals, view on cooperation, participants, who is missing, and the planning.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayRead('frame'),
	run: ({ reader, actor }, { trajectoryId }) =>
		frameOf(reader, { municipalityId: municipalityOf(actor), trajectoryId }),
});

/** For the pages that hold nothing but forms of whoever leads. */
export const mayChangeFrame = query({
	name: 'trajectory.mayChange',
	summary: 'Whether the reader may change the frame of a trajectory and what of it is public.',
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayLead,
	run: async () => true,
});

/** The frame of a trajectory, for this room and for those after it. */
export async function frameOf(reader: Reader, key: Key) {
	const frame = await readTrajectory(reader, key);
	const participants = await readParticipants(reader, key);
	return {
		...frame,
		participants,
		parties: partiesAtTable(participants.map(({ sector }) => sector)) satisfies Party[],
		phases: await readPhases(reader, key),
	};
}

export type Frame = Awaited<ReturnType<typeof frameOf>>;

export const listPreconditions = query({
	name: 'precondition.list',
	summary: 'The preconditions of a good process, and how far each of them is.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/voorwaarden' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayReadInside,
	run: ({ reader, actor }, { trajectoryId }) =>
		readPreconditions(reader, { municipalityId: municipalityOf(actor), trajectoryId }),
});

interface Key {
	municipalityId: string;
	trajectoryId: string;
}

async function readTrajectory(reader: Reader, { municipalityId, trajectoryId }: Key) {
	return reader
		.selectFrom('trajectory')
		.select([
			'id',
			'version',
			'area_name as areaName',
			'area_slug as areaSlug',
			'area_code as areaCode',
			'area_note as areaNote',
			'start_year as startYear',
			'end_year as endYear',
			'goals',
			'cooperation',
			'state',
			'state_reason as stateReason',
			'public_parts as publicParts',
			'example_source as exampleSource',
		])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', trajectoryId)
		.executeTakeFirstOrThrow();
}

/** Who takes part, the core group first. Names of persons are only there for members: row-level security hides them. */
export async function readParticipants(
	reader: Reader,
	{ municipalityId, trajectoryId }: Key,
): Promise<ParticipantLine[]> {
	return reader
		.selectFrom('participant as p')
		.innerJoin('organisation as o', (join) =>
			join
				.onRef('o.municipality_id', '=', 'p.municipality_id')
				.onRef('o.id', '=', 'p.organisation_id'),
		)
		.leftJoin('membership as m', (join) =>
			join
				.onRef('m.municipality_id', '=', 'p.municipality_id')
				.onRef('m.id', '=', 'p.membership_id'),
		)
		.leftJoin('person as n', (join) =>
			join.onRef('n.municipality_id', '=', 'm.municipality_id').onRef('n.id', '=', 'm.person_id'),
		)
		.select([
			'p.id',
			'p.version',
			'o.id as organisationId',
			'o.name as organisationName',
			'o.sector',
			'n.name as personName',
			'p.part',
			'p.task',
			'p.role_note as roleNote',
			'p.mandate',
			'p.mandate_note as mandateNote',
			'p.budget_access as budgetAccess',
		])
		.where('p.municipality_id', '=', municipalityId)
		.where('p.trajectory_id', '=', trajectoryId)
		.where('p.ended_at', 'is', null)
		.orderBy((eb) =>
			eb.case('p.part').when('core_group').then(1).when('sounding_board').then(2).else(3).end(),
		)
		.orderBy('o.name')
		.execute();
}

async function readPhases(
	reader: Reader,
	{ municipalityId, trajectoryId }: Key,
): Promise<PhaseLine[]> {
	const rows = await reader
		.selectFrom('phase')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.orderBy('position')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		version: row.version,
		name: row.name,
		step: row.step,
		starts: isoOf(row.starts_on, row.starts_precision),
		ends: isoOf(row.ends_on, row.ends_precision),
		doneOn: row.done_on,
	}));
}

async function readPreconditions(
	reader: Reader,
	{ municipalityId, trajectoryId }: Key,
): Promise<PreconditionLine[]> {
	const rows = await reader
		.selectFrom('precondition as p')
		.innerJoin('trajectory as t', (join) =>
			join
				.onRef('t.municipality_id', '=', 'p.municipality_id')
				.onRef('t.id', '=', 'p.trajectory_id'),
		)
		.innerJoin('content_version as c', (join) =>
			join
				.onRef('c.municipality_id', '=', 't.municipality_id')
				.onRef('c.id', '=', 't.preconditions_id'),
		)
		.select(['p.id', 'p.version', 'p.key', 'p.state', 'p.owner', 'p.due_on as dueOn', 'p.remark'])
		.select((eb) => eb.ref('c.content').$castTo<Preconditions>().as('content'))
		.where('p.municipality_id', '=', municipalityId)
		.where('p.trajectory_id', '=', trajectoryId)
		.execute();
	const { preconditions } = rows[0]?.content ?? { preconditions: [] };
	const byKey = new Map(rows.map(({ content: _, ...row }) => [row.key, row]));
	return preconditions.flatMap(({ id, name, explanation, arranged }) => {
		const row = byKey.get(id);
		return row ? [{ ...row, name, explanation, arranged }] : [];
	});
}
