import { messages } from './messages.ts';

/** What stands around every page. */
export const siteTexts = messages({
	nl: {
		product: 'Wijkagenda',
		trajectories: 'Trajecten',
		areas: 'Gebieden en cijfers',
		contributions: 'Mijn inbreng',
		retention: 'Bewaren en wissen',
		people: 'Mensen',
		frameworks: 'Kaders',
		signIn: 'Inloggen',
		signOut: 'Uitloggen',
		account: 'Mijn gegevens',
		about: 'Over Wijkagenda',
		api: 'Voor programma’s (API)',
		footer: 'Open source voor gemeenten en hun buurten.',
	},
	en: {
		product: 'Wijkagenda',
		trajectories: 'Trajectories',
		areas: 'Areas and figures',
		contributions: 'My contributions',
		retention: 'Keeping and erasing',
		people: 'People',
		frameworks: 'Frameworks',
		signIn: 'Sign in',
		signOut: 'Sign out',
		account: 'My details',
		about: 'About Wijkagenda',
		api: 'For programs (API)',
		footer: 'Open source for municipalities and their neighbourhoods.',
	},
});
