import { sql } from 'kysely';
import * as v from 'valibot';
import { notFound } from '#kernel/failure.ts';
import { members } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';

export interface SessionLine {
	sessionId: string;
	kind: string;
	label: string;
	createdAt: Date;
	expiresAt: Date;
}

export const findMyself = query({
	name: 'account.read',
	summary: 'Gives the details, the open sessions and the access tokens of whoever asks.',
	http: { method: 'GET', path: '/account' },
	input: v.object({}),
	subject: nothing,
	allow: members,
	async run({ reader, actor, clock }) {
		if (actor.kind !== 'member') throw notFound();
		const person = await reader
			.selectFrom('person')
			.select(['name', 'email', 'language', 'no_messages as noMessages'])
			.where('municipality_id', '=', actor.municipalityId)
			.where('id', '=', actor.personId)
			.executeTakeFirstOrThrow();
		const sessions: SessionLine[] = await reader
			.selectFrom('session')
			.select(['kind', 'label', 'created_at as createdAt', 'expires_at as expiresAt'])
			.select(sql<string>`encode(digest, 'hex')`.as('sessionId'))
			.where('municipality_id', '=', actor.municipalityId)
			.where('membership_id', '=', actor.membershipId)
			.where('ended_at', 'is', null)
			.where('expires_at', '>', clock.now())
			.orderBy('created_at', 'desc')
			.execute();
		return {
			...person,
			role: actor.role,
			organisationName: actor.organisationName,
			municipalityName: actor.municipalityName,
			sessions: sessions.filter(({ kind }) => kind === 'browser'),
			tokens: sessions.filter(({ kind }) => kind === 'token'),
		};
	},
});
