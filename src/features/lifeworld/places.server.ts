import type { AreaShape } from '#features/areas/area-map.ts';
import { mapShapes } from '#features/areas/area-shapes.server.ts';
import { linesIn } from '#features/evidence/evidence-lines.server.ts';
import type { placeKinds } from '#features/evidence/evidence-details.schema.ts';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';

/** A meaningful place of the neighbourhood. */
export interface Place {
	id: string;
	name: string;
	kind: (typeof placeKinds)[number];
	meaning: string;
	longitude: number | null;
	latitude: number | null;
	/** Null unless it was taken off the list. */
	withdrawnAt: Date | null;
	withdrawnReason: string;
	version: number;
	/** How many sources are of this place, as far as the reader may see them. */
	sources: number;
}

/** The places of a trajectory with how much was noted there, the most visited first and then by name. */
export function placesIn(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	{ id, withdrawn = false }: { id?: string; withdrawn?: boolean } = {},
): Promise<Place[]> {
	const seen = linesIn(reader, actor, access, {})
		.clearSelect()
		.select((eb) => ['evidence.place_id', eb.fn.countAll<string>().as('times')])
		.where('evidence.place_id', 'is not', null)
		.groupBy('evidence.place_id')
		.as('seen');
	return reader
		.selectFrom('place')
		.leftJoin(seen, 'seen.place_id', 'place.id')
		.select(['place.id', 'place.name', 'place.meaning', 'place.longitude', 'place.latitude'])
		.select((eb) => [
			eb.ref('place.kind').$castTo<Place['kind']>().as('kind'),
			'place.withdrawn_at as withdrawnAt',
			'place.withdrawn_reason as withdrawnReason',
			'place.version',
			eb.fn.coalesce('seen.times', eb.lit(0)).$castTo<number>().as('sources'),
		])
		.where('place.municipality_id', '=', municipalityOf(actor))
		.where('place.trajectory_id', '=', access.trajectoryId)
		.$if(id !== undefined, (q) => q.where('place.id', '=', id ?? ''))
		.$if(!withdrawn, (q) => q.where('place.withdrawn_at', 'is', null))
		.orderBy('sources', 'desc')
		.orderBy('place.name')
		.orderBy('place.id')
		.execute()
		.then((rows) => rows.map((row) => ({ ...row, sources: Number(row.sources) })));
}

/** The outline of the trajectory's area with its buurten, as far as boundaries are known; empty when they are not. */
export async function outlineOf(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
): Promise<AreaShape['geometry'][]> {
	const municipalityId = municipalityOf(actor);
	const { areaCode, startYear } = await reader
		.selectFrom('trajectory')
		.select(['area_code as areaCode', 'start_year as startYear'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', trajectoryId)
		.executeTakeFirstOrThrow();
	if (areaCode === null) return [];
	for (const level of ['neighbourhood', 'district'] as const) {
		const wanted = { level, within: areaCode, year: startYear };
		const { shapes } = await mapShapes(reader, municipalityId, wanted);
		if (shapes.length > 0) return shapes.map(({ geometry }) => geometry);
	}
	return [];
}
