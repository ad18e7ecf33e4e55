import { messages } from './messages.ts';

/** What expected failures of signals and meetings say to people. */
export const signalFailures = messages({
	nl: {
		'signals.not_in_core_group':
			'Alleen de kerngroep en de trekker van dit traject kunnen dit doen.',
		'signals.step_not_possible':
			'Dit kan niet meer: het signaal is intussen ergens anders in het verloop. Laad de pagina opnieuw.',
		'signals.meeting_closed': 'Dit overleg is afgerond. Open het eerst weer.',
		'signals.meeting_not_closed': 'Rond het overleg eerst af.',
		'signals.meeting_dropped': 'Dit overleg gaat niet door.',
		'signals.meeting_not_dropped': 'Dit overleg is niet afgelast.',
		'signals.meeting_told': 'Het verslag van dit overleg is al verstuurd.',
		'signals.too_old_to_tell':
			'Dit overleg is te lang geleden om er nog een bericht over te sturen.',
		'signals.hand_in_closed': 'Hier kunt u nu geen signaal inbrengen.',
		'signals.post_decided': 'Hierover is al beslist. Laad de pagina opnieuw.',
	},
	en: {
		'signals.not_in_core_group':
			'Only the core group and whoever leads this trajectory can do this.',
		'signals.step_not_possible':
			'This is not possible any more: the signal is elsewhere in its course by now. Load the page again.',
		'signals.meeting_closed': 'This meeting is closed. Open it again first.',
		'signals.meeting_not_closed': 'Close the meeting first.',
		'signals.meeting_dropped': 'This meeting does not take place.',
		'signals.meeting_not_dropped': 'This meeting was not called off.',
		'signals.meeting_told': 'The minutes of this meeting were sent already.',
		'signals.too_old_to_tell': 'This meeting is too long ago to send a message about it.',
		'signals.hand_in_closed': 'You cannot hand in a signal here now.',
		'signals.post_decided': 'This was decided already. Load the page again.',
	},
});
