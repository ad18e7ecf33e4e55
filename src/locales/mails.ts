import { messages } from './messages.ts';

interface Link {
	role: string;
	organisation: string;
	municipality: string;
	address: string;
}

/** What Wijkagenda writes in mails: plain text, one thing at a time. */
export const mailTexts = messages({
	nl: {
		signInSubject: 'Inloggen bij Wijkagenda',
		signIn: (links: Link[], minutes: number) =>
			[
				'Goedendag,',
				'',
				links.length > 1
					? 'U wilt inloggen bij Wijkagenda. U heeft meer dan één rol. Kies er een:'
					: 'U wilt inloggen bij Wijkagenda. Dat kan met deze link:',
				...links.flatMap((link) => [
					'',
					`${link.role}, ${link.organisation} (gemeente ${link.municipality}):`,
					link.address,
				]),
				'',
				`De link werkt ${minutes} minuten en één keer.`,
				'Heeft u dit niet gevraagd? Dan hoeft u niets te doen. Niemand kan zonder deze link inloggen.',
			].join('\n'),
		invitationSubject: (municipality: string) => `Uitnodiging voor Wijkagenda in ${municipality}`,
		invitation: (name: string, link: Link, days: number) =>
			[
				`Beste ${name},`,
				'',
				`U bent uitgenodigd om mee te werken in Wijkagenda van de gemeente ${link.municipality}.`,
				`Uw rol: ${link.role}. U doet mee namens ${link.organisation}.`,
				'',
				'In Wijkagenda staat wat er speelt in een wijk, wat we daaraan doen en wat het oplevert.',
				'',
				'Begin met deze link:',
				link.address,
				'',
				`De link werkt ${days} dagen en één keer. Daarna vraagt u zelf een nieuwe aan op de pagina Inloggen.`,
			].join('\n'),
	},
	en: {
		signInSubject: 'Sign in to Wijkagenda',
		signIn: (links: Link[], minutes: number) =>
			[
				'Hello,',
				'',
				links.length > 1
					? 'You want to sign in to Wijkagenda. You have more than one role. Choose one:'
					: 'You want to sign in to Wijkagenda. Use this link:',
				...links.flatMap((link) => [
					'',
					`${link.role}, ${link.organisation} (municipality of ${link.municipality}):`,
					link.address,
				]),
				'',
				`The link works for ${minutes} minutes, and once.`,
				'Did you not ask for this? Then you need not do anything. Nobody can sign in without this link.',
			].join('\n'),
		invitationSubject: (municipality: string) => `Invitation to Wijkagenda in ${municipality}`,
		invitation: (name: string, link: Link, days: number) =>
			[
				`Dear ${name},`,
				'',
				`You are invited to work in Wijkagenda of the municipality of ${link.municipality}.`,
				`Your role: ${link.role}. You take part for ${link.organisation}.`,
				'',
				'Wijkagenda shows what is going on in a neighbourhood, what we do about it and what comes of it.',
				'',
				'Begin with this link:',
				link.address,
				'',
				`The link works for ${days} days, and once. After that, ask for a new one yourself on the sign-in page.`,
			].join('\n'),
	},
});

export type MailLink = Link;
