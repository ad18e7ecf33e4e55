import { messages } from './messages.ts';

/** Expected failures of what anyone may hand in, without an account. */
export const visitorFailures = messages({
	nl: {
		'visitor_check.expired':
			'De pagina stond lang open. Wat u invulde staat er nog: verstuur het nog een keer.',
		'visitor_check.spent':
			'Dit formulier is al een keer verstuurd. Wilt u nog iets toevoegen? Verstuur het dan nog een keer.',
		'visitor_check.too_soon':
			'Dat ging heel snel. Wacht een kwart minuut en verstuur het dan nog een keer. Wat u invulde staat er nog.',
		'visitor_check.trap':
			'Dit leek op een robot. Bent u een mens? Verstuur het dan nog een keer. Wat u invulde staat er nog.',
	},
	en: {
		'visitor_check.expired':
			'The page was open for a long time. What you filled in is still there: send it once more.',
		'visitor_check.spent':
			'This form was sent once already. Do you want to add something? Then send it once more.',
		'visitor_check.too_soon':
			'That went very fast. Wait a quarter of a minute and send it again. What you filled in is still there.',
		'visitor_check.trap':
			'This looked like a robot. Are you human? Then send it once more. What you filled in is still there.',
	},
});
