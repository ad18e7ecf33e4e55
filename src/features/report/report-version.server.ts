import { loadAccessOfRow } from '#features/trajectory/access.server.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import type { ReportAudience } from './report-version.schema.ts';

/** What the actor is in the trajectory that a frozen version is of. */
export function accessOfVersion(
	reader: Reader,
	{ reportVersionId }: { reportVersionId: string },
	actor: Actor,
) {
	return loadAccessOfRow(reader, 'report_version', reportVersionId, actor);
}

/** Who reads a version now. */
export function visibilityOf(
	reader: Reader,
	municipalityId: string | null,
	id: string,
): Promise<{ visibility: ReportAudience; reason: string; version: number } | undefined> {
	return reader
		.selectFrom('report_version_visibility')
		.select((eb) => [eb.ref('visibility').$castTo<ReportAudience>().as('visibility')])
		.select(['reason', 'version'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
}

/** Whether something of the trajectory was public when the version was frozen. */
export async function hasPublicDocuments(
	reader: Reader,
	municipalityId: string,
	reportVersionId: string,
): Promise<boolean> {
	const found = await reader
		.selectFrom('report_version_document')
		.select('document')
		.where('municipality_id', '=', municipalityId)
		.where('report_version_id', '=', reportVersionId)
		.where('audience', '=', 'public')
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}
