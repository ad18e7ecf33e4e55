import { messages } from './messages.ts';

/** The glossary's words for what rows say of themselves (docs/glossary.md), for texts that speak of several rooms. */
export const words = messages({
	nl: {
		evidenceKind: {
			figure: 'cijfer',
			observation: 'waarneming',
			conversation: 'gesprek',
			document: 'document',
			meeting: 'bijeenkomst',
			signal: 'signaal',
			survey: 'peiling',
			photo: 'foto',
			walk: 'wijkschouw',
			logbook: 'logboek',
		},
		findingKind: { risk: 'risicofactor', protective: 'beschermende factor', signal: 'signaal' },
		signalKind: {
			problem: 'probleem',
			chance: 'kans',
			need: 'behoefte',
			question: 'vraag',
			positive: 'iets positiefs',
		},
		body: { college: 'college van B en W', council: 'gemeenteraad' },
		outcome: {
			adopted: 'aangenomen',
			amended: 'aangenomen, gewijzigd',
			rejected: 'afgewezen',
			returned: 'teruggegeven',
		},
		approachKind: {
			residents_initiative: 'bewonersinitiatief',
			project: 'project',
			programme: 'programma',
			intervention: 'interventie',
		},
		progressStatus: {
			not_started: 'nog niet begonnen',
			on_course: 'op koers',
			delayed: 'vertraagd',
			stopped: 'gestopt',
			done: 'klaar',
		},
	},
	en: {
		evidenceKind: {
			figure: 'figure',
			observation: 'observation',
			conversation: 'conversation',
			document: 'document',
			meeting: 'meeting',
			signal: 'signal',
			survey: 'survey result',
			photo: 'photo',
			walk: 'neighbourhood walk',
			logbook: 'logbook',
		},
		findingKind: { risk: 'risk factor', protective: 'protective factor', signal: 'signal' },
		signalKind: {
			problem: 'problem',
			chance: 'chance',
			need: 'need',
			question: 'question',
			positive: 'something positive',
		},
		body: { college: 'executive', council: 'council' },
		outcome: {
			adopted: 'adopted',
			amended: 'adopted as amended',
			rejected: 'rejected',
			returned: 'returned',
		},
		approachKind: {
			residents_initiative: 'residents’ initiative',
			project: 'project',
			programme: 'programme',
			intervention: 'intervention',
		},
		progressStatus: {
			not_started: 'not started yet',
			on_course: 'on course',
			delayed: 'delayed',
			stopped: 'stopped',
			done: 'done',
		},
	},
});
