import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#server/database/handles.ts';

const blot = '▇▇▇';

/**
 * Blots erased texts out of frozen versions of the report, the only change that is ever made to one; its checksum is
 * that of what stands there now. Needs a transaction that clears. Gives how many documents held one.
 */
export async function blotFrozenReports(
	tx: Tx,
	municipalityId: string,
	texts: readonly string[],
): Promise<number> {
	if (texts.length === 0) return 0;
	// As they stand inside the JSON of a document.
	const pieces = texts.map((text) => JSON.stringify(text).slice(1, -1));
	const { rows } = await sql<FrozenDocument>`
		SELECT report_version_id AS id, document, language, audience, model::text AS model
		FROM report_version_document
		WHERE municipality_id = ${municipalityId}
			AND EXISTS (SELECT FROM unnest(${pieces}::text[]) AS piece WHERE strpos(model::text, piece) > 0)`.execute(
		tx,
	);
	for (const { id, document, language, audience, model } of rows) {
		const blotted = pieces.reduce((text, piece) => text.replaceAll(piece, blot), model);
		const checksum = createHash('sha256').update(blotted).digest('hex');
		await sql`
			UPDATE report_version_document SET model = ${blotted}::json, checksum = ${checksum}
			WHERE municipality_id = ${municipalityId} AND report_version_id = ${id}
				AND document = ${document} AND language = ${language} AND audience = ${audience}`.execute(tx);
	}
	return rows.length;
}

interface FrozenDocument {
	id: string;
	document: string;
	language: string;
	audience: string;
	model: string;
}
