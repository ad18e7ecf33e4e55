import { notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';

/** The version of the framework that a trajectory began with, and keeps. Throws `not_found`. */
export async function loadFrameworkId(
	reader: Reader,
	municipalityId: string | null,
	trajectoryId: string,
): Promise<string> {
	const row = await reader
		.selectFrom('trajectory')
		.select('framework_id')
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', trajectoryId)
		.executeTakeFirst();
	if (!row) throw notFound();
	return row.framework_id;
}
