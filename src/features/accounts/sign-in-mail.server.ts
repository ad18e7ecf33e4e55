import { newSecret } from '#kernel/secret.server.ts';
import { mailTexts, type MailLink } from '#locales/mails.ts';
import { wordFor, type Language } from '#locales/messages.ts';
import { roleTexts } from '#locales/roles.ts';
import { runtime } from '#server/runtime.ts';
import { linkMinutes, invitationDays } from './session.schema.ts';

/** A membership as a mail names it. */
export interface Addressee {
	role: string;
	organisation: string;
	municipality: string;
}

/** A mail with the secrets of the links that it holds, in the order of the memberships. */
export interface SecretMail {
	subject: string;
	body: string;
	secrets: string[];
}

/** The mail for somebody who wants to sign in: a link for each membership that they have. */
export function signInMail(memberships: Addressee[], language: Language, back: string): SecretMail {
	const secrets = memberships.map(newSecret);
	const links = memberships.map((one, at) => linkTo(one, secrets[at] as string, language, back));
	const t = mailTexts[language];
	return { subject: t.signInSubject, body: t.signIn(links, linkMinutes), secrets };
}

/** The mail that invites somebody to one membership. */
export function invitationMail(
	membership: Addressee,
	name: string,
	language: Language,
): SecretMail & { address: string } {
	const secret = newSecret();
	const link = linkTo(membership, secret, language, '/');
	const t = mailTexts[language];
	return {
		subject: t.invitationSubject(membership.municipality),
		body: t.invitation(name, link, invitationDays),
		secrets: [secret],
		address: link.address,
	};
}

function linkTo(
	{ role, organisation, municipality }: Addressee,
	secret: string,
	language: Language,
	back: string,
): MailLink {
	const search = back === '/' ? '' : `?terug=${encodeURIComponent(back)}`;
	return {
		role: wordFor(roleTexts[language], role),
		organisation,
		municipality,
		address: `${runtime().config.publicUrl}/inloggen/${secret}${search}`,
	};
}
