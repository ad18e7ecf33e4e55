import type { Call } from './calls.ts';

/** The source of the filled world belongs to the municipality; its process manager brought it in, with its photos. */
const ofMunicipality = ['process_manager', 'analyst'] as const;
const maker = ['process_manager'] as const;
const everyone = ['process_manager', 'analyst', 'professional', 'resident_representative', 'administrator', 'decision_maker', 'reader', 'visitor'] as const; // prettier-ignore

/** Who may do what with photos and files. */
export const attachmentCalls: Record<string, Call> = {
	'attachment.begin': {
		by: ofMunicipality,
		input: () => ({ sha256: 'b'.repeat(64), size: 1000 }),
	},
	'attachment.finish': { by: maker },
	'attachment.change': { by: ofMunicipality },
	'attachment.withdraw': { by: ofMunicipality },
	'attachment.restore': { by: ofMunicipality },
	'attachment.erase': { by: ofMunicipality },
	'attachment.list': { by: everyone },
	'attachment.read': { by: everyone },
	'attachment.file': { by: everyone, fails: 'not_found' },
	'attachment.upload': { by: maker },
};
