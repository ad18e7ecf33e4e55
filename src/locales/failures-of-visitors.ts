import { messages } from './messages.ts';

/** Expected failures of what anyone may hand in, without an account. */
export const visitorFailures = messages({
	nl: {
		'recognition_round.no_sentences':
			'Er staat nog geen zin in deze ronde. Voeg eerst een zin toe waar bewoners op kunnen reageren.',
		'recognition_round.closed':
			'U kunt nu niet reageren: de ronde is voorbij of een zin is weggehaald. Laad de pagina opnieuw om te zien wat er nu staat.',
		'recognition_sentence.has_reactions':
			'Er is al op deze zin gereageerd. Verander de woorden daarom niet meer. Haal de zin weg en voeg een nieuwe toe.',
		'signals.already_sent':
			'U stuurde dit al eens op, met andere woorden. Dat signaal staat er. Wilt u dit er ook bij? Verstuur het dan nog een keer.',
		'recognition_round.already_sent':
			'U reageerde al, met andere antwoorden. Die staan er. Wilt u deze er ook bij? Verstuur ze dan nog een keer.',
		'recognition_reaction.no_burst':
			'Zo veel dezelfde antwoorden zijn er in dit uur niet (meer). Laad de pagina opnieuw om te zien wat er staat.',
		'recognition_reaction.taken_back': 'De bewoner heeft deze reactie teruggenomen.',
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
		'recognition_round.no_sentences':
			'There is no sentence in this round yet. First add one that residents can react to.',
		'recognition_round.closed':
			'You cannot react now: the round is over or a sentence was taken away. Reload the page to see what stands there now.',
		'recognition_sentence.has_reactions':
			'People reacted to this sentence already. So do not change its words any more. Take the sentence away and add a new one.',
		'signals.already_sent':
			'You sent this before, in other words. That signal is there. Do you want to add this too? Then send it once more.',
		'recognition_round.already_sent':
			'You reacted before, with other answers. Those are there. Do you want to add these too? Then send them once more.',
		'recognition_reaction.no_burst':
			'There are not so many equal answers in this hour (any more). Load the page again to see what is there.',
		'recognition_reaction.taken_back': 'The resident took this reaction back.',
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
