import type { Call } from './calls.ts';

/** The source of the filled world belongs to the municipality; its process manager brought it in, with its photos. */
const ofMunicipality = ['process_manager', 'analyst'] as const;
const maker = ['process_manager'] as const;
const everyone = ['process_manager', 'analyst', 'professional', 'resident_representative', 'administrator', 'decision_maker', 'reader', 'visitor'] as const; // prettier-ignore

/** An upload is there for whoever began it and for nobody else. */
const hides = 'it is there only for whoever began it';

/** Who may do what with photos and files. */
export const attachmentCalls: Record<string, Call> = {
	'attachment.begin': {
		by: ofMunicipality,
		input: () => ({ sha256: 'b'.repeat(64), size: 1000 }),
	},
	'attachment.finish': { by: maker, hides },
	'attachment.change': { by: ofMunicipality },
	'attachment.withdraw': { by: ofMunicipality },
	'attachment.restore': { by: ofMunicipality },
	'attachment.erase': { by: ofMunicipality },
	'attachment.list': { by: everyone },
	'attachment.read': { by: everyone },
	'attachment.file': { by: everyone, fails: 'attachment.gone' },
	'attachment.upload': { by: maker, hides },
};
