import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayRead } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Bilingual } from '#kernel/bilingual.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';

/** A trajectory whose analysis can be laid beside another. */
export interface OtherTrajectory {
	id: string;
	areaName: string;
	startYear: number;
	endYear: number;
	frameworkId: string;
	frameworkName: Bilingual;
}

export const otherAnalyses = query({
	name: 'analysis.others',
	summary:
		'Lists the trajectories whose analysis the reader may lay beside this one, the same area first.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/andere-analyses' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayRead('analysis'),
	run: async ({ reader, actor, subject }, { trajectoryId }) => ({
		frameworkId: subject.frameworkId,
		others: await readOthers(reader, actor, trajectoryId),
	}),
});

/** Only what its own policy would let this reader read: asked the same way, trajectory by trajectory. */
async function readOthers(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
): Promise<OtherTrajectory[]> {
	const municipalityId = municipalityOf(actor);
	const member = actor.kind === 'member' ? actor : null;
	const rows = await reader
		.selectFrom('trajectory as t')
		.innerJoin('content_version as c', (join) =>
			join
				.onRef('c.municipality_id', '=', 't.municipality_id')
				.onRef('c.id', '=', 't.framework_id'),
		)
		.select(['t.id', 't.area_name as areaName', 't.start_year as startYear'])
		.select(['t.end_year as endYear', 't.framework_id as frameworkId', 't.public_parts'])
		.select((eb) => eb.ref('c.content').$castTo<{ name: Bilingual }>().as('content'))
		.select((eb) =>
			eb
				.selectFrom('participant as p')
				.whereRef('p.municipality_id', '=', 't.municipality_id')
				.whereRef('p.trajectory_id', '=', 't.id')
				.where('p.ended_at', 'is', null)
				.where('p.organisation_id', '=', member?.organisationId ?? null)
				.where((or) =>
					or('p.membership_id', 'is', null).or(
						'p.membership_id',
						'=',
						member?.membershipId ?? null,
					),
				)
				.select((agg) => agg.fn.agg<string[] | null>('array_agg', ['p.task']).as('tasks'))
				.as('tasks'),
		)
		.where('t.municipality_id', '=', municipalityId)
		.where('t.id', '<>', trajectoryId)
		.orderBy((eb) =>
			eb
				.case()
				.when(
					't.area_slug',
					'=',
					eb
						.selectFrom('trajectory as here')
						.select('here.area_slug')
						.where('here.municipality_id', '=', municipalityId)
						.where('here.id', '=', trajectoryId),
				)
				.then(0)
				.else(1)
				.end(),
		)
		.orderBy('t.start_year', 'desc')
		.orderBy('t.area_name')
		.execute();
	return rows
		.filter(({ public_parts, tasks }) => {
			const access = { publicParts: public_parts, tasks: tasks ?? [] };
			return mayRead('analysis')(actor, access) === true;
		})
		.map(({ id, areaName, startYear, endYear, frameworkId, content }) => ({
			...{ id, areaName, startYear, endYear, frameworkId },
			frameworkName: content.name,
		}));
}
