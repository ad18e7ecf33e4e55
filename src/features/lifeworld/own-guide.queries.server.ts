import { sql } from 'kysely';
import * as v from 'valibot';
import type { Actor } from '#kernel/actor.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { nothing, query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import type { GuideContent } from './guide.schema.ts';
import { currentGuides } from './guides.server.ts';
import { mayAdaptGuides } from './own-guide.policy.ts';
import { guideIdSchema } from './own-guide.schema.ts';
import { ownGuide, ownGuides } from './own-guide.server.ts';

export const listOwnGuides = query({
	name: 'ownGuide.list',
	summary: 'Gives the guides that are in use, and what the municipality made of them itself.',
	http: { method: 'GET', path: '/eigen-gesprekswijzers' },
	input: v.object({}),
	subject: nothing,
	allow: mayAdaptGuides,
	async run({ reader, actor }) {
		const municipalityId = municipalityOf(actor);
		const { guides, speakers, source } = await currentGuides(reader, municipalityId);
		return {
			inUse: guides,
			speakers,
			source,
			own: await ownGuides(reader, municipalityId).execute(),
		};
	},
});

export const readOwnGuide = query({
	name: 'ownGuide.read',
	summary:
		'Gives one own guide with the versions that were in use, and how many conversations each was used in.',
	http: { method: 'GET', path: '/eigen-gesprekswijzers/{guideId}' },
	input: guideIdSchema,
	subject: nothing,
	allow: mayAdaptGuides,
	async run({ reader, actor }, { guideId }) {
		const guide = await ownGuide(reader, actor.municipalityId, guideId);
		return { guide, versions: await versionsOf(reader, actor, guide.key) };
	},
});

/** The versions of a guide, the newest first, each with what it asked and how often it was used as far as one may see. */
async function versionsOf(reader: Reader, { municipalityId }: Actor, key: string) {
	const rows = await reader
		.selectFrom('content_version as c')
		.select(['c.version', 'c.created_at as since'])
		.select((eb) => [
			eb.ref('c.content').$castTo<GuideContent>().as('content'),
			eb
				.selectFrom('evidence as e')
				.select((count) => count.fn.countAll<number>().as('count'))
				.whereRef('e.municipality_id', '=', 'c.municipality_id')
				.where('e.kind', '=', 'conversation')
				.where(sql<boolean>`e.details ->> 'guide' = ${key}`)
				.where(sql<boolean>`e.details ->> 'guideVersion' = c.version::text`)
				.as('uses'),
		])
		.where('c.municipality_id', '=', municipalityId)
		.where('c.kind', '=', 'guide')
		.where('c.key', '=', key)
		.orderBy('c.version', 'desc')
		.execute();
	return rows.map((row) => ({ ...row, uses: Number(row.uses) }));
}
