import type { FigureKind } from '#features/figures/series.ts';

/**
 * What the numbers of one measure are: how many people (or what people said or did), how many things, a percentage, or
 * a score or mean. A score is shown by the rule for percentages: only on a large enough base.
 */
export const ownMeasureTypes = ['count', 'things', 'percentage', 'score'] as const;
export type OwnMeasureType = (typeof ownMeasureTypes)[number];

/** Counted by the municipality or its partners, so that the gate applies; or published by somebody who protected it. */
export const ownOrigins = ['own', 'published'] as const;
export type OwnOrigin = (typeof ownOrigins)[number];

export const ownDirections = ['favourable', 'unfavourable', 'neither'] as const;
export const ownSensitivities = ['none', 'sensitive'] as const;
export const ownVisibilities = ['participants', 'public'] as const;
export type OwnVisibility = (typeof ownVisibilities)[number];

/** What is measured, as a person says it. */
export interface OwnMeasure {
	/** Out of the name in the file; stays the same from year to year. */
	key: string;
	type: OwnMeasureType;
	title: string;
	unit: string;
	kind: FigureKind;
	direction: (typeof ownDirections)[number];
	origin: OwnOrigin;
	/** Where it was published; '' for an own count. */
	publishedIn: string;
	sensitivity: (typeof ownSensitivities)[number];
	/** The indicator of the catalogue that it is; null for a title of its own. */
	indicator: string | null;
}

/** What a file is about: what a publication needs to be explained to its readers. */
export interface OwnMeaning {
	title: string;
	/** Who brought the figures together. */
	publisher: string;
	licence: string;
	/** Whom or what it is about and how it was gathered; readers see it with every figure. */
	gathered: string;
	visibility: OwnVisibility;
	measures: OwnMeasure[];
}

/** The key of a measure out of its name: letters and digits, the same for small differences in writing. */
export function measureKey(name: string): string {
	const key = name
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase()
		.replace(/%/g, ' percentage ')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 80);
	return key === '' ? 'cijfer' : key;
}
