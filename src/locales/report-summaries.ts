import { messages } from './messages.ts';

/** The two summaries of the report: for the council, and at level B1 for residents. */
export const summaryTexts = messages({
	nl: {
		council: {
			title: (area: string) => `${area}: samenvatting voor de raad`,
			page: 'Samenvatting voor de raad',
			lead: 'Twee bladzijden: wat er speelt, wat het zwaarst weegt, wat op de agenda staat en waar dat op rust.',
			file: (area: string, from: number) => `samenvatting-raad-${area}-${from}`,
			parts: {
				situation: 'Wat er speelt',
				weight: 'Wat het zwaarst weegt',
				proposal: 'Wat er op de agenda staat',
				basis: 'Waar dit op rust',
				unknown: 'Wat we niet weten',
			},
			about: (area: string, municipality: string, period: string) =>
				`Deze samenvatting gaat over ${area} in de gemeente ${municipality}, over de periode ${period}.`,
			findings: (count: string, organisations: string) =>
				`In het invulschema staan ${count}, van ${organisations}. Vooraan staat wat op de meeste bronnen rust.`,
			finding: { one: 'bevinding', other: 'bevindingen' },
			atTheme: (theme: string, text: string) => `${theme}: “${text}”`,
			chosen: 'Als speerpunt is gekozen:',
			items: 'Dit staat op de agenda:',
			item: (title: string) => `“${title}”`,
			decided: (body: string, date: string, outcome: string) => `${body}, ${date}: ${outcome}.`,
			undecided: 'Nog geen besluit.',
			sources: (count: string, kinds: string) => `De analyse rust op ${count}: ${kinds}.`,
			source: { one: 'bron', other: 'bronnen' },
			noSources: 'De analyse rust nog niet op bronnen.',
			whereAll:
				'Hieronder staan de bronnen die in deze samenvatting zijn genoemd. Het verslag noemt ze allemaal.',
			openQuestions: 'Deze vragen staan nog open:',
			question: (theme: string, text: string) => `${theme}: “${text}”`,
			sourceList: 'Bronnen',
		},
		residents: {
			title: (area: string) => `${area}: wat we hoorden en wat we gaan doen`,
			page: 'Voor bewoners',
			lead: 'Eén bladzijde in gewone taal.',
			file: (area: string, from: number) => `voor-bewoners-${area}-${from}`,
			parts: {
				good: 'Wat er goed gaat',
				better: 'Wat er beter kan',
				next: 'Wat er nu gebeurt',
				respond: 'Wat vindt u?',
			},
			about: (area: string) => `Deze bladzijde gaat over ${area}.`,
			how: {
				conversation: (count: number) =>
					count === 1 ? 'Er was 1 gesprek.' : `Er waren ${count} gesprekken.`,
				observation: (count: number) =>
					count === 1
						? 'Er is 1 keer rondgekeken in de wijk.'
						: `Er is ${count} keer rondgekeken in de wijk.`,
				meeting: (count: number) =>
					count === 1 ? 'Er was 1 bijeenkomst.' : `Er waren ${count} bijeenkomsten.`,
				logbook: (count: number) =>
					count === 1
						? 'Er is 1 aantekening uit een logboek.'
						: `Er zijn ${count} aantekeningen uit logboeken.`,
				walk: (count: number) =>
					count === 1
						? 'Er is 1 keer samen door de wijk gelopen.'
						: `Er is ${count} keer samen door de wijk gelopen.`,
				photo: (count: number) => (count === 1 ? 'Er is 1 foto.' : `Er zijn ${count} foto’s.`),
				figure: () => 'Er is ook naar cijfers gekeken.',
				document: () => 'Er is gelezen wat er al was.',
			},
			goodList: 'Dit gaat goed, zeggen mensen:',
			noGood: 'Hier staat nog niets.',
			betterList: 'Dit kan beter, zeggen mensen:',
			noBetter: 'Hier staat nog niets.',
			quote: (text: string) => `“${text}”`,
			chosen: {
				core_group: 'De kerngroep zet dit op de eerste plaats:',
				large_meeting: 'Op een bijeenkomst is dit op de eerste plaats gezet:',
				residents: 'Bewoners zetten dit op de eerste plaats:',
				municipality: 'De gemeente zet dit op de eerste plaats:',
				other: 'Dit staat op de eerste plaats:',
			},
			onAgenda: 'Dit pakken we op:',
			nothingNext: 'Er is nog niets gekozen om op te pakken.',
			decided: {
				college: {
					adopted: (date: string) => `De gemeente zei ja op ${date}.`,
					amended: (date: string) => `De gemeente zei ja op ${date}, met een ander plan.`,
					rejected: (date: string) => `De gemeente zei nee op ${date}.`,
					returned: (date: string) => `De gemeente wil er eerst nog over praten (${date}).`,
				},
				council: {
					adopted: (date: string) => `De gemeenteraad zei ja op ${date}.`,
					amended: (date: string) => `De gemeenteraad zei ja op ${date}, met een ander plan.`,
					rejected: (date: string) => `De gemeenteraad zei nee op ${date}.`,
					returned: (date: string) => `De gemeenteraad wil er eerst nog over praten (${date}).`,
				},
			},
			undecided: 'Hierover is nog niet besloten.',
			doing: (title: string, who: string) => `“${title}” ${who} zorgt ervoor.`,
			doingNobody: (title: string) => `“${title}” Wie dit doet, is nog niet bekend.`,
			doings: 'Dit gaan we doen:',
			nextStep: (name: string, when: string) => `De volgende stap is: ${name} (${when}).`,
			ask: 'Klopt dit met wat u ziet? Missen we iets? Vertel het ons.',
			who: 'U kunt het zeggen tegen iemand van:',
			askMunicipality: (municipality: string) =>
				`U kunt het zeggen tegen iemand van de gemeente ${municipality}.`,
			whole: 'Wilt u alles lezen? Dat staat in het hele verslag.',
		},
		more: (count: number) => `en nog ${count} in het verslag`,
		composed: 'De tekst is samengesteld uit wat is ingebracht, en nog niet bewerkt.',
		pages: (pages: string, limit: number) =>
			limit === 1
				? `Op papier: ${pages} van 1 bladzijde.`
				: `Op papier: ${pages} van ${limit} bladzijden.`,
		tooLong: 'Deze samenvatting past niet op het papier',
		tooLongText: (pages: string, limit: number) =>
			`De tekst vult ${pages} bladzijden; er is ruimte voor ${limit}. Kort de teksten in die u zelf schreef.`,
		shortened:
			'Lange lijsten zijn ingekort, de langste het eerst, zodat alles op het papier past. De rest staat in het verslag.',
		readability: (ease: number, words: number) =>
			`Leesbaarheid volgens Flesch-Douma: ${ease} (vanaf 60 is gewoon, vanaf 70 vrij gemakkelijk). Zinnen van gemiddeld ${words} woorden.`,
		rewrite: 'Schrijf deze tekst zelf',
		edit: 'Pas de teksten aan:',
	},
	en: {
		council: {
			title: (area) => `${area}: summary for the council`,
			page: 'Summary for the council',
			lead: 'Two pages: what is going on, what weighs most, what is on the agenda and what it rests on.',
			file: (area, from) => `council-summary-${area}-${from}`,
			parts: {
				situation: 'What is going on',
				weight: 'What weighs most',
				proposal: 'What is on the agenda',
				basis: 'What this rests on',
				unknown: 'What we do not know',
			},
			about: (area, municipality, period) =>
				`This summary is about ${area} in the municipality of ${municipality}, for the period ${period}.`,
			findings: (count, organisations) =>
				`The form holds ${count}, from ${organisations}. What rests on most sources comes first.`,
			finding: { one: 'finding', other: 'findings' },
			atTheme: (theme, text) => `${theme}: “${text}”`,
			chosen: 'Chosen as a priority:',
			items: 'On the agenda:',
			item: (title) => `“${title}”`,
			decided: (body, date, outcome) => `${body}, ${date}: ${outcome}.`,
			undecided: 'No decision yet.',
			sources: (count, kinds) => `The analysis rests on ${count}: ${kinds}.`,
			source: { one: 'source', other: 'sources' },
			noSources: 'The analysis does not rest on sources yet.',
			whereAll: 'Below stand the sources that this summary names. The report names them all.',
			openQuestions: 'These questions are still open:',
			question: (theme, text) => `${theme}: “${text}”`,
			sourceList: 'Sources',
		},
		residents: {
			title: (area) => `${area}: what we heard and what we will do`,
			page: 'For residents',
			lead: 'One page in plain words.',
			file: (area, from) => `for-residents-${area}-${from}`,
			parts: {
				good: 'What goes well',
				better: 'What can be better',
				next: 'What happens now',
				respond: 'What do you think?',
			},
			about: (area) => `This page is about ${area}.`,
			how: {
				conversation: (count) => (count === 1 ? 'There was 1 talk.' : `There were ${count} talks.`),
				observation: (count) =>
					count === 1
						? 'Someone looked around in the area once.'
						: `People looked around in the area ${count} times.`,
				meeting: (count) =>
					count === 1 ? 'There was 1 meeting.' : `There were ${count} meetings.`,
				logbook: (count) =>
					count === 1
						? 'There is 1 note from a logbook.'
						: `There are ${count} notes from logbooks.`,
				walk: (count) =>
					count === 1
						? 'People walked through the area together once.'
						: `People walked through the area together ${count} times.`,
				photo: (count) => (count === 1 ? 'There is 1 photo.' : `There are ${count} photos.`),
				figure: () => 'We looked at figures as well.',
				document: () => 'We read what was there already.',
			},
			goodList: 'This goes well, people say:',
			noGood: 'Nothing stands here yet.',
			betterList: 'This can be better, people say:',
			noBetter: 'Nothing stands here yet.',
			quote: (text) => `“${text}”`,
			chosen: {
				core_group: 'The core group puts this first:',
				large_meeting: 'A meeting put this first:',
				residents: 'Residents put this first:',
				municipality: 'The municipality puts this first:',
				other: 'This comes first:',
			},
			onAgenda: 'We take this up:',
			nothingNext: 'Nothing was chosen to take up yet.',
			decided: {
				college: {
					adopted: (date) => `The municipality said yes on ${date}.`,
					amended: (date) => `The municipality said yes on ${date}, with another plan.`,
					rejected: (date) => `The municipality said no on ${date}.`,
					returned: (date) => `The municipality wants to talk about it first (${date}).`,
				},
				council: {
					adopted: (date) => `The council said yes on ${date}.`,
					amended: (date) => `The council said yes on ${date}, with another plan.`,
					rejected: (date) => `The council said no on ${date}.`,
					returned: (date) => `The council wants to talk about it first (${date}).`,
				},
			},
			undecided: 'This was not decided yet.',
			doing: (title, who) => `“${title}” ${who} will see to it.`,
			doingNobody: (title) => `“${title}” Who will do it is not known yet.`,
			doings: 'We will do this:',
			nextStep: (name, when) => `The next step is: ${name} (${when}).`,
			ask: 'Is this what you see? Did we miss something? Tell us.',
			who: 'You can tell someone of:',
			askMunicipality: (municipality) =>
				`You can tell someone of the municipality of ${municipality}.`,
			whole: 'Do you want to read it all? It is in the whole report.',
		},
		more: (count) => `and ${count} more in the report`,
		composed: 'The text is composed of what was brought in, and was not rewritten yet.',
		pages: (pages, limit) =>
			limit === 1 ? `On paper: ${pages} of 1 page.` : `On paper: ${pages} of ${limit} pages.`,
		tooLong: 'This summary does not fit on its paper',
		tooLongText: (pages, limit) =>
			`The text fills ${pages} pages; there is room for ${limit}. Shorten the texts that you wrote yourselves.`,
		shortened:
			'Long lists were shortened, the longest first, so that all fits on the paper. The rest is in the report.',
		readability: (ease, words) =>
			`Readability by Flesch-Douma: ${ease} (from 60 on ordinary, from 70 on fairly easy). Sentences of ${words} words on average.`,
		rewrite: 'Write this text yourself',
		edit: 'Change the texts:',
	},
});
