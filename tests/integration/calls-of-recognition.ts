import type { Call } from './calls.ts';

const leaders = ['process_manager'] as const;
const contributors = [...leaders, 'analyst', 'professional', 'resident_representative'] as const;
const members = [...contributors, 'administrator', 'decision_maker', 'reader'] as const;
const moderators = [...leaders, 'resident_representative'] as const;
const secret = 'A'.repeat(43);

/** Who may do and read what of the sentences for residents and their reactions. */
export const recognitionCalls: Record<string, Call> = {
	'recognition.read': { by: [...members, 'visitor'], input: () => ({ number: 1 }) },
	'recognition.log': { by: [...members, 'visitor'] },
	'recognition.manage': { by: leaders },
	'recognition.ofFinding': { by: members },
	'recognitionRound.add': { by: leaders },
	'recognitionRound.change': { by: leaders },
	'recognitionRound.publish': { by: leaders },
	'recognitionRound.unpublish': { by: leaders },
	'recognitionSentence.add': { by: leaders },
	'recognitionSentence.change': {
		by: leaders,
		input: (rows) => ({ recognitionSentenceId: rows.unread_sentence }),
	},
	'recognitionSentence.move': { by: leaders },
	'recognitionSentence.withdraw': { by: leaders },
	'recognitionSentence.restore': {
		by: leaders,
		input: (rows) => ({ recognitionSentenceId: rows.withdrawn_sentence }),
	},
	'recognitionSentence.answer': { by: leaders, input: () => ({ answer: 'Dit deden we.' }) },
	// Visitors may when they solved the check: recognition.db.test.ts.
	'recognitionReaction.handIn': {
		by: [...contributors, 'visitor'],
		fails: 'visitor_check.expired',
		input: (rows) => ({
			secret: secret.replace(/^.{36}/, crypto.randomUUID()),
			reactions: [{ sentenceId: rows.recognition_sentence, kind: 'recognise' }],
		}),
	},
	'recognitionReaction.takeBack': {
		by: [...members, 'visitor'],
		input: () => ({ secret }),
		fails: 'not_found',
	},
	'recognitionReaction.own': {
		by: [...members, 'visitor'],
		input: () => ({ secret }),
		fails: 'not_found',
	},
	'recognitionReaction.list': { by: moderators },
	'recognitionReaction.judgeBurst': {
		by: moderators,
		input: () => ({ outcome: 'refused', kind: 'recognise', hour: '2026-03-02T09:00:00Z' }),
		fails: 'recognition_reaction.no_burst',
	},
	'recognitionReaction.judge': { by: moderators, input: () => ({ outcome: 'accepted' }) },
};
