import { bareKey } from '#features/figures/indicator-match.ts';

/** A column of a table of CBS, recognised from its name. */
export interface ColumnKey {
	/**
	 * Stays the same over the years: the name without the number at its end (`AantalInwoners`). Names
	 * that occur more than once in a table are put behind the total they belong to
	 * (`GemiddeldAardgasverbruikTotaal.Appartement`).
	 */
	key: string;
	/** As the table writes it (`AantalInwoners_5`). */
	sourceKey: string;
	/** The number at the end; null without one. It moves every year, so never match on it. */
	position: number | null;
	/**
	 * `attribute`: text about the area. `measure`: a number with a unit. `class`: a number that names a
	 * class (1 = very urban … 5 = not urban), which may be compared but never added up or averaged.
	 */
	kind: 'attribute' | 'measure' | 'class';
}

const POSITION = /_(\d+)$/;

/** Columns about the area or the line, not about what is counted in it. */
const ATTRIBUTES: ReadonlySet<string> = new Set([
	'ID',
	'WijkenEnBuurten',
	'RegioS',
	'Gemeentenaam',
	'SoortRegio',
	'Codering',
	'IndelingswijzigingWijkenEnBuurten',
	'MeestVoorkomendePostcode',
]);

/** Columns whose unit is "code": Dekkingspercentage too holds 1–6, not a percentage. */
const CLASSES: ReadonlySet<string> = new Set(['Dekkingspercentage', 'MateVanStedelijkheid']);

/** Names that CBS uses both under electricity and under gas. */
const BELONG_TO_A_TOTAL: ReadonlySet<string> = new Set([
	'Appartement',
	'Tussenwoning',
	'Hoekwoning',
	'TweeOnderEenKapWoning',
	'VrijstaandeWoning',
	'Huurwoning',
	'EigenWoning',
]);

/**
 * The columns of a table from their names in the table's order. A name that occurs twice, or is
 * known to, is qualified by the nearest column before it that ends in "Totaal"; where there is none,
 * it keeps its number, which is at least never wrong within one table.
 */
export function columnKeys(sourceKeys: readonly string[]): ColumnKey[] {
	const stems = sourceKeys.map(bareKey);
	const seen = new Map<string, number>();
	for (const stem of stems) seen.set(stem, (seen.get(stem) ?? 0) + 1);
	let total: string | null = null;
	return sourceKeys.map((sourceKey, index) => {
		const stem = stems[index]!;
		if (stem.endsWith('Totaal')) total = stem;
		const ambiguous = seen.get(stem)! > 1 || BELONG_TO_A_TOTAL.has(stem);
		const key = !ambiguous ? stem : total === null ? sourceKey : `${total}.${stem}`;
		const position = POSITION.exec(sourceKey)?.[1];
		return {
			key,
			sourceKey,
			position: position === undefined ? null : Number(position),
			kind: kindOf(stem),
		};
	});
}

function kindOf(stem: string): ColumnKey['kind'] {
	if (ATTRIBUTES.has(stem)) return 'attribute';
	return CLASSES.has(stem) ? 'class' : 'measure';
}
