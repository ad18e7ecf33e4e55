/** What a piece of evidence can be. Figures and the lived world add theirs; documents and meetings are added here. */
export const evidenceKinds = [
	'figure',
	'observation',
	'conversation',
	'document',
	'meeting',
	'photo',
	'walk',
	'signal',
	'logbook',
	'reaction',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What people saw, heard and brought along: everything but figures. */
export const lifeworldKinds = [
	'observation',
	'conversation',
	'photo',
	'walk',
	'logbook',
	'document',
	'meeting',
	'signal',
	'reaction',
] as const;
export type LifeworldKind = (typeof lifeworldKinds)[number];

/** Who can see it: the organisation that brought it in, whoever takes part, or everyone. */
export const visibilities = ['organisation', 'participants', 'public'] as const;
export type Visibility = (typeof visibilities)[number];

/** How precisely it is known when it was. */
export type MomentPrecision = 'minute' | 'day' | 'month' | 'year';

/** What was said by others than who brought it in: a figure as it was published, the words of a resident. Nobody edits those. */
export const isFixed = (kind: EvidenceKind): boolean => kind === 'figure' || kind === 'reaction';
