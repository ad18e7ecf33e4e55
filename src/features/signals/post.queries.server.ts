import { sql } from 'kysely';
import { themesOf } from '#features/content/themes.server.ts';
import { placesIn } from '#features/lifeworld/places.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import { anyone } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';
import { digestOf } from '#kernel/secret.server.ts';
import { newCheck } from '#kernel/visitor-check/visitor-check.server.ts';
import { mayPost } from './post.policy.ts';
import { listPostsSchema, secretSchema } from './post.schema.ts';
import {
	followed,
	postPageSize,
	setAsidePosts,
	waitingCount,
	waitingPosts,
} from './post.server.ts';
import { checkPurpose } from './post.write.server.ts';

export const postForm = query({
	name: 'signalPost.form',
	summary: 'What the public form for a signal needs: the check that a person sends it.',
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayPost,
	run: async ({ reader, clock }, { trajectoryId }) => ({
		check: await newCheck(reader, checkPurpose(trajectoryId), clock.now()),
	}),
});

export const listPosts = query({
	name: 'signalPost.list',
	summary: 'What residents handed in and nobody has looked at yet, and what was set aside.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/bewonerssignalen' },
	input: listPostsSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ reader, actor, subject }, { trajectoryId, page }) {
		const municipalityId = municipalityOf(actor);
		return {
			waiting: await waitingPosts(reader, municipalityId, trajectoryId, page),
			total: await waitingCount(reader, municipalityId, trajectoryId),
			page,
			pageSize: postPageSize,
			setAside: await setAsidePosts(reader, municipalityId, trajectoryId),
			places: (await placesIn(reader, actor, subject)).map(({ id, name }) => ({ id, name })),
			themes: await themesOf(reader, municipalityId, subject),
			isOpen: subject.publicParts.includes('signals'),
		};
	},
});

export const followPost = query({
	name: 'signalPost.follow',
	summary:
		'What became of a signal, for whoever handed it in without an account and has its secret.',
	input: secretSchema,
	subject: nothing,
	// Everyone: knowing the secret is the right to it.
	allow: anyone,
	async run({ reader }, { secret }) {
		const found = await followed(reader, digestOf(secret));
		if (!found) throw notFound();
		return found;
	},
});

interface FoundAddress {
	trajectoryId: string;
	place: string;
	confirmed: boolean;
}

export const readAddress = query({
	name: 'signalAddress.read',
	summary: 'What a link in a mail to a resident is about; nothing when the address was forgotten.',
	input: secretSchema,
	subject: nothing,
	// Everyone: only who reads the mail has the secret.
	allow: anyone,
	async run({ reader }, { secret }): Promise<{ found: FoundAddress | null }> {
		const { rows } =
			await sql<FoundAddress>`SELECT trajectory_id AS "trajectoryId", place, confirmed
			FROM find_signal_address(${digestOf(secret)})`.execute(reader);
		return { found: rows[0] ?? null };
	},
});
