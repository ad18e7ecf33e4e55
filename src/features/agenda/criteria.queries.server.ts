import type { Reader } from '#server/database/handles.ts';
import type { Criterion, Criteria } from './criteria.schema.ts';

/** The criteria of a trajectory: the version it began with. */
export async function criteriaOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<Criterion[]> {
	const { content } = await reader
		.selectFrom('trajectory as t')
		.innerJoin('content_version as c', (join) =>
			join.onRef('c.municipality_id', '=', 't.municipality_id').onRef('c.id', '=', 't.criteria_id'),
		)
		// Checked by the schema when it was shipped; what the database holds is never anything else.
		.select((eb) => eb.ref('c.content').$castTo<Criteria>().as('content'))
		.where('t.municipality_id', '=', municipalityId)
		.where('t.id', '=', trajectoryId)
		.executeTakeFirstOrThrow();
	return content.criteria;
}
