import { messages } from './messages.ts';

/**
 * Finding out what is not known: ways to find out, and how an answer becomes a source. The ways are those of T. Nederland
 * and A. Huygen, Het opstellen van een sociale wijkagenda, Verwey-Jonker Instituut 2013, chapters 3 and 4, and of K. van
 * Vliet and T. Nederland, Strategische kennis voor de wijk, Verwey-Jonker Instituut 2010, §3.4; by the kind of source that such a way gives.
 */
export const needTexts = messages({
	nl: {
		methods: {
			conversation: {
				places: 'Praten met bewoners op plekken waar zij komen',
				keyFigure: 'Praten met een sleutelfiguur',
				door: 'Aan de deur vragen',
			},
			observation: {
				look: 'Gaan kijken op een plek, op verschillende momenten',
				photos: 'Bewoners foto’s laten maken',
			},
			meeting: {
				residents: 'Een bijeenkomst met bewoners',
				organisations: 'Het voorleggen aan andere organisaties',
			},
			document: {
				figure: 'Een cijfer opzoeken of opvragen',
				study: 'Een onderzoek of verslag lezen',
				survey: 'Een vragenlijst uitzetten',
			},
		},
		howFound: 'Hoe is dit uitgezocht?',
		foundBy: (how: string) => `Uitgezocht: ${how}`,
	},
	en: {
		methods: {
			conversation: {
				places: 'Talking with residents in places where they come',
				keyFigure: 'Talking with a key figure',
				door: 'Asking at the door',
			},
			observation: {
				look: 'Going to see a place, at different times',
				photos: 'Having residents take photos',
			},
			meeting: {
				residents: 'A meeting with residents',
				organisations: 'Putting it to other organisations',
			},
			document: {
				figure: 'Looking up or asking for a figure',
				study: 'Reading a study or report',
				survey: 'Sending out a questionnaire',
			},
		},
		howFound: 'How was this found out?',
		foundBy: (how: string) => `Found out: ${how}`,
	},
});
