import { sql } from 'kysely';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import { nothing, query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { warningOfInput } from './warning.commands.server.ts';
import {
	listWarningsSchema,
	trajectoryWarningSchema,
	trajectoryWarningsSchema,
	warningIdSchema,
} from './warning.schema.ts';
import { answersOf, countWarnings, warningsWhere } from './warning-list.server.ts';
import { mayManageWarnings, mayReadWarnings } from './warnings.policy.ts';

const pageSize = 50;

export const listWarnings = query({
	name: 'warning.list',
	summary:
		'Lists the early warnings of the municipality, by area: signals to go and look, no causes and no verdicts. 50 a page; `total` says how many there are.',
	http: { method: 'GET', path: '/waarschuwingen' },
	input: listWarningsSchema,
	subject: nothing,
	allow: mayReadWarnings,
	async run({ reader, actor }, { page, ...filter }) {
		const municipalityId = municipalityOf(actor);
		const bounds = { limit: pageSize, offset: (page - 1) * pageSize };
		const { items, total } = await warningsWhere(reader, municipalityId, filter, bounds);
		return {
			items,
			total,
			page,
			pageSize,
			counts: await countWarnings(reader, municipalityId),
			lastRun: await lastRun(reader, municipalityId),
			may: { manage: mayManageWarnings(actor, null) === true },
		};
	},
});

export const readWarning = query({
	name: 'warning.read',
	summary: 'Shows one early warning with everything that people did with it.',
	http: { method: 'GET', path: '/waarschuwingen/{warningId}' },
	input: warningIdSchema,
	subject: nothing,
	allow: mayReadWarnings,
	run: ({ reader, actor }, input) => wholeWarning(reader, input, actor),
});

export const readTrajectoryWarning = query({
	name: 'warning.readInTrajectory',
	summary:
		'Shows one early warning about the area of a trajectory, with everything that people did with it.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/waarschuwingen/{warningId}' },
	input: trajectoryWarningSchema,
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor }, { trajectoryId, warningId }) {
		await refuseOtherArea(reader, actor, trajectoryId, warningId);
		return wholeWarning(reader, { warningId }, actor);
	},
});

async function wholeWarning(reader: Reader, input: { warningId: string }, actor: Actor) {
	const warning = await warningOfInput(reader, input, actor);
	const answers = await answersOf(reader, municipalityOf(actor), [warning.id]);
	return {
		...warning,
		answers: answers.get(warning.id) ?? [],
		may: { manage: mayManageWarnings(actor, null) === true },
	};
}

/** Throws `not_found` for a warning about an area outside that of the trajectory. */
export async function refuseOtherArea(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
	warningId: string,
): Promise<void> {
	const areaCode = await areaOfTrajectory(reader, actor, trajectoryId);
	const filter = { id: warningId, areaCode: areaCode ?? 'NL' };
	const { total } = await warningsWhere(reader, municipalityOf(actor), filter);
	if (total === 0) throw notFound();
}

export const listTrajectoryWarnings = query({
	name: 'warning.ofTrajectory',
	summary: 'Lists the early warnings about the area of a trajectory and the areas in it.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/waarschuwingen' },
	input: trajectoryWarningsSchema,
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor }, { trajectoryId, state }) {
		const municipalityId = municipalityOf(actor);
		const areaCode = await areaOfTrajectory(reader, actor, trajectoryId);
		if (areaCode === null) return { areaCode, items: [], counts: null, lastRun: null };
		const { items } = await warningsWhere(reader, municipalityId, { areaCode, state });
		return {
			areaCode,
			items,
			counts: await countWarnings(reader, municipalityId, { areaCode }),
			lastRun: await lastRun(reader, municipalityId),
		};
	},
});

/** How many warnings about the area of a trajectory still ask for somebody to go and look; 0 where it has no area. */
export async function openWarnings(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
): Promise<number> {
	const areaCode = await areaOfTrajectory(reader, actor, trajectoryId);
	if (areaCode === null) return 0;
	const counts = await countWarnings(reader, municipalityOf(actor), { areaCode });
	return counts.new + counts.returned;
}

async function areaOfTrajectory(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
): Promise<string | null> {
	const row = await reader
		.selectFrom('trajectory')
		.select('area_code as code')
		.where('municipality_id', '=', municipalityOf(actor))
		.where('id', '=', trajectoryId)
		.executeTakeFirst();
	return row?.code ?? null;
}

async function lastRun(reader: Reader, municipalityId: string) {
	const { rows } = await sql<{
		at: Date;
		found: number;
		came: number;
		returned: number;
		went: number;
	}>`
		SELECT at, found, came, returned, went FROM warning_run
		WHERE municipality_id = ${municipalityId}::uuid ORDER BY at DESC, id DESC LIMIT 1`.execute(reader);
	return rows[0] ?? null;
}
