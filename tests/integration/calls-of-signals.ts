import type { Call } from './calls.ts';

const contributors = [
	'process_manager',
	'analyst',
	'professional',
	'resident_representative',
] as const;

/** What somebody brought in is changed by its organisation, here the municipality's, and by who leads. */
const ofMunicipality = ['process_manager', 'analyst'] as const;

/** Who may do and read what of signals and the meetings of the core group. */
export const signalCalls: Record<string, Call> = {
	'signal.add': { by: contributors, input: () => ({ place: 'Het plein' }) },
	'signal.change': {
		by: ofMunicipality,
		input: (rows) => ({ evidenceId: rows.signal, place: 'Het plein' }),
	},
};
