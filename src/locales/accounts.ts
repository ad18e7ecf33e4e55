import { messages } from './messages.ts';

/** Signing in and out, and what is one's own. */
export const accountTexts = messages({
	nl: {
		signIn: {
			title: 'Inloggen',
			lead: 'U krijgt een e-mail met een link. Een wachtwoord is niet nodig.',
			email: 'Uw e-mailadres',
			emailHint: 'Het adres waarop u bent uitgenodigd.',
			send: 'Stuur mij een link',
			sentTitle: 'Kijk in uw e-mail',
			sent: 'Kennen we dit adres, dan krijgt u nu een e-mail met een link. De link werkt 15 minuten.',
			notReceived:
				'Geen e-mail? Kijk bij de ongewenste mail, of vraag uw procesmanager op welk adres u bent uitgenodigd.',
			again: 'Vraag een nieuwe link aan',
			outbox: 'Naar het postvak van deze computer',
			outboxHint:
				'Er is geen mailserver ingesteld. De e-mail staat in het postvak van deze computer.',
			personasTitle: 'Kijk rond in het voorbeeld',
			personasLead: 'Kies een rol. U bent meteen binnen; er hoort geen echte persoon bij.',
			as: (role: string) => `Log in als ${role.toLowerCase()}`,
		},
		link: {
			title: 'Nog één stap',
			lead: (name: string) => `Welkom, ${name}.`,
			enter: (role: string, organisation: string) =>
				`Inloggen als ${role.toLowerCase()} bij ${organisation}`,
			explain: (municipality: string) =>
				`U gaat naar Wijkagenda van de gemeente ${municipality}. Op dit apparaat blijft u 30 dagen ingelogd. Is het niet uw eigen apparaat, log dan aan het eind uit.`,
			spentTitle: 'Deze link werkt niet meer',
			request: 'Vraag een nieuwe link aan',
		},
	},
	en: {
		signIn: {
			title: 'Sign in',
			lead: 'You get an e-mail with a link. You need no password.',
			email: 'Your e-mail address',
			emailHint: 'The address at which you were invited.',
			send: 'Send me a link',
			sentTitle: 'Look in your e-mail',
			sent: 'If we know this address, an e-mail with a link is on its way. The link works for 15 minutes.',
			notReceived:
				'No e-mail? Look in your spam folder, or ask your process manager at which address you were invited.',
			again: 'Ask for a new link',
			outbox: 'To the outbox of this computer',
			outboxHint: 'No mail server is set. The e-mail is in the outbox of this computer.',
			personasTitle: 'Look around in the example',
			personasLead: 'Choose a role. You are in at once; there is no real person behind it.',
			as: (role: string) => `Sign in as ${role.toLowerCase()}`,
		},
		link: {
			title: 'One more step',
			lead: (name: string) => `Welcome, ${name}.`,
			enter: (role: string, organisation: string) =>
				`Sign in as ${role.toLowerCase()} for ${organisation}`,
			explain: (municipality: string) =>
				`You are going to Wijkagenda of the municipality of ${municipality}. You stay signed in on this device for 30 days. If it is not your own, sign out when you are done.`,
			spentTitle: 'This link does not work any more',
			request: 'Ask for a new link',
		},
	},
});
