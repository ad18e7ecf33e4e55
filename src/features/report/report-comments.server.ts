import { sql } from 'kysely';
import { writerName } from '#features/analysis/writer.server.ts';
import type { Reader } from '#server/database/handles.ts';

export type CommentState = 'open' | 'resolved' | 'accepted' | 'declined';

/** What somebody said of a section or a sentence, and what others answered. */
export interface ReportComment {
	id: string;
	sectionKey: string;
	/** The sentence as it was then; '' for the section as a whole. */
	about: string;
	text: string;
	/** What the sentence should become; null for what is only a comment. */
	proposed: string | null;
	state: CommentState;
	stateReason: string;
	/** Person and organisation. */
	stateBy: string | null;
	stateAt: Date | null;
	by: string | null;
	createdAt: Date;
	version: number;
	replies: Reply[];
}

interface Reply {
	id: string;
	text: string;
	by: string | null;
	createdAt: Date;
}

/** The comments of a trajectory's report, of one section, or one of them; the oldest first. */
export async function commentsOf(
	reader: Reader,
	municipalityId: string | null,
	which: { trajectoryId: string; key?: string } | { id: string },
): Promise<ReportComment[]> {
	let wanted = reader
		.selectFrom('report_comment as c')
		.select(['c.id', 'c.section_key as sectionKey', 'c.about', 'c.text', 'c.proposed'])
		.select(['c.state_reason as stateReason', 'c.state_at as stateAt', 'c.version'])
		.select(['c.created_at as createdAt'])
		.select((eb) => [
			eb.ref('c.state').$castTo<CommentState>().as('state'),
			writerName('c.created_by').as('by'),
			writerName('c.state_by').as('stateBy'),
		])
		.where('c.municipality_id', '=', municipalityId);
	if ('id' in which) wanted = wanted.where('c.id', '=', which.id);
	else {
		wanted = wanted.where('c.trajectory_id', '=', which.trajectoryId);
		if (which.key !== undefined) wanted = wanted.where('c.section_key', '=', which.key);
	}
	const comments = await wanted.orderBy('c.created_at').orderBy('c.id').execute();
	const replies = await repliesTo(reader, municipalityId, comments.map(({ id }) => id)); // prettier-ignore
	return comments.map((comment) => ({ ...comment, replies: replies.get(comment.id) ?? [] }));
}

async function repliesTo(
	reader: Reader,
	municipalityId: string | null,
	ids: string[],
): Promise<Map<string, Reply[]>> {
	if (ids.length === 0) return new Map();
	const rows = await reader
		.selectFrom('report_reply as r')
		.select(['r.id', 'r.report_comment_id as commentId', 'r.text', 'r.created_at as createdAt'])
		.select(writerName('r.created_by').as('by'))
		.where('r.municipality_id', '=', municipalityId)
		.where('r.report_comment_id', '=', sql<string>`ANY(${ids})`)
		.orderBy('r.created_at')
		.orderBy('r.id')
		.execute();
	return Map.groupBy(rows, ({ commentId }) => commentId);
}

/** How many comments are open, by the section they are about. */
export async function openCommentsBySection(
	reader: Reader,
	municipalityId: string | null,
	trajectoryId: string,
): Promise<Map<string, number>> {
	const rows = await reader
		.selectFrom('report_comment')
		.select(['section_key as key', (eb) => eb.fn.countAll<number>().as('count')])
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.where('state', '=', 'open')
		.groupBy('section_key')
		.execute();
	return new Map(rows.map(({ key, count }) => [key, Number(count)]));
}
