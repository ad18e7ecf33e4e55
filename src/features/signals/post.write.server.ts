import { sql } from 'kysely';
import type * as v from 'valibot';
import { expiresAfter } from '#features/accounts/mail-outbox.server.ts';
import { excerpt } from '#features/lifeworld/excerpt.ts';
import type { StoredSpot } from '#features/lifeworld/spot.server.ts';
import { homeAddress } from '#features/trajectory/home-address.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { Failure } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { digestOf, newSecret } from '#kernel/secret.server.ts';
import { signalMailTexts } from '#locales/signal-mails.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import type { addPostSchema, letInSchema } from './post.schema.ts';

/** What a check for handing in a signal is for. */
export const checkPurpose = (trajectoryId: string) => `signals ${trajectoryId}`;

type NewPost = v.InferOutput<typeof addPostSchema> & { id: string; at: Date };

/**
 * Whether a visitor's request is sent twice; the program keeps no receipts of visitors. Throws `signals.already_sent` when
 * it has the id or the secret of another one: a page that was gone back to and changed.
 */
export async function isRepeated(
	reader: Reader,
	id: string,
	{ follow, about, place, text }: v.InferOutput<typeof addPostSchema>,
): Promise<boolean> {
	const { rows } = await sql<{ said: string | null }>`
		SELECT posted_signal(${id}::uuid, ${digestOf(follow)}, ${about}, ${place}, ${text}) AS said`.execute(
		reader,
	);
	const said = rows[0]?.said ?? null;
	if (said === 'other') throw new Failure('signals.already_sent', 409);
	return said === 'same';
}

/** How often one address may be asked for confirmation in a day: nobody’s mailbox is filled through us. */
const mailsADay = 5;

/** Stores what a visitor hands in; with an address, the mail that asks whether it is theirs goes into the outbox. */
export async function storePost(tx: Tx, actor: Actor, post: NewPost): Promise<void> {
	const { id, trajectoryId, about, place, text, follow, email, at } = post;
	const mail = email === null ? null : await confirmation(tx, actor, trajectoryId, email, at);
	await sql`SELECT post_signal(${trajectoryId}::uuid, ${id}::uuid, ${about}, ${place}, ${text}, ${actor.language},
		${digestOf(follow)}, ${at}, ${email}, ${mail?.digest ?? null}, ${newId()}::uuid, ${newId()}::uuid,
		${mail?.subject ?? null}, ${mail?.body ?? null}, ${expiresAfter(at)})`.execute(tx);
}

async function confirmation(tx: Tx, actor: Actor, trajectoryId: string, email: string, at: Date) {
	const { rows } = await sql<{
		ok: boolean;
	}>`SELECT take_public_rate('signal mail', ${email}, 86400, ${mailsADay}, ${at}) AS ok`.execute(
		tx,
	);
	if (!rows[0]?.ok) throw new Failure('too_many_requests', 429);
	const secret = newSecret();
	const t = signalMailTexts[actor.language];
	const home = await homeAddress(tx, actor.municipalityId ?? '', trajectoryId);
	return {
		digest: digestOf(secret),
		subject: t.confirmSubject(home.areaName),
		body: t.confirm(home.areaName, `${home.url}/signalen/adres/${secret}`),
	};
}

interface Post {
	about: 'place' | 'pattern';
	text: string;
	place: string;
	created_at: Date;
}

/** What a resident handed in as evidence: its words, or what whoever leads left of them. */
export function postEntry(
	post: Post,
	given: Pick<v.InferOutput<typeof letInSchema>, 'text' | 'place' | 'themes'>,
	where: StoredSpot,
) {
	const { text, place, themes } = given;
	const isShortened = text !== post.text || place !== post.place;
	return {
		title: excerpt(text),
		...where,
		themes,
		moment: { at: post.created_at, precision: 'day' as const },
		content: {
			kind: 'signal' as const,
			details: {
				...{ about: post.about, text, nature: null, heardFrom: null },
				...{ fromPublic: true, isShortened },
			},
		},
	};
}

/** Whose voice a resident's signal counts as: known once they confirmed an address. */
export async function listenerSide(reader: Reader, id: string): Promise<string | null> {
	const { rows } = await sql<{ side: string }>`
		SELECT side_id AS side FROM signal_listeners(${[id]}::uuid[])`.execute(reader);
	return rows[0]?.side ?? null;
}
