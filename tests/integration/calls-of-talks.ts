import type { Call } from './calls.ts';

const leaders = ['process_manager'] as const;
const managers = ['administrator', 'process_manager'] as const;
const contributors = [...leaders, 'analyst', 'professional', 'resident_representative'] as const;
const members = [...contributors, 'administrator', 'decision_maker', 'reader'] as const;
const everyone = [...members, 'visitor'] as const;
const ofMunicipality = ['process_manager', 'analyst'] as const;

/** Guides, answers side by side, marked passages, logbooks and sheets of paper. */
export const talkCalls: Record<string, Call> = {
	'conversation.add': {
		by: contributors,
		input: (rows) => ({
			guide: 'resident',
			answers: { pleasant: 'Het groen' },
			placeId: rows.place,
			walkId: null,
			longitude: null,
			latitude: null,
		}),
	},
	'conversation.change': {
		by: ofMunicipality,
		input: (rows) => ({
			evidenceId: rows.conversation,
			guide: 'resident',
			answers: { pleasant: 'Het groen' },
			placeId: rows.place,
			walkId: null,
			longitude: null,
			latitude: null,
		}),
	},
	'guide.list': { by: everyone },
	'guide.form': { by: contributors },
	'ownGuide.begin': { by: managers, input: () => ({ guide: 'resident', name: 'Ons gesprek' }) },
	'ownGuide.change': {
		by: managers,
		input: () => ({ questions: [{ id: 'q', textNl: 'Hoe is het hier?' }] }),
	},
	'ownGuide.publish': { by: managers },
	'ownGuide.withdraw': { by: managers },
	'ownGuide.restore': { by: managers, fails: 'changed_meanwhile' },
	'ownGuide.list': { by: managers },
	'ownGuide.read': { by: managers },
	'conversation.questions': { by: everyone },
	'conversation.answers': { by: everyone, input: () => ({ questionId: 'pleasant' }) },
	'conversation.sheets': { by: contributors },
	'passage.mark': {
		by: contributors,
		input: () => ({ marks: [{ part: 'summary', start: 0, end: 4 }], isQuote: true }),
	},
	'passage.change': { by: contributors, input: () => ({ isQuote: true }) },
	'passage.withdraw': { by: contributors },
	'passage.restore': { by: contributors, fails: 'changed_meanwhile' },
	'passage.list': { by: everyone },
	'passage.read': { by: everyone },
	'finding.addFromPassage': {
		by: contributors,
		input: (rows) => ({ passageIds: [rows.passage], kind: 'risk' }),
	},
	'finding.citePassage': { by: contributors },
	'finding.removePassage': {
		by: contributors,
		ignoresUnknown: 'what was asked for holds already',
	},
	'analysis.beginPassageFinding': {
		by: contributors,
		input: (rows) => ({ passageIds: [rows.passage] }),
	},
	'analysis.usesOfPassages': { by: everyone },
	'logbookNote.add': { by: contributors },
	// Whoever did not write it is told that it is not there.
	'logbookNote.change': { by: members, fails: 'not_found' },
	'logbookNote.mark': {
		by: members,
		input: () => ({ marks: [{ part: 'text', start: 0, end: 4 }], isQuote: true }),
		fails: 'not_found',
	},
	'logbookNote.unmark': {
		by: members,
		input: () => ({ markId: '019a0000-0000-7000-8000-000000000000' }),
		fails: 'not_found',
	},
	'logbookNote.share': { by: members, fails: 'not_found' },
	'logbookNote.withdraw': { by: members, fails: 'not_found' },
	'logbookNote.restore': {
		by: members,
		input: (rows) => ({ noteId: rows.note_away }),
		fails: 'not_found',
	},
	'logbookNote.list': { by: contributors },
	'logbookNote.read': { by: everyone, fails: 'not_found' },
	'logbook.change': {
		by: ofMunicipality,
		input: (rows) => ({ evidenceId: rows.logbook, text: 'Rustig op het plein' }),
	},
};
