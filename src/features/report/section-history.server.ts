import { sql } from 'kysely';
import { writerName } from '#features/analysis/writer.server.ts';
import type { Reader } from '#server/database/handles.ts';
import type { SectionContent } from './section-content.schema.ts';

/** A section as it stood from one change to the next. */
export interface SectionVersion {
	version: number;
	content: SectionContent;
	changedAt: Date;
	/** Person and organisation; null for the program itself. */
	changedBy: string | null;
}

/** Every former version of a section, the latest first. */
export function sectionVersions(
	reader: Reader,
	municipalityId: string | null,
	sectionId: string,
): Promise<SectionVersion[]> {
	const kept = sql<{ version: number; changed_at: Date; changed_by: string | null }>`(
		SELECT r.version, r.content, r.changed_at, r.changed_by
		FROM kept_version k, jsonb_populate_record(null::report_section, k.content) r
		WHERE k.municipality_id = ${municipalityId} AND k.table_name = 'report_section' AND k.id = ${sectionId}
	)`.as<'v'>('v');
	return reader
		.selectFrom(kept)
		.select(['v.version', 'v.changed_at as changedAt'])
		.select([
			sql<SectionContent>`v.content`.as('content'),
			writerName('v.changed_by').as('changedBy'),
		])
		.orderBy('v.version', 'desc')
		.execute();
}

/** A text that was put aside. */
export interface SectionAside {
	id: string;
	version: number;
	content: SectionContent;
	withdrawnReason: string;
	changedAt: Date;
}

/** The texts of a section that were put aside, the latest first. */
export function sectionsAside(
	reader: Reader,
	municipalityId: string | null,
	trajectoryId: string,
	key: string,
): Promise<SectionAside[]> {
	return reader
		.selectFrom('report_section')
		.select(['id', 'version', 'withdrawn_reason as withdrawnReason', 'changed_at as changedAt'])
		.select(sql<SectionContent>`content`.as('content'))
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.where('key', '=', key)
		.where('withdrawn_at', 'is not', null)
		.orderBy('withdrawn_at', 'desc')
		.execute();
}
