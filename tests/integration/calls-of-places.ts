import type { Rows } from '#tests/support/filled-world.ts';
import type { Call } from './calls.ts';

const contributors = ['process_manager', 'analyst', 'professional', 'resident_representative'] as const; // prettier-ignore
const everyone = [...contributors, 'administrator', 'decision_maker', 'reader', 'visitor'] as const;
/** What somebody brought in is changed by its organisation, here the municipality's, and by who leads. */
const ofMunicipality = ['process_manager', 'analyst'] as const;

/** At the place of the sample, and on no walk. */
const atPlace = (rows: Rows) => ({
	placeId: rows.place,
	walkId: null,
	longitude: null,
	latitude: null,
});

/** Who may do what with places, what was seen there, and how it is found back. */
export const placeCalls: Record<string, Call> = {
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
	'observation.add': {
		by: contributors,
		input: (rows) => ({ seen: 'Spelende kinderen', ...atPlace(rows) }),
	},
	'observation.change': {
		by: ofMunicipality,
		input: (rows) => ({
			evidenceId: rows.observation,
			seen: 'Spelende kinderen',
			...atPlace(rows),
		}),
	},
	'evidence.map': { by: everyone },
	'evidence.export': { by: everyone },
};
