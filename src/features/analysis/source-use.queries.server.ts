import { sql } from 'kysely';
import { mayReadEvidence } from '#features/evidence/evidence.policy.ts';
import { evidenceIdSchema } from '#features/evidence/evidence.schema.ts';
import { evidenceOfInput } from '#features/evidence/record.server.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import type { Strength } from './strength.ts';

/** A finding that rests on a source. */
export interface SourceUse {
	id: string;
	kind: string;
	signalKind: string | null;
	text: string;
	strength: Strength | null;
	note: string;
}

/** A knowledge need that a source answers. */
export interface AnsweredNeed {
	id: string;
	question: string;
	method: string;
	/** Who found out, in words; the organisation first. */
	who: string;
}

export const usesOfSource = query({
	name: 'evidence.uses',
	summary:
		'Gives what rests on a source: the findings, with how strongly it supports each, and the questions that it answers.',
	http: { method: 'GET', path: '/bronnen/{evidenceId}/gebruik' },
	input: evidenceIdSchema,
	subject: evidenceOfInput,
	allow: mayReadEvidence,
	run: async ({ reader, actor }, { evidenceId }) => ({
		findings: await findingsOn(reader, actor.municipalityId, evidenceId),
		needs: await needsAnsweredBy(reader, actor.municipalityId, evidenceId),
	}),
});

/** A finding that is grouped stands by itself here: it is what cites. */
async function findingsOn(reader: Reader, municipalityId: string | null, evidenceId: string) {
	const { rows } = await sql<SourceUse>`
		SELECT f.id, f.kind, f.signal_kind AS "signalKind", f.text, c.strength, c.note
		FROM citation c JOIN finding f ON f.municipality_id = c.municipality_id AND f.id = c.finding_id
		WHERE c.municipality_id = ${municipalityId}::uuid AND c.evidence_id = ${evidenceId}::uuid
			AND f.withdrawn_at IS NULL
		ORDER BY c.created_at, f.id`.execute(reader);
	return rows;
}

async function needsAnsweredBy(reader: Reader, municipalityId: string | null, evidenceId: string) {
	const { rows } = await sql<AnsweredNeed>`
		SELECT n.id, n.question, n.method, concat_ws(', ', o.name, nullif(n.who, '')) AS who
		FROM knowledge_need n
		LEFT JOIN organisation o ON o.municipality_id = n.municipality_id AND o.id = n.who_organisation_id
		WHERE n.municipality_id = ${municipalityId}::uuid AND n.evidence_id = ${evidenceId}::uuid
			AND n.withdrawn_at IS NULL
		ORDER BY n.created_at, n.id`.execute(reader);
	return rows;
}
