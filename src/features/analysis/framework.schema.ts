import * as v from 'valibot';
import { bilingualSchema, slug, uniqueById } from '#kernel/bilingual.ts';
import { languages } from '#locales/messages.ts';

/** What a municipality may do with a part: take it out of sight, or leave a language for later. */
const adaptable = {
	/** Not offered any more; what was written under it stays and is shown. */
	hidden: v.optional(v.literal(true)),
	/** The languages that still borrow the text of the other one. */
	lacks: v.optional(v.array(v.picklist(languages))),
};

const named = v.strictObject({ id: slug, name: bilingualSchema });

/** What an entry in a finding column can be; sub-kinds only where the framework has them. */
const findingKindSchema = v.strictObject({
	...named.entries,
	subKinds: v.array(named),
});

const themeSchema = v.strictObject({
	...named.entries,
	explanation: bilingualSchema,
	...adaptable,
	/** The dimensions of other views (`content/views`) that a theme of one's own belongs to. */
	views: v.optional(v.record(slug, v.array(slug))),
});

const domainSchema = v.strictObject({
	id: v.picklist(['I', 'II', 'III']),
	name: bilingualSchema,
	/** The self-reliance that the domain is about. */
	goal: bilingualSchema,
	/** The line under the goal on the form; null where the source gives none. */
	subtitle: v.nullable(bilingualSchema),
	themes: uniqueById(themeSchema),
	lacks: adaptable.lacks,
});

const columnSchema = v.strictObject({
	id: v.picklist(['risk', 'protective', 'signals', 'sources', 'provision', 'knowledge']),
	kind: v.picklist(['finding', 'sources', 'provision', 'knowledge']),
	/** Which kinds of finding the column holds; empty for the other columns. */
	findingKinds: v.array(slug),
	name: bilingualSchema,
	explanation: bilingualSchema,
	...adaptable,
});

type Shape = {
	findingKinds: { id: string }[];
	domains: { themes: { id: string }[] }[];
	columns: { kind: string; findingKinds: string[]; hidden?: true }[];
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

function somethingCanBeFound({ columns }: Shape): boolean {
	return columns.some(({ kind, hidden }) => kind === 'finding' && !hidden);
}

/** The analysis frame (`content/frameworks/<id>.json`, or a municipality's own): domains with themes, crossed by columns. */
export const frameworkSchema = v.pipe(
	v.strictObject({
		id: slug,
		version: v.pipe(v.number(), v.integer(), v.minValue(1)),
		name: bilingualSchema,
		/** How to cite where the frame comes from. */
		source: bilingualSchema,
		/** What it is for, where the name does not say it. */
		explanation: v.optional(bilingualSchema),
		/** The set of criteria that belongs to it; the one of its own id when left out. */
		criteria: v.optional(slug),
		/** The version that a municipality made its own from. */
		basedOn: v.optional(v.strictObject({ key: slug, version: v.number() })),
		/** The heading above the column of themes. */
		themesHeading: bilingualSchema,
		findingKinds: uniqueById(findingKindSchema),
		domains: uniqueById(domainSchema),
		columns: uniqueById(columnSchema),
		lacks: adaptable.lacks,
	}),
	v.check((frame) => themesAreUnique(frame), 'a theme id is used twice'),
	v.check((frame) => everyKindHasOneColumn(frame), 'each finding kind needs exactly one column'),
	v.check(
		(frame) => onlyFindingColumnsHoldFindings(frame),
		'a column of findings names its kinds, others none',
	),
	v.check((frame) => somethingCanBeFound(frame), 'every column of findings is hidden'),
);

/** A version of a framework as it is kept: with what is hidden. */
export type StoredFramework = v.InferOutput<typeof frameworkSchema>;
type StoredDomain = StoredFramework['domains'][number];

/**
 * Why a part is not offered: the framework hides it, or it is not in the framework at all, but in one that the
 * trajectory had before. Such a part is only shown where something stands under it.
 */
export type Aside = 'hidden' | 'outside';

export type FrameworkTheme = StoredDomain['themes'][number] & { aside?: Aside };
export type FrameworkColumn = StoredFramework['columns'][number] & { aside?: Aside };
export type FindingKind = StoredFramework['findingKinds'][number] & { aside?: Aside };

/** A domain; the one called `outside` gathers themes that the framework does not have. */
export interface FrameworkDomain extends Omit<StoredDomain, 'id' | 'themes'> {
	id: StoredDomain['id'] | 'outside';
	themes: FrameworkTheme[];
}

/** What a form is made of. */
export interface FrameworkParts {
	findingKinds: FindingKind[];
	domains: FrameworkDomain[];
	columns: FrameworkColumn[];
}

/** A framework as a trajectory uses it: its parts are what is offered. */
export interface Framework extends Omit<StoredFramework, keyof FrameworkParts>, FrameworkParts {
	/** The same with what is not offered any more; left out when nothing is aside. */
	whole?: FrameworkParts;
}
