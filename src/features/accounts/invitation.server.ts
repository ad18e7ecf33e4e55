import { digestOf } from '#kernel/secret.server.ts';
import { asLanguage } from '#locales/messages.ts';
import type { Tx } from '#server/database/handles.ts';
import { putInOutbox } from './mail-outbox.server.ts';
import { daysAfter } from './moment.ts';
import { invitationDays } from './session.schema.ts';
import { invitationMail } from './sign-in-mail.server.ts';

/**
 * Puts the mail that invites to a membership in the outbox, with its link. Gives the link's address, for whoever
 * invites on a machine without mail.
 */
export async function postInvitation(
	tx: Tx,
	municipality_id: string,
	membershipId: string,
	now: Date,
): Promise<string> {
	const to = await tx
		.selectFrom('membership as m')
		.innerJoin('person as p', (join) =>
			join.onRef('p.municipality_id', '=', 'm.municipality_id').onRef('p.id', '=', 'm.person_id'),
		)
		.innerJoin('organisation as o', (join) =>
			join
				.onRef('o.municipality_id', '=', 'm.municipality_id')
				.onRef('o.id', '=', 'm.organisation_id'),
		)
		.innerJoin('municipality as g', 'g.id', 'm.municipality_id')
		.select(['p.name', 'p.email', 'p.language', 'm.role'])
		.select(['o.name as organisation', 'g.name as municipality'])
		.where('m.municipality_id', '=', municipality_id)
		.where('m.id', '=', membershipId)
		.executeTakeFirstOrThrow();
	const mail = invitationMail(to, to.name, asLanguage(to.language));
	const expires_at = daysAfter(now, invitationDays);
	await tx
		.insertInto('sign_in_link')
		.values(
			mail.secrets.map((secret) => ({
				municipality_id,
				digest: digestOf(secret),
				membership_id: membershipId,
				created_at: now,
				expires_at,
			})),
		)
		.execute();
	await putInOutbox(tx, {
		...{ municipalityId: municipality_id, recipient: to.email, at: now, expiresAt: expires_at },
		...{ subject: mail.subject, body: mail.body },
	});
	return mail.address;
}
