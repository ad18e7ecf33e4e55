import * as v from 'valibot';
import type { EvidenceKind, Visibility } from '#features/evidence/evidence-kind.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { wholeNumber } from '#kernel/fields.ts';
import { members } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';
import { endClearing, startClearing } from '#features/evidence/clearing.server.ts';
import { membershipsOf } from './contribution.server.ts';

const pageSize = 20;

export const listContributions = query({
	name: 'contribution.list',
	summary: 'Lists what one handed in oneself, over all trajectories, newest first, 20 a page.',
	http: { method: 'GET', path: '/inbreng' },
	input: v.object({ page: v.optional(wholeNumber(1, 100_000), 1) }),
	subject: nothing,
	allow: members,
	async run({ reader, actor }, { page }) {
		const municipalityId = municipalityOf(actor);
		const mine = await membershipsOf(reader, actor);
		// Also what a former organisation of theirs keeps to itself: they wrote it.
		await startClearing(reader);
		const own = reader
			.selectFrom('evidence as e')
			.where('e.municipality_id', '=', municipalityId)
			.where('e.created_by', 'in', mine)
			.where('e.kind', '<>', 'figure');
		const items = await own
			.innerJoin('trajectory as t', (join) =>
				join
					.onRef('t.municipality_id', '=', 'e.municipality_id')
					.onRef('t.id', '=', 'e.trajectory_id'),
			)
			.select(['e.id', 'e.title', 'e.place', 'e.version', 'e.created_at as createdAt'])
			.select(['e.withdrawn_at as withdrawnAt', 'e.erased_at as erasedAt'])
			.select(['t.area_name as areaName', 't.area_slug as areaSlug', 't.start_year as startYear'])
			.select([
				'e.second_remark as remark',
				'e.second_decision as secondDecision',
				'e.second_read_at as secondReadAt',
			])
			.select((eb) => [
				eb.ref('e.kind').$castTo<EvidenceKind>().as('kind'),
				eb.ref('e.visibility').$castTo<Visibility>().as('visibility'),
				eb.ref('e.wished_visibility').$castTo<Visibility | null>().as('wishedVisibility'),
				eb
					.selectFrom('citation as c')
					.whereRef('c.municipality_id', '=', 'e.municipality_id')
					.whereRef('c.evidence_id', '=', 'e.id')
					.select((agg) => agg.fn.countAll<number>().as('uses'))
					.as('uses'),
			])
			.orderBy('e.created_at', 'desc')
			.orderBy('e.id', 'desc')
			.limit(pageSize)
			.offset((page - 1) * pageSize)
			.execute();
		const { total } = await own
			.select((eb) => eb.fn.countAll<number>().as('total'))
			.executeTakeFirstOrThrow();
		await endClearing(reader);
		return {
			items: items.map((item) => ({ ...item, uses: Number(item.uses) })),
			total: Number(total),
			page,
			pageSize,
		};
	},
});
