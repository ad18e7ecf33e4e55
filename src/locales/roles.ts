import { messages } from './messages.ts';

/** The roles of people in a municipality, as people say them. */
export const roleTexts = messages({
	nl: {
		administrator: 'Beheerder',
		process_manager: 'Procesmanager',
		analyst: 'Analist',
		professional: 'Professional',
		resident_representative: 'Bewonersvertegenwoordiger',
		decision_maker: 'Bestuurder',
		reader: 'Meelezer',
	},
	en: {
		administrator: 'Administrator',
		process_manager: 'Process manager',
		analyst: 'Analyst',
		professional: 'Professional',
		resident_representative: 'Resident representative',
		decision_maker: 'Decision maker',
		reader: 'Reader',
	},
});

/** What a role is for, in one sentence. */
export const roleHints = messages({
	nl: {
		administrator: 'Regelt mensen, organisaties en instellingen.',
		process_manager: 'Leidt trajecten en nodigt mensen uit.',
		analyst: 'Brengt cijfers in en legt ze uit.',
		professional: 'Brengt in wat een organisatie in de wijk ziet.',
		resident_representative: 'Brengt in wat bewoners zien en vinden.',
		decision_maker: 'Legt besluiten van college en raad vast.',
		reader: 'Leest mee en verandert niets.',
	},
	en: {
		administrator: 'Looks after people, organisations and settings.',
		process_manager: 'Leads trajectories and invites people.',
		analyst: 'Brings in figures and explains them.',
		professional: 'Brings in what an organisation sees in the neighbourhood.',
		resident_representative: 'Brings in what residents see and think.',
		decision_maker: 'Records decisions of executive and council.',
		reader: 'Reads along and changes nothing.',
	},
});
