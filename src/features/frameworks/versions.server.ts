import { loadStored } from '#features/analysis/framework.server.ts';
import type { StoredFramework } from '#features/analysis/framework.schema.ts';
import { newestFramework, shippedFrameworks } from '#features/content/content.server.ts';
import type { Reader } from '#server/database/handles.ts';

/** The newest version of every framework that comes with the program. */
export async function shippedVersions(
	reader: Reader,
	municipalityId: string,
): Promise<StoredFramework[]> {
	const found: StoredFramework[] = [];
	for (const key of shippedFrameworks) {
		const { id } = await newestFramework(reader, municipalityId, key);
		found.push(await loadStored(reader, municipalityId, id));
	}
	return found;
}
