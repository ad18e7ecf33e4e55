import { sql } from 'kysely';
import { recordEvidence } from '#features/evidence/record.server.ts';
import { spotOf } from '#features/lifeworld/spot.server.ts';
import { accessOfInput, loadAccess } from '#features/trajectory/access.server.ts';
import { homeAddress } from '#features/trajectory/home-address.server.ts';
import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, notFound } from '#kernel/failure.ts';
import { anyone } from '#kernel/policy.ts';
import { nothing } from '#kernel/query.server.ts';
import { digestOf } from '#kernel/secret.server.ts';
import { spendCheck } from '#kernel/visitor-check/visitor-check.server.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow } from '#server/database/rows.ts';
import { mayPost } from './post.policy.ts';
import {
	addPostSchema,
	letInSchema,
	secretSchema,
	setAsideSchema,
	takeUpAgainSchema,
} from './post.schema.ts';
import type { PostLine } from './post.server.ts';
import {
	checkPurpose,
	isRepeated,
	listenerSide,
	postEntry,
	storePost,
} from './post.write.server.ts';
import { openSignal } from './signal.write.server.ts';
import { mailResident } from './telling.write.server.ts';

export const addPost = command({
	name: 'signalPost.add',
	summary:
		'Hands in a signal without an account, where the trajectory opened that. With an address, a mail asks to confirm it.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/bewonerssignalen' },
	input: addPostSchema,
	subject: accessOfInput,
	allow: mayPost,
	rate: { seconds: 3600, most: 10 },
	async run({ tx, actor, clock, requestId: id }, input) {
		if (await isRepeated(tx, id, input)) return { id };
		await spendCheck(tx, actor, checkPurpose(input.trajectoryId), input.check, clock.now());
		await storePost(tx, actor, { ...input, id, at: clock.now() });
		return { id };
	},
});

/** A post with what the leader is in its trajectory. */
async function postSubject(
	reader: Reader,
	{ signalPostId }: { signalPostId: string },
	actor: Actor,
) {
	const post = await reader
		.selectFrom('signal_post')
		.select(['id', 'trajectory_id', 'about', 'text', 'place', 'state', 'language', 'created_at'])
		.where('municipality_id', '=', municipalityOf(actor))
		.where('id', '=', signalPostId)
		.executeTakeFirst();
	if (!post) throw notFound();
	const access = await loadAccess(reader, post.trajectory_id, actor);
	return {
		...access,
		post: {
			...post,
			about: post.about as PostLine['about'],
			state: post.state as PostLine['state'],
		},
	};
}

type Decided = Awaited<ReturnType<typeof postSubject>>;

export const letInPost = command({
	name: 'signalPost.letIn',
	summary:
		'Makes a signal of what a resident handed in: it stands on the agenda of the next meeting.',
	http: { method: 'POST', path: '/bewonerssignalen/{signalPostId}/toelating' },
	input: letInSchema,
	subject: postSubject,
	allow: mayLead,
	async run({ tx, actor, clock, subject }, { signalPostId: id, version, ...given }) {
		const at = clock.now();
		await decide(tx, actor, subject, version, { state: 'let_in', reason: '', at });
		const spot = { ...given, longitude: null, latitude: null };
		const entry = postEntry(subject.post, given, await spotOf(tx, actor, subject, spot));
		await recordEvidence(tx, actor, clock, {
			...entry,
			...{ id, access: subject, visibility: 'participants' as const },
		});
		const municipalityId = municipalityOf(actor);
		const side = await listenerSide(tx, id);
		await openSignal(
			tx,
			{ municipalityId, id, trajectoryId: subject.trajectoryId, at },
			side,
			true,
		);
		return { id };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const setAsidePost = command({
	name: 'signalPost.setAside',
	summary: 'Says why what a resident handed in is not taken in; they read it, and hear it by mail.',
	http: { method: 'POST', path: '/bewonerssignalen/{signalPostId}/afwijzing' },
	input: setAsideSchema,
	subject: postSubject,
	allow: mayLead,
	async run({ tx, actor, clock, subject }, { signalPostId: id, version, reason }) {
		const at = clock.now();
		const { trajectoryId, post } = subject;
		const changed = await decide(tx, actor, subject, version, { state: 'set_aside', reason, at });
		const home = await homeAddress(tx, municipalityOf(actor), trajectoryId);
		await mailResident(
			tx,
			{ home, at },
			{
				signalId: id,
				language: post.language,
				about: post.place,
				text: post.text,
				what: reason,
				isLast: true,
			},
		);
		return changed;
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const takeUpPostAgain = command({
	name: 'signalPost.takeUpAgain',
	summary: 'Puts what was set aside back among what still has to be looked at.',
	http: { method: 'POST', path: '/bewonerssignalen/{signalPostId}/heropening' },
	input: takeUpAgainSchema,
	subject: postSubject,
	allow: mayLead,
	async run({ tx, actor, subject, clock }, { version }) {
		if (subject.post.state !== 'set_aside') throw new Failure('signals.post_decided', 409);
		return write(tx, actor, subject, version, { state: 'waiting', reason: '', at: clock.now() });
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

interface Decision {
	state: PostLine['state'];
	reason: string;
	at: Date;
}

/** Decides about a post once: what was let in or taken back stays so. */
function decide(tx: Tx, actor: Actor, subject: Decided, version: number, decision: Decision) {
	if (subject.post.state !== 'waiting') throw new Failure('signals.post_decided', 409);
	return write(tx, actor, subject, version, decision);
}

function write(tx: Tx, actor: Actor, { post }: Decided, version: number, decision: Decision) {
	const municipalityId = municipalityOf(actor);
	const { state, reason, at } = decision;
	const values = { state, reason, decided_at: at, decided_by: writerOf(actor) };
	return changeRow(tx, 'signal_post', { municipalityId, id: post.id, version }, values, {
		current: () =>
			tx
				.selectFrom('signal_post')
				.select(['version', 'state', 'reason'])
				.where('municipality_id', '=', municipalityId)
				.where('id', '=', post.id)
				.executeTakeFirst(),
	});
}

// Everyone: knowing the secret is the right to it.
export const takeBackPost = command({
	name: 'signalPost.takeBack',
	summary:
		'Takes back what was handed in without an account, by its secret; the address goes with it.',
	http: { method: 'POST', path: '/gevolgde-signalen/{secret}/intrekking' },
	input: secretSchema,
	subject: nothing,
	allow: anyone,
	rate: { seconds: 900, most: 60 },
	async run({ tx, actor, clock }, { secret }) {
		const why =
			actor.language === 'nl'
				? 'Teruggenomen door wie het inbracht.'
				: 'Taken back by whoever handed it in.';
		const { rows } = await sql<{
			id: string | null;
		}>`SELECT take_back_signal(${digestOf(secret)}, ${why}, ${clock.now()}) AS id`.execute(tx);
		if (!rows[0]?.id) throw notFound();
		return { done: true };
	},
});

export const confirmAddress = command({
	name: 'signalAddress.confirm',
	summary:
		'Says that the address that this secret was mailed to wants to hear what becomes of a signal.',
	http: { method: 'POST', path: '/signaaladressen/{secret}/bevestiging' },
	input: secretSchema,
	subject: nothing,
	// Everyone: only who reads the mail has the secret.
	allow: anyone,
	rate: { seconds: 900, most: 60 },
	async run({ tx, clock }, { secret }) {
		const { rows } = await sql<{
			is: boolean;
		}>`SELECT confirm_signal_address(${digestOf(secret)}, ${clock.now()}) AS is`.execute(tx);
		if (!rows[0]?.is) throw notFound();
		return { done: true };
	},
});

export const stopAddress = command({
	name: 'signalAddress.stop',
	summary: 'Forgets the address that this secret was mailed to.',
	http: { method: 'POST', path: '/signaaladressen/{secret}/einde' },
	input: secretSchema,
	subject: nothing,
	// Everyone: only who reads the mail has the secret.
	allow: anyone,
	rate: { seconds: 900, most: 60 },
	async run({ tx }, { secret }) {
		await sql`SELECT stop_signal_address(${digestOf(secret)})`.execute(tx);
		return { done: true };
	},
});
