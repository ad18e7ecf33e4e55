import * as v from 'valibot';
import { bilingualSchema, plainText, slug, uniqueById } from '#kernel/bilingual.ts';

const named = v.strictObject({ id: slug, name: bilingualSchema });

/** Where an indicator stands in the tables of one family, whatever number a column's name ends in. */
const indicatorMatchSchema = v.strictObject({
	family: slug,
	/** The column's key without its `_NN`; behind a stroke the member of a dimension (`GeregistreerdeMisdrijven/1.1.1`). */
	key: plainText,
	/** For a key that a table has twice: the key of the total that opens the right block. */
	after: v.optional(plainText),
});

const indicatorSchema = v.strictObject({
	...named.entries,
	explanation: bilingualSchema,
	unit: bilingualSchema,
	decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)),
	/** A `code` is a class, a `text` no number at all: neither is compared or averaged. */
	valueType: v.picklist(['number', 'code', 'text']),
	/** What more of it means. */
	direction: v.picklist(['favourable', 'unfavourable', 'neither']),
	category: slug,
	/** The indicator of the total that a count is a part of: its share is what areas are compared by. */
	shareOf: v.optional(slug),
	/** Themes of framework 2013 that it speaks to. */
	themes: v.array(slug),
	/** Sensitive: shown only to whoever asks for it, not on a first profile. */
	sensitivity: v.picklist(['none', 'sensitive']),
	lowestLevel: v.picklist(['gemeente', 'wijk', 'buurt']),
	match: v.pipe(v.array(indicatorMatchSchema), v.minLength(1)),
});

/** Tables of one maker with the same keys every year. */
const tableFamilySchema = v.strictObject({
	...named.entries,
	/** Who publishes it. */
	holder: plainText,
	/** Columns (without `_NN`) that name the row and measure nothing. */
	identification: v.array(plainText),
	/** How its figures came about. */
	kind: v.picklist(['count', 'register', 'survey', 'model_estimate', 'forecast', 'experience']),
	/** Members of a dimension that stand for a whole (`Leeftijd`: everyone it is about). */
	whole: v.record(v.string(), plainText),
	/** Whom it is about, where that is not everyone. */
	population: v.optional(bilingualSchema),
	/** The numbers of its tables, and how their titles begin: a table that is new belongs to it too. */
	tables: v.array(plainText),
	titles: v.array(plainText),
});

type Shape = {
	families: { id: string }[];
	categories: { id: string }[];
	indicators: {
		id: string;
		shareOf?: string | undefined;
		category: string;
		match: { family: string; key: string; after?: string }[];
	}[];
};

function categoriesExist({ categories, indicators }: Shape): boolean {
	return indicators.every(({ category }) => categories.some(({ id }) => id === category));
}

function familiesExist({ families, indicators }: Shape): boolean {
	const used = indicators.flatMap(({ match }) => match.map(({ family }) => family));
	return used.every((family) => families.some(({ id }) => id === family));
}

function wholesExist({ indicators }: Shape): boolean {
	return indicators.every(({ shareOf }) => !shareOf || indicators.some(({ id }) => id === shareOf));
}

function matchesAreUnique({ indicators }: Shape): boolean {
	const all = indicators.flatMap(({ match }) =>
		match.map(({ family, key, after }) => `${family} ${key} ${after ?? ''}`),
	);
	return new Set(all).size === all.length;
}

/** The catalogue of indicators (`content/indicators.json`). */
export const indicatorCatalogueSchema = v.pipe(
	v.strictObject({
		version: v.pipe(v.number(), v.integer(), v.minValue(1)),
		source: bilingualSchema,
		families: uniqueById(tableFamilySchema),
		/** In the order in which a profile shows them. */
		categories: uniqueById(named),
		indicators: uniqueById(indicatorSchema),
	}),
	v.check((file) => categoriesExist(file), 'an indicator is in a category that is not listed'),
	v.check((file) => familiesExist(file), 'an indicator is in a family that is not listed'),
	v.check((file) => wholesExist(file), 'an indicator is a share of one that is not listed'),
	v.check((file) => matchesAreUnique(file), 'two indicators match the same column'),
);

export type IndicatorCatalogue = v.InferOutput<typeof indicatorCatalogueSchema>;
export type Indicator = v.InferOutput<typeof indicatorSchema>;
