import { sql } from 'kysely';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayRead, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import type { DocumentModel } from '#ui/document/model.ts';
import { checksumOf } from './freeze.server.ts';
import { accessOfVersion } from './report-version.server.ts';
import { readVersionSchema, type ReportAudience } from './report-version.schema.ts';

/** A frozen version as a list names it. */
export interface ReportVersionLine {
	id: string;
	name: string;
	note: string;
	frozenAt: Date;
	/** Who froze it, as they were called then. */
	organisationName: string;
	role: string;
	/** Who reads it now, why that was changed, and the version of that choice. */
	visibility: ReportAudience;
	visibilityReason: string;
	version: number;
	/** Whether a visitor could read something of the trajectory when it was frozen. */
	hasPublic: boolean;
}

export const listReportVersions = query({
	name: 'reportVersion.list',
	summary: 'Lists the frozen versions of the report that the reader may see, newest first.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/verslagversies' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayRead('any'),
	async run({ reader, actor, subject }): Promise<ReportVersionLine[]> {
		const lines = await versionLines(reader, actor.municipalityId)
			.where('r.trajectory_id', '=', subject.trajectoryId)
			.orderBy('r.frozen_at', 'desc')
			.orderBy('r.id', 'desc')
			.execute();
		return mayReadInside(actor, subject) === true ? lines : lines.filter(isPublic);
	},
});

export const readReportVersion = query({
	name: 'reportVersion.read',
	summary:
		'Reads one document of a frozen version, exactly as it was, with its checksum and whether its text still has it.',
	http: { method: 'GET', path: '/verslagversies/{reportVersionId}' },
	input: readVersionSchema,
	subject: accessOfVersion,
	allow: mayRead('any'),
	async run({ reader, actor, subject }, { reportVersionId, document, taal, audience }) {
		const isInside = mayReadInside(actor, subject) === true;
		const about = await versionLines(reader, actor.municipalityId)
			.where('r.id', '=', reportVersionId)
			.executeTakeFirst();
		if (!about || (!isInside && !isPublic(about))) throw notFound();
		const kept = await reader
			.selectFrom('report_version_document')
			.select((eb) => [eb.cast<string>('model', 'text').as('text'), 'checksum'])
			.where('municipality_id', '=', municipalityOf(actor))
			.where('report_version_id', '=', reportVersionId)
			.where('document', '=', document)
			.where('language', '=', taal ?? actor.language)
			.where('audience', '=', isInside ? audience : 'public')
			.executeTakeFirst();
		if (!kept) throw notFound();
		return {
			...about,
			document,
			audience: isInside ? audience : ('public' as const),
			checksum: kept.checksum,
			isIntact: checksumOf(kept.text) === kept.checksum,
			model: JSON.parse(kept.text) as DocumentModel,
		};
	},
});

const isPublic = ({ visibility }: { visibility: string }) => visibility === 'public';

function versionLines(reader: Reader, municipalityId: string | null) {
	return reader
		.selectFrom('report_version as r')
		.innerJoin('report_version_visibility as v', (join) =>
			join.onRef('v.municipality_id', '=', 'r.municipality_id').onRef('v.id', '=', 'r.id'),
		)
		.select(['r.id', 'r.name', 'r.note', 'r.role'])
		.select(['r.frozen_at as frozenAt', 'r.organisation_name as organisationName'])
		.select(['v.reason as visibilityReason', 'v.version'])
		.select((eb) => [
			eb.ref('v.visibility').$castTo<ReportAudience>().as('visibility'),
			sql<boolean>`EXISTS (
				SELECT FROM report_version_document d
				WHERE d.municipality_id = r.municipality_id AND d.report_version_id = r.id AND d.audience = 'public')`.as(
				'hasPublic',
			),
		])
		.where('r.municipality_id', '=', municipalityId);
}
