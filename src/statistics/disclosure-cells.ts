/** A count in a table: how many of something in an area, a period and a category. */
export interface CountCell {
	/** Unique among all cells of the table. */
	id: string;
	/** A whole number of 0 or more. */
	count: number;
	/**
	 * Whether it counts people or what people said (then small counts, 0 too, are hidden and others rounded). What is not
	 * sensitive (trees, playgrounds) is shown as it is, and hidden only when it would give a sensitive count away.
	 */
	isSensitive: boolean;
	/**
	 * Whether the count itself is to be shown; `true` when left out. A count that is not shown is there because a
	 * percentage or a sum rests on it: "everybody" behind a percentage, the rest that a table leaves out.
	 */
	isPublished?: boolean;
	/** Whether everybody can know it from elsewhere (a figure of the statistical office): then hiding it helps nobody. */
	isKnownAnyway?: boolean;
	/** How much a reader misses it when it is hidden: 1 (when left out) is an ordinary cell, a total is rather 5 or 10. */
	importance?: number;
}

/** A percentage: which count it is a part of which. Both are cells of the same table, published or not. */
export interface PercentageCell {
	/** Unique among all cells of the table. */
	id: string;
	/** The id of the count above the line. */
	part: string;
	/** The id of the count below the line. */
	base: string;
}

export type TableCell = CountCell | PercentageCell;

/**
 * Which count is the sum of which: an area of the areas within it, a total of its categories, a year of its quarters.
 * A cell may stand in any number of relations, as a part and as a total.
 */
export interface SumRelation {
	/** The id of the count that is the sum. */
	total: string;
	/** The ids of its parts; no id twice. */
	parts: readonly string[];
	/** Whether the parts are all there is; `true` when left out. If not, what is missing is taken to be known to nobody but protected too. */
	isComplete?: boolean;
}

/** What to show of a cell. */
export type ShownCell =
	/** A count, rounded to 5; of what is not sensitive, the count itself. */
	| { kind: 'count'; value: number }
	/** A percentage in whole percents; uncertain when its base is under 100, which only the team gets to see. */
	| { kind: 'percentage'; value: number; isUncertain: boolean }
	/** Not to be shown: it is too small, or would give away another one that is. Which of the two is not told. */
	| { kind: 'too_small' };

/** What readers have seen of an earlier version of the same table: what was shown of each cell, by id. */
export type EarlierVersion = ReadonlyMap<string, ShownCell>;

/** What came of a table. */
export interface ProtectedTable {
	/** What to show of every published cell, by id, in the order of the cells. */
	shown: ReadonlyMap<string, ShownCell>;
	/** For whoever holds the raw counts, never for a reader: how many cells were hidden for which reason. */
	hidden: { asTooSmall: number; toProtectOthers: number };
	/**
	 * The ids of small counts that cannot be kept safe, because they follow from what everybody knows anyway: empty unless
	 * cells are `isKnownAnyway` or were shown in an earlier version. Whoever holds the raw counts must leave out more.
	 * What is left of a count (the rest of a base) is named by that count; no id twice.
	 */
	exposed: readonly string[];
}
