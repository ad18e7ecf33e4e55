import { messages } from './messages.ts';

/** Finding back what was brought in, in one trajectory or in all of a municipality. */
export const searchTexts = messages({
	nl: {
		title: 'Zoek in alle trajecten',
		titleFound: (words: string) => `Zoeken: ${words}`,
		lead: (municipality: string) =>
			`Zoek in wat er is gezien en gehoord, in alle trajecten van ${municipality} die u mag zien.`,
		words: 'Zoek op woorden',
		hint: 'Bijvoorbeeld: jongeren plein',
		search: 'Zoek',
		found: (count: string) => (count === '1' ? '1 gevonden' : `${count} gevonden`),
		foundMore: (count: string) => `meer dan ${count} gevonden`,
		all: (area: string) => `Alles wat is gevonden in ${area}`,
		nothing: 'Niets gevonden',
		nothingText: 'Zoek op een ander woord, of op minder woorden.',
		notFoundIn: (areas: string) => `Niets gevonden in: ${areas}.`,
		noTrajectories: 'Er is hier nog geen traject waarin u mag zoeken.',
		ordinary: 'Deze woorden staan bijna overal in. Zoek op een ander woord.',
		cut: 'U typte veel woorden. Er is op de eerste twaalf gezocht.',
		meant: (area: string, word: string) =>
			`In ${area} schreef niemand “${word}”. U ziet wat er het meest op lijkt.`,
		order: 'Volgorde',
		best: 'best passend eerst',
		newest: 'nieuwste eerst',
		bestAmong: (count: string) =>
			`Er is veel gevonden. Van de ${count} nieuwste staat voorop wat het best past. Met een woord erbij vindt u minder.`,
		elsewhere: 'Zoek hierop in alle trajecten',
	},
	en: {
		title: 'Search all trajectories',
		titleFound: (words) => `Search: ${words}`,
		lead: (municipality) =>
			`Search in what was seen and heard, in all trajectories of ${municipality} that you may see.`,
		words: 'Search for words',
		hint: 'For example: youth square',
		search: 'Search',
		found: (count) => `${count} found`,
		foundMore: (count) => `more than ${count} found`,
		all: (area) => `All that was found in ${area}`,
		nothing: 'Nothing found',
		nothingText: 'Search for another word, or for fewer words.',
		notFoundIn: (areas) => `Nothing found in: ${areas}.`,
		noTrajectories: 'There is no trajectory here yet in which you may search.',
		ordinary: 'These words are nearly everywhere. Search for another word.',
		cut: 'You typed many words. The first twelve were searched for.',
		meant: (area, word) => `In ${area} nobody wrote “${word}”. You see what is most like it.`,
		order: 'Order',
		best: 'best match first',
		newest: 'newest first',
		bestAmong: (count) =>
			`Much was found. Of the newest ${count} the best match comes first. Add a word to find less.`,
		elsewhere: 'Search all trajectories for this',
	},
});
