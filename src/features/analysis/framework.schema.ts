import * as v from 'valibot';
import { bilingualSchema, slug, uniqueById } from '#kernel/bilingual.ts';

const named = v.strictObject({ id: slug, name: bilingualSchema });

/** What an entry in a finding column can be; sub-kinds only where the framework has them. */
const findingKindSchema = v.strictObject({
	...named.entries,
	subKinds: v.array(named),
});

const themeSchema = v.strictObject({ ...named.entries, explanation: bilingualSchema });

const domainSchema = v.strictObject({
	id: v.picklist(['I', 'II', 'III']),
	name: bilingualSchema,
	/** The self-reliance that the domain is about. */
	goal: bilingualSchema,
	/** The line under the goal on the form; null where the source gives none. */
	subtitle: v.nullable(bilingualSchema),
	themes: uniqueById(themeSchema),
});

const columnSchema = v.strictObject({
	id: v.picklist(['risk', 'protective', 'signals', 'sources', 'provision', 'knowledge']),
	kind: v.picklist(['finding', 'sources', 'provision', 'knowledge']),
	/** Which kinds of finding the column holds; empty for the other columns. */
	findingKinds: v.array(slug),
	name: bilingualSchema,
	explanation: bilingualSchema,
});

type Shape = {
	findingKinds: { id: string }[];
	domains: { themes: { id: string }[] }[];
	columns: { kind: string; findingKinds: string[] }[];
};

function themesAreUnique({ domains }: Shape): boolean {
	const ids = domains.flatMap(({ themes }) => themes.map(({ id }) => id));
	return new Set(ids).size === ids.length;
}

function everyKindHasOneColumn({ findingKinds, columns }: Shape): boolean {
	const placed = columns.flatMap((column) => column.findingKinds).sort();
	const known = findingKinds.map(({ id }) => id).sort();
	return placed.join() === known.join();
}

function onlyFindingColumnsHoldFindings({ columns }: Shape): boolean {
	return columns.every(
		({ kind, findingKinds }) => (kind === 'finding') === findingKinds.length > 0,
	);
}

/** The analysis frame (`content/frameworks/<id>.json`): domains with themes, crossed by columns. */
export const frameworkSchema = v.pipe(
	v.strictObject({
		id: slug,
		version: v.pipe(v.number(), v.integer(), v.minValue(1)),
		name: bilingualSchema,
		/** How to cite where the frame comes from. */
		source: bilingualSchema,
		/** The heading above the column of themes. */
		themesHeading: bilingualSchema,
		findingKinds: uniqueById(findingKindSchema),
		domains: uniqueById(domainSchema),
		columns: uniqueById(columnSchema),
	}),
	v.check((frame) => themesAreUnique(frame), 'a theme id is used twice'),
	v.check((frame) => everyKindHasOneColumn(frame), 'each finding kind needs exactly one column'),
	v.check(
		(frame) => onlyFindingColumnsHoldFindings(frame),
		'a column of findings names its kinds, others none',
	),
);

export type Framework = v.InferOutput<typeof frameworkSchema>;
export type FrameworkDomain = v.InferOutput<typeof domainSchema>;
export type FrameworkColumn = v.InferOutput<typeof columnSchema>;
