import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';

/** A line of the form that was withdrawn: its page says why, and puts it back. */
export interface WithdrawnEntry {
	id: string;
	/** What it says, or asks. */
	text: string;
	theme: string;
	organisationName: string;
	withdrawnReason: string;
}

/** What the form has beside findings, of what was withdrawn; the newest first. */
export interface WithdrawnEntries {
	provisions: WithdrawnEntry[];
	needs: WithdrawnEntry[];
}

interface Choice {
	trajectoryId: string;
	theme?: string | null;
	organisationId?: string | null;
}

/** Reads what was withdrawn of the analysis of provision and of the knowledge needs; members only see any. */
export async function withdrawnEntries(
	reader: Reader,
	municipalityId: string | null,
	choice: Choice,
): Promise<WithdrawnEntries> {
	return {
		provisions: await withdrawnOf(reader, municipalityId, choice, 'provision'),
		needs: await withdrawnOf(reader, municipalityId, choice, 'knowledge_need'),
	};
}

/** Of either table, by the column that says what it is about. */
const texts = { provision: 'text', knowledge_need: 'question' } as const;

async function withdrawnOf(
	reader: Reader,
	municipalityId: string | null,
	{ trajectoryId, theme = null, organisationId = null }: Choice,
	table: keyof typeof texts,
): Promise<WithdrawnEntry[]> {
	const { rows } = await sql<WithdrawnEntry>`
		SELECT e.id, ${sql.ref(`e.${texts[table]}`)} AS text, e.theme, o.name AS "organisationName",
			e.withdrawn_reason AS "withdrawnReason"
		FROM ${sql.table(table)} e
		JOIN organisation o ON o.municipality_id = e.municipality_id AND o.id = e.organisation_id
		WHERE e.municipality_id = ${municipalityId}::uuid AND e.trajectory_id = ${trajectoryId}::uuid
			AND e.withdrawn_at IS NOT NULL AND e.theme = coalesce(${theme}::text, e.theme)
			AND e.organisation_id = coalesce(${organisationId}::uuid, e.organisation_id)
		ORDER BY e.withdrawn_at DESC, e.id`.execute(reader);
	return rows;
}
