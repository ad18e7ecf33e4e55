import { newestContent } from '#features/content/content.server.ts';
import type { Reader } from '#server/database/handles.ts';
import type { Guides } from './guide.schema.ts';

const known = new Map<string, Guides>();

/**
 * The newest conversation guides of a municipality, with the names of everything an observation can be marked with.
 * Throws when the municipality has none: its content was never seeded.
 */
export async function currentGuides(reader: Reader, municipalityId: string): Promise<Guides> {
	const id = await newestContent(reader, municipalityId, 'guide', 'default');
	if (!id) throw new Error(`Municipality ${municipalityId} has no conversation guides.`);
	const found = known.get(id);
	if (found) return found;
	const { guides } = await reader
		.selectFrom('content_version')
		.select((eb) => eb.ref('content').$castTo<Guides>().as('guides'))
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	// A version never changes, so it is read once.
	known.set(id, guides);
	return guides;
}
