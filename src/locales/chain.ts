import { messages } from './messages.ts';

const plurals: Record<'nl' | 'en', Record<string, string>> = {
	nl: {
		figure: 'cijfers',
		observation: 'waarnemingen',
		conversation: 'gesprekken',
		document: 'documenten',
		meeting: 'bijeenkomsten',
		signal: 'signalen',
		reaction: 'reacties van bewoners',
		survey: 'peilingen',
		photo: 'foto’s',
		walk: 'wijkschouwen',
		logbook: 'logboek',
	},
	en: {
		figure: 'figures',
		observation: 'observations',
		conversation: 'conversations',
		document: 'documents',
		meeting: 'meetings',
		signal: 'signals',
		reaction: 'residents’ reactions',
		survey: 'survey results',
		photo: 'photos',
		walk: 'neighbourhood walks',
		logbook: 'logbook',
	},
};

/** Texts of the thread at a glance: one line for each step of an agenda item. */
export const chainTexts = messages({
	nl: {
		evidence: 'Bronnen',
		kind: (count: number, one: string, kind: string) =>
			count === 1 ? `1 ${one}` : `${count} ${plurals.nl[kind] ?? one}`,
		residents: (count: number) =>
			count === 1 ? 'In 1 daarvan spreken bewoners.' : `In ${count} daarvan spreken bewoners.`,
		noResidents: 'Bewoners komen hier nog niet aan het woord.',
		noEvidence: 'Nog geen bron.',
		found: 'Bevindingen',
		findings: {
			risk: (count: number) => (count === 1 ? '1 risicofactor' : `${count} risicofactoren`),
			protective: (count: number) =>
				count === 1 ? '1 beschermende factor' : `${count} beschermende factoren`,
			signal: (count: number) => (count === 1 ? '1 signaal' : `${count} signalen`),
		},
		noFinding: 'Rust niet op een bevinding.',
		weighing: 'Weging',
		place: (rank: number, of: number, tied: boolean) =>
			`${tied ? 'Gedeelde plaats' : 'Plaats'} ${rank} van ${of}.`,
		weighedBy: (count: number) =>
			count === 1 ? 'Gewogen door 1 partij.' : `Gewogen door ${count} partijen.`,
		priority: 'Speerpunt',
		choosers: {
			core_group: 'gekozen door de kerngroep',
			large_meeting: 'gekozen op een grote bijeenkomst',
			residents: 'gekozen door bewoners',
			municipality: 'gekozen door de gemeente',
			other: 'gekozen door anderen',
		},
		solutions: 'Oplossingen',
		support: 'Draagvlak',
		decision: 'Besluit',
		approach: 'Aanpak',
		noApproach: 'Nog geen aanpak.',
		result: 'Resultaat',
		inShort: 'Het verhaal in het kort',
	},
	en: {
		evidence: 'Sources',
		kind: (count, one, kind) => (count === 1 ? `1 ${one}` : `${count} ${plurals.en[kind] ?? one}`),
		residents: (count) =>
			count === 1 ? 'Residents speak in 1 of them.' : `Residents speak in ${count} of them.`,
		noResidents: 'Residents do not speak here yet.',
		noEvidence: 'No source yet.',
		found: 'Findings',
		findings: {
			risk: (count) => (count === 1 ? '1 risk factor' : `${count} risk factors`),
			protective: (count) => (count === 1 ? '1 protective factor' : `${count} protective factors`),
			signal: (count) => (count === 1 ? '1 signal' : `${count} signals`),
		},
		noFinding: 'Rests on no finding.',
		weighing: 'Weighing',
		place: (rank, of, tied) => `${tied ? 'Shared place' : 'Place'} ${rank} of ${of}.`,
		weighedBy: (count) => (count === 1 ? 'Weighed by 1 party.' : `Weighed by ${count} parties.`),
		priority: 'Priority',
		choosers: {
			core_group: 'chosen by the core group',
			large_meeting: 'chosen at a large meeting',
			residents: 'chosen by residents',
			municipality: 'chosen by the municipality',
			other: 'chosen by others',
		},
		solutions: 'Solutions',
		support: 'Support',
		decision: 'Decision',
		approach: 'Approach',
		noApproach: 'No approach yet.',
		result: 'Result',
		inShort: 'The story in short',
	},
});
