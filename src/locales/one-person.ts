import { messages } from './messages.ts';

/** What the field forms say about notes that tell about one person, and where to turn. */
export const onePersonTexts = messages({
	nl: {
		question: 'Gaat dit over één persoon of één gezin?',
		questionHint: 'Ook als u geen naam noemt.',
		no: 'Nee, over een plek, een groep of iets dat vaker voorkomt',
		yes: 'Ja, over één persoon of gezin',
		summary: 'Wat als het over één persoon gaat?',
		title: 'Over één persoon bewaren we niets',
		why: 'Iedereen die meedoet kan dit lezen. Wie erover gaat, weet daar niets van en kan er niets tegen doen. Daarom schrijven we op wat er met een plek is, of wat vaker voorkomt.',
		instead: 'Wat u wel kunt doen',
		steps: {
			rewrite:
				'Schrijf het anders op: wat gebeurt er, waar, en hoe vaak? Bijvoorbeeld: “In de flats rond het plein komen ouderen weinig buiten” en niet wie dat is.',
			ask: 'Zorgen om iemand? Vraag het die persoon zelf, of overleg met een collega, het wijkteam of de huisarts. Zij mogen er wel iets mee.',
			danger: 'Is er gevaar? Bel. Wacht niet op een overleg.',
		},
		whereToTurn: 'Waar u terecht kunt',
		keepText: 'Wat u typte staat nog in het formulier. Het is nergens bewaard.',
	},
	en: {
		question: 'Is this about one person or one family?',
		questionHint: 'Even if you name nobody.',
		no: 'No, about a place, a group or something that happens more often',
		yes: 'Yes, about one person or family',
		summary: 'What if it is about one person?',
		title: 'We keep nothing about one person',
		why: 'Everyone who takes part can read this. The person it is about does not know of it and cannot do anything about it. So we write down how a place is, or what happens more often.',
		instead: 'What you can do',
		steps: {
			rewrite:
				'Write it differently: what happens, where, and how often? For example: “In the flats around the square older people hardly come out”, and not who that is.',
			ask: 'Worried about somebody? Ask that person, or talk it over with a colleague, the neighbourhood team or the GP. They are allowed to act on it.',
			danger: 'Is there danger? Call. Do not wait for a meeting.',
		},
		whereToTurn: 'Where to turn',
		keepText: 'What you typed still stands in the form. It was not kept anywhere.',
	},
});
