import { messages } from './messages.ts';

/** The form while others work in it: who is here, the connection, undoing, keys, the projector. */
export const liveFormTexts = messages({
	nl: {
		present: (who: string) => `Nu aanwezig: ${who}`,
		alsoHere: (who: string) => `Ook in dit vak: ${who}`,
		lost: (since: string) =>
			`Geen verbinding sinds ${since}. Wat u typt, blijft bewaard. U hoeft niets te doen: zodra de verbinding terug is, gaat het opslaan verder.`,
		back: 'De verbinding is terug. U ziet weer alles wat anderen invulden.',
		backSent: 'De verbinding is terug. Wat u intussen opsloeg, is verstuurd.',
		refused:
			'Dit scherm wordt niet meer bijgewerkt: u bent uitgelogd of doet niet meer mee. Wat u typte, staat er nog.',
		signIn: 'Log in op een nieuw tabblad',
		goOn: 'Ga verder',
		waiting: 'Wordt opgeslagen zodra er verbinding is',
		notSaved: 'Nog niet opgeslagen',
	},
	en: {
		present: (who) => `Here now: ${who}`,
		alsoHere: (who) => `Also in this cell: ${who}`,
		lost: (since) =>
			`No connection since ${since}. What you type is kept. You need not do anything: saving goes on as soon as the connection is back.`,
		back: 'The connection is back. You see everything that others filled in again.',
		backSent: 'The connection is back. What you saved meanwhile has been sent.',
		refused:
			'This screen is not kept up to date any more: you were signed out or no longer take part. What you typed is still there.',
		signIn: 'Sign in in a new tab',
		goOn: 'Go on',
		waiting: 'Will be saved as soon as there is a connection',
		notSaved: 'Not saved yet',
	},
});
