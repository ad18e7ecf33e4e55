import { sql } from 'kysely';
import { writerName } from '#features/analysis/writer.server.ts';
import type { Language } from '#locales/messages.ts';
import type { Reader } from '#server/database/handles.ts';
import type { RecordRef, SectionContent } from './section-content.schema.ts';

/** A section that somebody wrote, or took over as it was composed. */
export interface WrittenSection {
	id: string;
	key: string;
	part: string;
	language: Language;
	content: SectionContent;
	/** What its writers know of and do not mention. */
	leftOut: RecordRef[];
	createdAt: Date;
	changedAt: Date;
	/** Person and organisation; null for the program and for readers who may not see names. */
	changedBy: string | null;
	confirmedAt: Date | null;
	confirmedBy: string | null;
	version: number;
}

/**
 * The sections of a trajectory's report that were written, by their key; those that were withdrawn are left out. For
 * the public, row-level security leaves those whose part is public.
 */
export async function writtenSections(
	reader: Reader,
	municipalityId: string | null,
	trajectoryId: string,
): Promise<Map<string, WrittenSection>> {
	const rows = await reader
		.selectFrom('report_section')
		.select(['id', 'key', 'part', 'version', 'created_at as createdAt'])
		.select(['changed_at as changedAt', 'confirmed_at as confirmedAt'])
		.select((eb) => [
			eb.ref('language').$castTo<Language>().as('language'),
			// Both have the shape of section-content.schema.ts: nothing else is ever stored.
			sql<SectionContent>`content`.as('content'),
			sql<RecordRef[]>`left_out`.as('leftOut'),
			writerName('changed_by').as('changedBy'),
			writerName('confirmed_by').as('confirmedBy'),
		])
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.where('withdrawn_at', 'is', null)
		.execute();
	return new Map(rows.map((row) => [row.key, row]));
}
