import { messages } from './messages.ts';

/** Handing in a signal, and what it says. */
export const signalFieldTexts = messages({
	nl: {
		about: 'Waar gaat het over?',
		aboutShort: 'Gaat over',
		abouts: {
			place: 'Een plek in de wijk',
			pattern: 'Iets wat u op meer plekken of vaker ziet',
		},
		aboutHint: 'Een signaal gaat nooit over één persoon of één gezin.',
		text: 'Wat valt u op?',
		textHint: 'Het mag ook iets moois zijn, een kans of een vraag. Geen namen of adressen.',
		place: 'Waar is dat?',
		placeHint:
			'Nodig als het over een plek gaat. Geen huisadres. Bijvoorbeeld: speeltuin aan het plein.',
		nature: 'Wat voor signaal is het?',
		natureShort: 'Soort',
		natures: {
			problem: 'Een probleem',
			chance: 'Een kans',
			need: 'Een behoefte',
			question: 'Een vraag',
			positive: 'Iets wat goed gaat',
		},
		heardFrom: 'Hoe weet u dit?',
		heardFromShort: 'Hoe bekend',
		grounds: {
			seen: 'Zelf gezien of meegemaakt',
			residents: 'Gehoord van bewoners',
			professionals: 'Gehoord van mensen die in de wijk werken',
			complaints: 'Uit klachten of meldingen',
			other: 'Anders',
		},
		unsure: 'Weet ik niet',
		handedIn: 'Ingebracht door',
		fromPublic: 'Een bewoner, op de openbare pagina',
		shortened: 'Ingekort: wat naar één persoon kon wijzen, is weggelaten.',
		change: 'Signaal wijzigen',
	},
	en: {
		about: 'What is it about?',
		aboutShort: 'About',
		abouts: {
			place: 'A place in the neighbourhood',
			pattern: 'Something you see at more places, or more often',
		},
		aboutHint: 'A signal is never about one person or one family.',
		text: 'What do you notice?',
		textHint: 'It may be something good, a chance or a question too. No names or addresses.',
		place: 'Where is that?',
		placeHint:
			'Needed when it is about a place. No home address. For example: playground at the square.',
		nature: 'What kind of signal is it?',
		natureShort: 'Kind',
		natures: {
			problem: 'A problem',
			chance: 'A chance',
			need: 'A need',
			question: 'A question',
			positive: 'Something that goes well',
		},
		heardFrom: 'How do you know?',
		heardFromShort: 'Known from',
		grounds: {
			seen: 'Seen or lived through',
			residents: 'Heard from residents',
			professionals: 'Heard from people who work here',
			complaints: 'From complaints or reports',
			other: 'Otherwise',
		},
		unsure: 'I do not know',
		handedIn: 'Handed in by',
		fromPublic: 'A resident, on the public page',
		shortened: 'Shortened: what could point to one person was left out.',
		change: 'Change the signal',
	},
});
