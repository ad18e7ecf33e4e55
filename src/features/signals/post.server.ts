import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';

/** What a resident handed in on the public page, as whoever leads sees it. */
export interface PostLine {
	id: string;
	version: number;
	about: 'place' | 'pattern';
	place: string;
	text: string;
	state: 'waiting' | 'let_in' | 'set_aside' | 'taken_back';
	reason: string;
	createdAt: Date;
}

function postLines(reader: Reader, municipalityId: string, trajectoryId: string) {
	return reader
		.selectFrom('signal_post')
		.select(['id', 'version', 'place', 'text', 'reason', 'created_at as createdAt'])
		.select((eb) => [
			eb.ref('about').$castTo<PostLine['about']>().as('about'),
			eb.ref('state').$castTo<PostLine['state']>().as('state'),
		])
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId);
}

/** How many posts a page of those that wait holds: a flood must not make it endless. */
export const postPageSize = 20;

/** What nobody has looked at yet, the oldest first, a page at a time. */
export function waitingPosts(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	page: number,
): Promise<PostLine[]> {
	return postLines(reader, municipalityId, trajectoryId)
		.where('state', '=', 'waiting')
		.orderBy('created_at')
		.orderBy('id')
		.limit(postPageSize)
		.offset((page - 1) * postPageSize)
		.execute();
}

/** How many nobody has looked at yet. */
export async function waitingCount(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<number> {
	const { count } = await postLines(reader, municipalityId, trajectoryId)
		.clearSelect()
		.select((eb) => eb.fn.countAll<string>().as('count'))
		.where('state', '=', 'waiting')
		.executeTakeFirstOrThrow();
	return Number(count);
}

/** What was set aside, the newest first. */
export function setAsidePosts(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<PostLine[]> {
	return postLines(reader, municipalityId, trajectoryId)
		.where('state', '=', 'set_aside')
		.orderBy('decided_at', 'desc')
		.limit(50)
		.execute();
}

/** A signal as whoever handed it in without an account follows it. */
export interface Followed {
	id: string;
	trajectoryId: string;
	place: string;
	text: string;
	createdAt: Date;
	postState: PostLine['state'];
	reason: string;
	state: string | null;
	hasAddress: boolean;
	steps: { kind: string; text: string; organisation: string | null; on: string }[];
}

export async function followed(reader: Reader, digest: Buffer): Promise<Followed | undefined> {
	const { rows } =
		await sql<Followed>`SELECT id, trajectory_id AS "trajectoryId", place, text, created_at AS "createdAt",
		post_state AS "postState", reason, state, has_address AS "hasAddress", steps FROM followed_signal(${digest})`.execute(
			reader,
		);
	return rows[0];
}
