import { messages } from './messages.ts';

/** The check that a person and not a robot hands something in. */
export const visitorCheckTexts = messages({
	nl: {
		website: 'Laat dit veld leeg',
		label: 'Een vraag, zodat we weten dat u geen robot bent',
		hint: 'Een woord of een getal is genoeg.',
		working: 'Een ogenblik. We kijken of u geen robot bent; daarna wordt het vanzelf verstuurd.',
		questions: {
			'after-monday': 'Welke dag komt na maandag?',
			'before-sunday': 'Welke dag komt voor zondag?',
			'three-and-four': 'Hoeveel is drie plus vier?',
			'ten-minus-two': 'Hoeveel is tien min twee?',
			'two-and-three': 'Hoeveel is twee plus drie?',
			'after-six': 'Welk getal komt na zes?',
			'days-of-week': 'Hoeveel dagen heeft een week?',
			'legs-of-dog': 'Hoeveel poten heeft een hond?',
			'first-month': 'Wat is de eerste maand van het jaar?',
			'last-month': 'Wat is de laatste maand van het jaar?',
		},
	},
	en: {
		website: 'Leave this field empty',
		label: 'A question, so that we know you are not a robot',
		hint: 'A word or a number is enough.',
		working: 'One moment. We check that you are not a robot; then it is sent by itself.',
		questions: {
			'after-monday': 'Which day comes after Monday?',
			'before-sunday': 'Which day comes before Sunday?',
			'three-and-four': 'How much is three plus four?',
			'ten-minus-two': 'How much is ten minus two?',
			'two-and-three': 'How much is two plus three?',
			'after-six': 'Which number comes after six?',
			'days-of-week': 'How many days does a week have?',
			'legs-of-dog': 'How many legs does a dog have?',
			'first-month': 'What is the first month of the year?',
			'last-month': 'What is the last month of the year?',
		},
	},
});
