import { messages } from './messages.ts';

interface Link {
	role: string;
	organisation: string;
	municipality: string;
	address: string;
}

/** What a mail tells of decisions to somebody who contributed to what they rest on. */
interface DecisionNews {
	areaName: string;
	/** Who decided, and when, in words. */
	body: string;
	date: string;
	/** How many sources, findings and solutions of the reader's or their organisation's. */
	evidence: number;
	findings: number;
	solutions: number;
	items: { title: string; outcome: string; reason: string; amendedText: string; address: string }[];
	/** Where one says that one wants no messages. */
	account: string;
}

/** `2 bronnen, 1 bevinding`: what there is any of. */
function listed(counts: [count: number, one: string, more: string][]): string {
	return counts
		.filter(([count]) => count > 0)
		.map(([count, one, more]) => (count === 1 ? one : `${count} ${more}`))
		.join(', ');
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
		decisionSubject: (area: string) => `Er is besloten over de wijkagenda van ${area}`,
		decision: ({
			areaName,
			body,
			date,
			evidence,
			findings,
			solutions,
			items,
			account,
		}: DecisionNews) =>
			[
				'Goedendag,',
				'',
				`Er is een besluit over de wijkagenda van ${areaName}.`,
				`Wie besloot: ${body}, ${date}.`,
				'',
				`U of uw organisatie bracht hiervoor iets in: ${listed([
					[evidence, '1 bron', 'bronnen'],
					[findings, '1 bevinding', 'bevindingen'],
					[solutions, '1 oplossing', 'oplossingen'],
				])}. Daarom krijgt u dit bericht.`,
				...items.flatMap((item) => [
					'',
					`${item.title}: ${item.outcome}.`,
					...(item.amendedText ? ['Zo luidt de tekst nu:', item.amendedText] : []),
					...(item.reason ? [`Waarom: ${item.reason}`] : []),
					`Lees het hele verhaal: ${item.address}`,
				]),
				'',
				'Sprak u hiervoor met bewoners? Vertel het ook aan hen.',
				'',
				`Wilt u deze berichten niet meer? Dat zegt u hier: ${account}`,
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
		decisionSubject: (area: string) =>
			`There is a decision about the neighbourhood agenda of ${area}`,
		decision: ({ areaName, body, date, evidence, findings, solutions, items, account }) =>
			[
				'Hello,',
				'',
				`There is a decision about the neighbourhood agenda of ${areaName}. It was taken by the ${body}, ${date}.`,
				'',
				`You or your organisation brought something in for this: ${listed([
					[evidence, '1 source', 'sources'],
					[findings, '1 finding', 'findings'],
					[solutions, '1 solution', 'solutions'],
				])}. That is why you get this message.`,
				...items.flatMap((item) => [
					'',
					`${item.title}: ${item.outcome}.`,
					...(item.amendedText ? ['The text now reads:', item.amendedText] : []),
					...(item.reason ? [`Why: ${item.reason}`] : []),
					`Read the whole story: ${item.address}`,
				]),
				'',
				'Did you talk with residents for this? Please tell them as well.',
				'',
				`No more of these messages? Say so here: ${account}`,
			].join('\n'),
	},
});

export type MailLink = Link;
