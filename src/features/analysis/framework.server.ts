import * as v from 'valibot';
import { notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { frameworkSchema, type Framework } from './framework.schema.ts';

/** Content is never changed in place, only followed by a next version: what was read once stays true. */
const known = new Map<string, Framework>();
const most = 200;

/** The framework behind an id of this municipality. Throws `not_found`. */
export async function loadFramework(
	reader: Reader,
	municipalityId: string | null,
	frameworkId: string,
): Promise<Framework> {
	const key = `${municipalityId} ${frameworkId}`;
	const kept = known.get(key);
	if (kept) return kept;
	const row = await reader
		.selectFrom('content_version')
		.select('content')
		.where('municipality_id', '=', municipalityId)
		.where('kind', '=', 'framework')
		.where('id', '=', frameworkId)
		.executeTakeFirst();
	if (!row) throw notFound();
	const framework = v.parse(frameworkSchema, row.content);
	if (known.size >= most) known.clear();
	known.set(key, framework);
	return framework;
}
