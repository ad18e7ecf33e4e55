import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';

/** A question about a finding, with what became of it. */
export interface FindingQuestionLine {
	id: string;
	findingId: string;
	question: string;
	state: 'open' | 'answered' | 'dropped';
	answer: string;
	/** The organisation that asked. */
	organisationName: string;
	createdAt: Date;
	/** The organisation that answered it or dropped it; null while it is open. */
	answeredBy: string | null;
	answeredAt: Date | null;
	/** The knowledge need that it became; null when it became none, or when that was withdrawn. */
	needId: string | null;
	version: number;
}

/**
 * The questions about one finding, of a group also those about what is grouped in it: the open ones first. Only for
 * those inside: row-level security shows the public none.
 */
export async function questionsAbout(
	reader: Reader,
	municipalityId: string | null,
	findingIds: readonly string[],
): Promise<FindingQuestionLine[]> {
	const { rows } = await sql<FindingQuestionLine>`
		SELECT ${columns} FROM ${questions(municipalityId)} AND q.finding_id = ANY (${findingIds}::uuid[])
		ORDER BY q.state <> 'open', q.created_at, q.id`.execute(reader);
	return rows;
}

/** An open question with the finding it is about. */
export interface OpenQuestion extends FindingQuestionLine {
	finding: { id: string; kind: string; signalKind: string | null; text: string };
}

/** What is open in a trajectory and stands on nobody's list yet, the oldest first. */
export async function openQuestionsOf(
	reader: Reader,
	municipalityId: string | null,
	trajectoryId: string,
): Promise<OpenQuestion[]> {
	const { rows } = await sql<OpenQuestion>`
		SELECT ${columns}, json_build_object('id', f.id, 'kind', f.kind, 'signalKind', f.signal_kind, 'text', f.text) AS finding
		FROM ${questions(municipalityId)} AND q.trajectory_id = ${trajectoryId}::uuid
			AND q.state = 'open' AND n.id IS NULL AND f.withdrawn_at IS NULL
		ORDER BY q.created_at, q.id`.execute(reader);
	return rows;
}

const columns = sql`q.id, q.finding_id AS "findingId", q.question, q.state, q.answer, o.name AS "organisationName",
	q.created_at AS "createdAt", a.name AS "answeredBy", q.answered_at AS "answeredAt", n.id AS "needId", q.version`;

const questions = (municipalityId: string | null) => sql`finding_question q
	JOIN finding f ON f.municipality_id = q.municipality_id AND f.id = q.finding_id
	JOIN organisation o ON o.municipality_id = q.municipality_id AND o.id = q.organisation_id
	LEFT JOIN organisation a ON a.municipality_id = q.municipality_id AND a.id = q.answered_organisation_id
	LEFT JOIN knowledge_need n ON n.municipality_id = q.municipality_id AND n.id = q.need_id AND n.withdrawn_at IS NULL
	WHERE q.municipality_id = ${municipalityId}::uuid`;
