import * as v from 'valibot';
import type { FrameworksInUse } from '#features/content/themes.server.ts';
import { notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { frameworkSchema, type Framework, type StoredFramework } from './framework.schema.ts';
import { frameworkInUse } from './framework.ts';

/** Content is never changed in place, only followed by a next version: what was read once stays true. */
const known = new Map<string, StoredFramework>();
const most = 200;

/** The framework of a trajectory, with what it had before set aside. Throws `not_found`. */
export async function loadFramework(
	reader: Reader,
	municipalityId: string | null,
	{ frameworkId, formerFrameworkIds }: FrameworksInUse,
): Promise<Framework> {
	const stored = await loadStored(reader, municipalityId, frameworkId);
	const former: StoredFramework[] = [];
	for (const id of formerFrameworkIds) former.push(await loadStored(reader, municipalityId, id));
	return frameworkInUse(stored, former);
}

/** One version of a framework as it is kept. Throws `not_found`. */
export async function loadStored(
	reader: Reader,
	municipalityId: string | null,
	frameworkId: string,
): Promise<StoredFramework> {
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
