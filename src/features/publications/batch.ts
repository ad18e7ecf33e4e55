import type { AreaLevel } from '#features/areas/area-code.ts';
import type { ColumnKey } from './column.ts';
import { missingTexts, type MissingText } from '#features/figures/measured.ts';

/** An area as one line of a table describes it. */
export interface AreaRow {
	/** Without padding; the country is `NL`. */
	code: string;
	level: AreaLevel;
	parentCode: string | null;
	/**
	 * The area's own name: of a municipality or the country. The table of figures does not hold the
	 * names of districts and neighbourhoods (null); they are in the list of areas (`readAreaNames`).
	 */
	name: string | null;
	/** The name of the municipality it lies in; null for the country. */
	municipalityName: string | null;
	/**
	 * Against the year before: 1 = the same, 2 = another code, 3 = another boundary (do not compare);
	 * null where CBS does not say.
	 */
	boundaryChange: 1 | 2 | 3 | null;
	/** The most common postcode (four digits); null where unknown or not published. */
	postcode: string | null;
}

/**
 * Some areas of a source with all their figures, without an object per cell. The cell of `areas[a]` and series `s` of so
 * many is at `a * many + s` in every array.
 */
export interface SourceBatch {
	areas: readonly AreaRow[];
	/** NaN where missing; `missing` says why. */
	values: Float64Array;
	/** An index into `MISSING_REASONS`; 0 (null) where there is a value. */
	missing: Uint8Array;
	/** The margin around each value, both or neither; NaN where a cell has none. */
	lower?: Float64Array;
	upper?: Float64Array;
	/** The count and the base behind each percentage, both or neither; NaN where a cell has none. */
	numerator?: Float64Array;
	denominator?: Float64Array;
}

/** Some lines of a table whose columns are its series. */
export interface FigureBatch extends SourceBatch {
	/** The columns with numbers, the same list in every batch of a file. */
	columns: readonly ColumnKey[];
}

/** The columns of a batch with a number per cell, in the order in which `area_figures` has them. */
export const NUMBER_COLUMNS = ['values', 'lower', 'upper', 'numerator', 'denominator'] as const;

/** What the numbers in `FigureBatch.missing` mean: those of stored figures, and 0 where there is a value. */
export const MISSING_REASONS: readonly (MissingText | null)[] = [null, ...missingTexts];

/** The number in `FigureBatch.missing` for a reason. */
export function missingIndex(reason: MissingText): number {
	return MISSING_REASONS.indexOf(reason);
}
