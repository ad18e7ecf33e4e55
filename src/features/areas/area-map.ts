import {
	CLASS_METHODS,
	classesOf,
	classOf,
	type ClassChoice,
	type ClassMethod,
} from '#statistics/classes.ts';
import { areaMapTexts } from '#locales/area-map.ts';
import type { Language } from '#locales/messages.ts';
import type { MapPlace, MapStep } from '#ui/map.ts';
import { MOST_CLASSES, type MapPalette } from '#ui/map-colours.ts';
import type { MapShape } from '#ui/map-paths.ts';

/** The levels that have boundaries. */
export const mappedLevels = ['municipality', 'district', 'neighbourhood'] as const;
export type MappedLevel = (typeof mappedLevels)[number];

/** An area with its shape. */
export interface AreaShape {
	code: string;
	/** The code itself where no name is known. */
	name: string;
	/** Nobody lives there. */
	isWater: boolean;
	isApproximate: boolean;
	geometry: MapShape;
}

/** The shapes for one map. */
export interface AreaShapes {
	askedYear: number;
	/** The year that the boundaries are of; null when there are none. */
	boundaryYear: number | null;
	/** Who made the boundaries and under which licence, as far as somebody said so. */
	origins: string[];
	shapes: AreaShape[];
}

/** What is known of an area that may be on the map. */
export interface AreaValue {
	code: string;
	name: string;
	/** Null where it is missing. */
	value: number | null;
	/** The value in words, or why it is missing. */
	text: string;
	href?: string | undefined;
}

/** Everything that `ChoroplethMap` needs, and what has to be said beside it. */
export interface AreaMap {
	places: MapPlace[];
	steps: MapStep[];
	missing: MapStep[];
	palette: MapPalette;
	noun: { one: string; other: string };
	/** Shapes that are drawn as water. */
	water: MapShape[];
	/** Sentences: boundaries of another year, approximate boundaries, what is not on the map, who made them. */
	notes: string[];
	/** Areas with figures that these boundaries do not have: shown in a list, never joined to another. */
	withoutShape: AreaValue[];
}

/** How a map colours: `?klassen=` and `?aantal=` of an address, or what is sensible. */
export type MapChoice = ClassChoice;

/** Ways to cut into classes as they stand in an address. */
const METHOD_WORDS = {
	quantiles: 'evenveel-gebieden',
	equal: 'gelijke-stappen',
	natural: 'natuurlijke-grenzen',
} as const satisfies Record<ClassMethod, string>;

/** The ways to choose from, with their words in an address and on the page. */
export function methodChoices(
	language: Language,
): { value: string; label: string; hint: string }[] {
	const { methods, methodHints } = areaMapTexts[language];
	return CLASS_METHODS.map((method) => ({
		value: METHOD_WORDS[method],
		label: methods[method],
		hint: methodHints[method],
	}));
}

/**
 * The choice that an address holds (`klassen`, `aantal`); what it does not say, or says wrongly, is five classes of
 * about as many areas each: the one way that needs no explanation in a meeting.
 */
export function mapChoiceOf(query: Pick<URLSearchParams, 'get'>): MapChoice {
	const word = query.get('klassen');
	const method = CLASS_METHODS.find((one) => METHOD_WORDS[one] === word) ?? 'quantiles';
	const asked = Number(query.get('aantal'));
	const fits = Number.isInteger(asked) && asked >= 2 && asked <= MOST_CLASSES.sequential;
	return { method, count: fits ? asked : 5 };
}

/** How a choice stands in an address; see `mapChoiceOf`. */
export function methodWord(choice: MapChoice): string {
	return METHOD_WORDS[choice.method];
}

/**
 * Puts values on shapes, by code and nothing else. An area without a value says why; a shape that the publication does
 * not know says so; an area that these boundaries do not have comes in `withoutShape`. Classes are made of the areas on
 * the map. `format` writes a value without its unit, for the legend; `linkTo` gives where a shape without figures leads.
 */
export function areaMap(
	values: readonly AreaValue[],
	{ shapes, boundaryYear, askedYear, origins }: AreaShapes,
	choice: MapChoice,
	language: Language,
	format: (value: number) => string,
	linkTo?: (code: string) => string,
): AreaMap {
	const t = areaMapTexts[language];
	const byCode = new Map(values.map((value) => [value.code, value]));
	const land = shapes.filter(({ isWater, code }) => !isWater || byCode.get(code)?.value != null);
	const around = choice.around ?? null;
	const palette = around === null ? 'sequential' : 'diverging';
	const count = Math.min(choice.count, MOST_CLASSES[palette]);
	const known = land.flatMap(({ code }) => byCode.get(code)?.value ?? []);
	const { breaks, classes } = classesOf(known, { ...choice, count });
	const places = land.map(({ code, name, geometry }): MapPlace => {
		const found = byCode.get(code);
		return {
			id: code,
			// A table of figures may know the code only.
			name: found && found.name !== code ? found.name : name,
			shape: geometry,
			step: found?.value == null ? null : classOf(found.value, breaks),
			text: found?.text ?? t.notPublished,
			href: found?.href ?? linkTo?.(code),
		};
	});
	const onMap = new Set(shapes.map(({ code }) => code));
	const withoutShape = values.filter(({ code }) => !onMap.has(code));
	return {
		places,
		steps: classes.map((one) => ({ label: rangeOf(one, format, t), count: one.count })),
		missing: counted(places.filter(({ step }) => step === null).map(({ text }) => text)),
		palette,
		noun: t.noun,
		water: shapes.filter((shape) => !land.includes(shape)).map(({ geometry }) => geometry),
		notes: [
			...(boundaryYear !== null && boundaryYear !== askedYear
				? [t.otherYear(boundaryYear, askedYear)]
				: []),
			...(land.some(({ isApproximate }) => isApproximate) ? [t.approximate] : []),
			...(withoutShape.length > 0 ? [t.withoutShape(withoutShape.length, boundaryYear)] : []),
			...(origins.length > 0 ? [t.origin(origins.join('; '))] : []),
		],
		withoutShape,
	};
}

function rangeOf(
	{ lowest, highest }: { lowest: number | null; highest: number | null },
	format: (value: number) => string,
	t: { none: string; range: (low: string, high: string) => string },
): string {
	if (lowest === null || highest === null) return t.none;
	const [low, high] = [format(lowest), format(highest)];
	return low === high ? low : t.range(low, high);
}

/** The same texts together, the most frequent first. */
function counted(texts: readonly string[]): MapStep[] {
	const counts = new Map<string, number>();
	for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
	return [...counts]
		.map(([label, count]) => ({ label, count }))
		.toSorted((a, b) => b.count - a.count);
}
