/** What can be wrong with a row of an own file. */
export const ownProblemKinds = [
	'no_area',
	'unknown_area',
	'several_areas',
	'not_a_period',
	'no_period',
	'no_indicator',
	'not_a_number',
	'formula',
	'negative',
	'not_whole',
	'too_large',
	'not_a_percentage',
	'no_base',
	'part_too_large',
	'does_not_agree',
	'same_twice',
] as const;
export type OwnProblemKind = (typeof ownProblemKinds)[number];

/** One problem, with its place as a spreadsheet names it. */
export interface OwnProblem {
	kind: OwnProblemKind;
	/** The row counted from 1. */
	row: number;
	/** The name of the column, or its letter. */
	column: string;
	/** What stands there. */
	text: string;
	/** For `same_twice`: the row that was first. */
	firstRow?: number;
	/** For `several_areas`: the codes it may be. */
	codes?: string[];
}
