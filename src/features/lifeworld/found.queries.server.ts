import { linesIn, newestFirst, searchIn } from '#features/evidence/evidence-lines.server.ts';
import { askSources } from '#features/evidence/search-sql.server.ts';
import { filterEvidenceSchema } from '#features/evidence/evidence.schema.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayRead } from '#features/trajectory/trajectory.policy.ts';
import { query } from '#kernel/query.server.ts';
import { foundLines, type FoundSource } from './found-lines.server.ts';
import { outlineOf } from './places.server.ts';

/** A spot on the map with how much was brought in there. */
export interface FoundSpot {
	/** The meaningful place; null for a spot that is none. */
	placeId: string | null;
	name: string;
	longitude: number;
	latitude: number;
	count: number;
}

export const mapEvidence = query({
	name: 'evidence.map',
	summary: 'The sources of a trajectory that match, counted by spot: the same set as the list.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/bronnenkaart' },
	input: filterEvidenceSchema,
	subject: accessOfInput,
	allow: mayRead('any'),
	async run({ reader, actor, subject }, { search: typed, ...filter }) {
		const search = await searchIn(reader, actor, subject, typed);
		const found = linesIn(reader, actor, subject, { ...filter, sought: search?.sought });
		const bySpot = reader
			.selectFrom(
				foundLines(found).select(['place.id as placeId', 'place.name as placeName']).as('source'),
			) // prettier-ignore
			.select(['source.placeId', 'source.longitude', 'source.latitude'])
			.select((eb) => [
				eb.fn.coalesce('source.placeName', eb.fn.min('source.place')).as('name'),
				eb.fn.countAll<string>().as('count'),
			])
			.groupBy(['source.placeId', 'source.placeName', 'source.longitude', 'source.latitude'])
			.orderBy('count', 'desc')
			.orderBy('name');
		const rows = await askSources(reader, search, () => bySpot.execute());
		const spots: FoundSpot[] = [];
		let without = 0;
		for (const { longitude, latitude, count, ...spot } of rows)
			if (longitude === null || latitude === null) without += Number(count);
			else spots.push({ ...spot, longitude, latitude, count: Number(count) });
		return {
			spots,
			/** How many sources have no spot. */
			without,
			outline: await outlineOf(reader, actor, subject.trajectoryId),
			search: search && search.notes,
		};
	},
});

export const exportEvidence = query({
	name: 'evidence.export',
	summary:
		'All sources of a trajectory that match, with where they are: what a file of them holds.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/bronnenbestand' },
	input: filterEvidenceSchema,
	subject: accessOfInput,
	allow: mayRead('any'),
	async run(
		{ reader, actor, subject },
		{ search: typed, ...filter },
	): Promise<{ items: FoundSource[] }> {
		const search = await searchIn(reader, actor, subject, typed);
		const found = linesIn(reader, actor, subject, { ...filter, sought: search?.sought });
		const all = foundLines(newestFirst(found, search));
		return { items: await askSources(reader, search, () => all.execute()) };
	},
});
