import shipped2010to2013 from '#content/mappings/2010-2013.json' with { type: 'json' };
import * as v from 'valibot';
import { loadStored } from './framework.server.ts';
import type { StoredFramework } from './framework.schema.ts';
import type { Reader } from '#server/database/handles.ts';
import { shippedMappingSchema } from './theme-mapping.schema.ts';
import { pairsBetween, reversed, type OwnPair, type ThemePair } from './theme-mapping.ts';

/** The mappings that come with the program. */
export const shippedMappings = [v.parse(shippedMappingSchema, shipped2010to2013)];

/** Two versions with how their themes relate. */
export interface FrameworkMapping {
	from: StoredFramework;
	to: StoredFramework;
	pairs: ThemePair[];
}

/** How the themes of two versions relate, also where people mapped them the other way round. Throws `not_found`. */
export async function mappingBetween(
	reader: Reader,
	municipalityId: string,
	fromId: string,
	toId: string,
): Promise<FrameworkMapping> {
	const from = await loadStored(reader, municipalityId, fromId);
	const to = await loadStored(reader, municipalityId, toId);
	const own = [
		...reversed(await ownPairs(reader, municipalityId, toId, fromId)),
		...(await ownPairs(reader, municipalityId, fromId, toId)),
	];
	return { from, to, pairs: pairsBetween(from, to, shippedMappings, own) };
}

async function ownPairs(
	reader: Reader,
	municipalityId: string,
	fromId: string,
	toId: string,
): Promise<OwnPair[]> {
	return reader
		.selectFrom('theme_mapping')
		.select(['from_theme as from', 'to_theme as to', 'note', 'version'])
		.select((eb) => eb.ref('kind').$castTo<OwnPair['kind']>().as('kind'))
		.where('municipality_id', '=', municipalityId)
		.where('from_framework_id', '=', fromId)
		.where('to_framework_id', '=', toId)
		.execute();
}
