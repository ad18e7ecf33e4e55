import { sql } from 'kysely';
import * as v from 'valibot';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayRead } from '#features/trajectory/trajectory.policy.ts';
import { areaCode } from '#features/areas/area-code.schema.ts';
import { Failure } from '#kernel/failure.ts';
import { id, wholeNumber } from '#kernel/fields.ts';
import { anyone } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';
import { profileOfArea } from './area-profile.server.ts';
import type { FigureKind } from './series.ts';

const pageSize = 50;

export const showProfile = query({
	name: 'figure.profile',
	summary:
		'Shows the newest of every published figure of an area and its course over the years, with the municipality, the country and the areas that are most like it beside it, its place among all areas of its level, and the reason when a value is missing.',
	http: { method: 'GET', path: '/gebieden/{code}/cijfers' },
	input: v.object({ code: areaCode() }),
	subject: nothing,
	// Everyone: figures are published; row-level security keeps back publications for participants.
	allow: anyone,
	run: ({ reader, actor }, { code }) => profileOfArea(reader, actor, code),
});

export const showTrajectoryProfile = query({
	name: 'figure.trajectoryProfile',
	summary:
		'Shows the published figures of the area of a trajectory, or of the area that is asked for; null when no import brought it.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/cijfers' },
	input: v.object({ trajectoryId: id(), areaCode: v.optional(areaCode()) }),
	subject: accessOfInput,
	allow: mayRead('any'),
	async run({ reader, actor }, { trajectoryId, areaCode: asked }) {
		const own = await reader
			.selectFrom('trajectory')
			.select('area_code as code')
			.where('municipality_id', '=', actor.municipalityId)
			.where('id', '=', trajectoryId)
			.executeTakeFirst();
		const code = asked ?? own?.code;
		if (!code) return null;
		return profileOfArea(reader, actor, code).catch((error: unknown) => {
			if (error instanceof Failure && error.code === 'area.not_imported') return null;
			throw error;
		});
	},
});

export const listPublications = query({
	name: 'publication.list',
	summary:
		'Lists the publications that figures were imported from, newest first. 50 a page; `total` says how many there are.',
	http: { method: 'GET', path: '/publicaties' },
	input: v.object({ page: v.optional(wholeNumber(1, 100_000), 1) }),
	subject: nothing,
	// Everyone: see above.
	allow: anyone,
	async run({ reader, actor }, { page }) {
		const all = reader
			.selectFrom('publication')
			.where('municipality_id', '=', actor.municipalityId);
		const items = await all
			.select(['id', 'table_id as tableId', 'title', 'publisher', 'licence', 'period', 'source'])
			.select(['boundary_year as boundaryYear', 'published_on as publishedOn'])
			.select(['retrieved_at as retrievedAt', 'replaced_at as replacedAt'])
			.select('covers_country as coversCountry')
			.select(
				sql<FigureKind[]>`ARRAY(
					SELECT DISTINCT kind FROM series WHERE series.municipality_id = publication.municipality_id
						AND series.publication_id = publication.id ORDER BY kind)`.as('kinds'),
			)
			.orderBy('period', 'desc')
			.orderBy('created_at', 'desc')
			.limit(pageSize)
			.offset((page - 1) * pageSize)
			.execute();
		const { total } = await all
			.select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('total'))
			.executeTakeFirstOrThrow();
		return { items, total, page, pageSize };
	},
});
