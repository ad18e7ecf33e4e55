import { messages } from './messages.ts';

/** What is noted in the street: places, photos and neighbourhood walks. */
export const fieldTexts = messages({
	nl: {
		madeBy: 'Wie maakte de foto?',
		makers: {
			professional: 'Iemand die in de wijk werkt',
			resident: 'Een bewoner',
			child: 'Een kind',
			other: 'Iemand anders',
		},
		onPhoto: 'Wat is er te zien?',
		route: 'De route',
		companions: 'Wie liepen er mee',
		companion: (role: string, count: number) => `${role}: ${count}`,
		attention: 'Waar op gelet is',
		summary: 'Wat samen opviel',
	},
	en: {
		madeBy: 'Who took the photo?',
		makers: {
			professional: 'Somebody who works in the neighbourhood',
			resident: 'A resident',
			child: 'A child',
			other: 'Somebody else',
		},
		onPhoto: 'What does it show?',
		route: 'The route',
		companions: 'Who walked along',
		companion: (role, count) => `${role}: ${count}`,
		attention: 'What was looked at',
		summary: 'What stood out together',
	},
});
