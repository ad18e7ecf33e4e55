import { command } from '#kernel/command.server.ts';
import { notFound } from '#kernel/failure.ts';
import { members, type Policy } from '#kernel/policy.ts';
import { nothing } from '#kernel/query.server.ts';
import { digestOf } from '#kernel/secret.server.ts';
import { forget } from '#kernel/session-memory.ts';
import type { Actor, Member } from '#kernel/actor.ts';
import { daysAfter } from './moment.ts';
import { changeMessagesSchema, changeMyselfSchema } from './people.schema.ts';
import { onlyInBrowser } from './session.policy.ts';
import { endSessionSchema, makeTokenSchema } from './session.schema.ts';
import * as v from 'valibot';

/** A person, not the program: what is one's own belongs to somebody. */
const persons: Policy<unknown> = (actor) =>
	actor.kind === 'system' ? 'role_not_allowed' : members(actor, null);

export const changeMyself = command({
	name: 'account.change',
	summary: 'Changes the name and the language of whoever asks.',
	http: { method: 'PATCH', path: '/account' },
	input: changeMyselfSchema,
	subject: nothing,
	allow: persons,
	async run({ tx, actor }, { name, language }) {
		const { municipalityId, personId, session } = asMember(actor);
		await tx
			.updateTable('person')
			.set({ name, language })
			.where('municipality_id', '=', municipalityId)
			.where('id', '=', personId)
			.execute();
		// The pages show the new name at once.
		if (session) forget(session);
		return { id: personId };
	},
});

export const changeMessages = command({
	name: 'account.changeMessages',
	summary:
		'Says whether whoever asks wants messages about decisions; mails to sign in with always come.',
	http: { method: 'PUT', path: '/account/berichten' },
	input: changeMessagesSchema,
	subject: nothing,
	allow: persons,
	async run({ tx, actor }, { noMessages }) {
		const { municipalityId, personId } = asMember(actor);
		await tx
			.updateTable('person')
			.set({ no_messages: noMessages })
			.where('municipality_id', '=', municipalityId)
			.where('id', '=', personId)
			.execute();
		return { id: personId };
	},
});

export const makeToken = command({
	name: 'account.makeToken',
	summary: 'Makes an access token of a secret that the caller made; only in the browser.',
	http: { method: 'POST', path: '/account/toegangstokens' },
	input: makeTokenSchema,
	subject: nothing,
	allow: onlyInBrowser,
	async run({ tx, actor, clock }, { label, days, token }) {
		const { municipalityId, membershipId } = asMember(actor);
		const digest = digestOf(token);
		const now = clock.now();
		await tx
			.insertInto('session')
			.values({
				municipality_id: municipalityId,
				digest,
				membership_id: membershipId,
				kind: 'token',
				label,
				created_at: now,
				expires_at: daysAfter(now, days),
			})
			.execute();
		return { sessionId: digest.toString('hex') };
	},
});

export const endSession = command({
	name: 'account.endSession',
	summary: 'Ends one session or access token of whoever asks.',
	http: { method: 'POST', path: '/account/sessies/{sessionId}/einde' },
	input: endSessionSchema,
	subject: nothing,
	allow: persons,
	async run({ tx, actor, clock }, { sessionId }) {
		const { municipalityId, membershipId } = asMember(actor);
		const ended = await tx
			.updateTable('session')
			.set({ ended_at: clock.now() })
			.where('municipality_id', '=', municipalityId)
			.where('membership_id', '=', membershipId)
			.where('digest', '=', Buffer.from(sessionId, 'hex'))
			.where('ended_at', 'is', null)
			.returning('kind')
			.executeTakeFirst();
		if (!ended) throw notFound();
		return { sessionId };
	},
});

export const endAllSessions = command({
	name: 'account.endAllSessions',
	summary: 'Ends every session and access token of whoever asks, this one included.',
	http: { method: 'POST', path: '/account/sessies/einde' },
	input: v.object({}),
	subject: nothing,
	allow: persons,
	async run({ tx, actor, clock }) {
		const { municipalityId, membershipId } = asMember(actor);
		const { numUpdatedRows } = await tx
			.updateTable('session')
			.set({ ended_at: clock.now() })
			.where('municipality_id', '=', municipalityId)
			.where('membership_id', '=', membershipId)
			.where('ended_at', 'is', null)
			.executeTakeFirstOrThrow();
		return { ended: Number(numUpdatedRows) };
	},
});

/** The policies above let nobody else in. */
function asMember(actor: Actor): Member {
	if (actor.kind !== 'member') throw notFound();
	return actor;
}
