import type { Call } from './calls.ts';

const leaders = ['process_manager'] as const;
const managers = ['administrator', 'process_manager'] as const;
const contributors = [...leaders, 'analyst', 'professional', 'resident_representative'] as const;
const members = [...contributors, 'administrator', 'decision_maker', 'reader'] as const;
const everyone = [...members, 'visitor'] as const;
/** What was written by the process manager of the sample, and is seen by nobody else. */
const writer = ['process_manager'] as const;
const ofMunicipality = ['process_manager', 'analyst'] as const;

/** Guides, answers side by side, marked passages, logbooks and sheets of paper. */
export const talkCalls: Record<string, Call> = {
	'conversation.add': {
		by: contributors,
		input: (rows) => ({
			guide: 'resident',
			answers: { pleasant: 'Het groen' },
			...atPlace(rows),
		}),
	},
	'conversation.change': {
		by: ofMunicipality,
		input: (rows) => ({
			evidenceId: rows.conversation,
			guide: 'resident',
			answers: { pleasant: 'Het groen' },
			...atPlace(rows),
		}),
	},
	'place.add': { by: contributors, input: () => ({ longitude: 5.93, latitude: 51.99 }) },
	'place.change': { by: contributors, input: () => ({ longitude: 5.93, latitude: 51.99 }) },
	'place.withdraw': { by: contributors },
	'place.restore': { by: contributors },
	'place.list': { by: everyone },
	'place.listPage': { by: everyone },
	'place.read': { by: everyone },
	'photo.add': { by: contributors, input: (rows) => atPlace(rows) },
	'photo.change': {
		by: ofMunicipality,
		input: (rows) => ({ evidenceId: rows.photo, ...atPlace(rows) }),
	},
	'walk.add': { by: contributors },
	'walk.change': { by: ofMunicipality, input: (rows) => ({ evidenceId: rows.walk }) },
	'walk.read': { by: everyone, input: (rows) => ({ evidenceId: rows.walk }) },
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
	'logbookNote.change': { by: writer },
	'logbookNote.share': { by: writer },
	'logbookNote.withdraw': { by: writer },
	'logbookNote.restore': { by: writer, fails: 'changed_meanwhile' },
	'logbookNote.list': { by: contributors },
	'logbookNote.read': { by: writer },
	'logbook.change': {
		by: ofMunicipality,
		input: (rows) => ({ evidenceId: rows.logbook, text: 'Rustig op het plein' }),
	},
};
