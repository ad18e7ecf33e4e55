import { messages } from './messages.ts';

/** Entering the scores that were gathered among residents. */
export const residentsPartyTexts = messages({
	nl: {
		progressResidents: (done: number, total: number) =>
			`Van bewoners zijn ${done} van de ${total} bevindingen helemaal ingevuld.`,
		onBehalfResidents: (how: string) => `U voert in wat bewoners vonden (${how}).`,
		hiddenResidents:
			'Een collega heeft dit al ingevoerd. U ziet de cijfers zodra uw eigen organisatie deze bevinding heeft gewogen, of als de weging is gesloten.',
		residentsTitle: 'Cijfers van bewoners',
		residentsLead:
			'Bewoners zijn een eigen partij met één stem, naast de organisaties. Hebt u op een avond, aan de deur of op papier cijfers verzameld? Voer ze hier voor hen in.',
		residentsAdd: 'Cijfers van bewoners invoeren',
		residentsGathered: 'Hoe zijn de cijfers verzameld?',
		residentsGatheredHint:
			'Bijvoorbeeld: bewonersavond in het buurthuis op 12 maart, aan vijf tafels.',
		residentsPeople: 'Met hoeveel bewoners?',
		residentsPeopleHint: 'Laat leeg als dat niet is geteld.',
		residentsSave: 'Vastleggen',
		residentsChange: 'Veranderen hoe dit is verzameld',
		residentsHow:
			'Gaven meer bewoners een cijfer? Neem het middelste, en schrijf bij de reden hoe ver de cijfers uit elkaar lagen.',
		residentsOwnFirst:
			'Weeg een bevinding liefst eerst namens uw eigen organisatie, of laat iemand anders invoeren: dan kleurt het ene cijfer het andere niet.',
		residentsStart: 'Cijfers invoeren',
	},
	en: {
		progressResidents: (done, total) =>
			`Of the residents ${done} of the ${total} findings were filled in completely.`,
		onBehalfResidents: (how) => `You enter what residents thought (${how}).`,
		hiddenResidents:
			'A colleague has entered this already. You see the scores once your own organisation has weighed this finding, or when the scoring is closed.',
		residentsTitle: 'Scores of residents',
		residentsLead:
			'Residents are a party of their own with one voice, beside the organisations. Did you gather scores at an evening, at the door or on paper? Enter them for the residents here.',
		residentsAdd: 'Enter scores of residents',
		residentsGathered: 'How were the scores gathered?',
		residentsGatheredHint:
			'For example: residents’ evening in the community centre on 12 March, at five tables.',
		residentsPeople: 'With how many residents?',
		residentsPeopleHint: 'Leave empty if that was not counted.',
		residentsSave: 'Record',
		residentsChange: 'Change how this was gathered',
		residentsHow:
			'Did several residents give a score? Take the middle one, and write with the reason how far the scores lay apart.',
		residentsOwnFirst:
			'Preferably weigh a finding for your own organisation first, or let somebody else enter these: then one score does not colour the other.',
		residentsStart: 'Enter scores',
	},
});
