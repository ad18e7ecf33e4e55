import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { blot, blotOutIn, leadsOf } from '#features/lifeworld/blot.ts';
import { sourceEntry } from '#ui/document/build.ts';
import type { SourceEntry, SourcesBlock } from '#ui/document/model.ts';
import type { Tx } from '#server/database/handles.ts';

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
	const pieces = leadsOf(texts).map((text) => JSON.stringify(text).slice(1, -1));
	const { rows } = await sql<FrozenDocument>`
		SELECT report_version_id AS id, document, language, audience, model::text AS model
		FROM report_version_document
		WHERE municipality_id = ${municipalityId}
			AND EXISTS (SELECT FROM unnest(${pieces}::text[]) AS piece WHERE strpos(model::text, piece) > 0)`.execute(
		tx,
	);
	for (const { id, document, language, audience, model } of rows) {
		const blotted = JSON.stringify(blotOutIn(withoutSources(JSON.parse(model), texts), texts));
		const checksum = createHash('sha256').update(blotted).digest('hex');
		await sql`
			UPDATE report_version_document SET model = ${blotted}::json, checksum = ${checksum}
			WHERE municipality_id = ${municipalityId} AND report_version_id = ${id}
				AND document = ${document} AND language = ${language} AND audience = ${audience}`.execute(tx);
	}
	return rows.length;
}

/** Of a source in the list that says one of these texts nothing stays but its number: where and when tell of it too. */
function withoutSources(value: unknown, texts: readonly string[]): unknown {
	if (Array.isArray(value)) return value.map((one) => withoutSources(one, texts));
	if (typeof value !== 'object' || value === null) return value;
	if (isSources(value))
		return { ...value, entries: value.entries.map((entry) => withoutWords(entry, texts)) };
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [key, withoutSources(one, texts)]),
	);
}

const isSources = (value: object): value is SourcesBlock =>
	'type' in value && value.type === 'sources' && 'entries' in value;

function withoutWords(entry: SourceEntry, texts: readonly string[]): SourceEntry {
	const left = JSON.stringify(blotOutIn(entry.content, texts));
	return left === JSON.stringify(entry.content) ? entry : sourceEntry(entry.number, blot);
}

interface FrozenDocument {
	id: string;
	document: string;
	language: string;
	audience: string;
	model: string;
}
