import { outsideName } from '#features/content/outside.ts';
import type { Bilingual } from '#kernel/bilingual.ts';
import type {
	FrameworkDomain,
	FrameworkParts,
	FrameworkTheme,
	Framework,
	StoredFramework,
} from './framework.schema.ts';

const outsideGoal: Bilingual = {
	nl: 'Dit bleef staan uit een eerder kader van dit traject',
	en: 'This stayed from an earlier framework of this trajectory',
};

/**
 * A framework as a trajectory uses it. What it hides is set aside; so are themes, columns and kinds of finding of the
 * frameworks that the trajectory had before and this one has not.
 */
export function frameworkInUse(
	stored: StoredFramework,
	former: readonly StoredFramework[] = [],
): Framework {
	const whole = withOutside(withHiddenMarked(stored), former);
	const offered = withoutAside(whole, () => false);
	return isAllOffered(whole) ? { ...stored, ...offered } : { ...stored, ...offered, whole };
}

/** What entries of a form stand under. */
export interface Used {
	themes: ReadonlySet<string>;
	findingKinds: ReadonlySet<string>;
	provisions: boolean;
	needs: boolean;
}

/** The framework with what is set aside put back where something stands under it: nothing that was written disappears. */
export function frameworkAround(framework: Framework, used: Used): Framework {
	const { whole = framework, ...rest } = framework;
	const parts = withoutAside(whole, (part) => isUsed(part, used));
	const lost = lostThemes(whole, used);
	return { ...rest, ...parts, domains: withThemesOutside(parts.domains, lost) };
}

/** Every part that the trajectory's entries may stand under: offered, hidden, or of an earlier framework. */
export function allParts(framework: Framework): FrameworkParts {
	return framework.whole ?? framework;
}

function withHiddenMarked({ findingKinds, domains, columns }: StoredFramework): FrameworkParts {
	const hiddenKinds = new Set(
		columns.flatMap((column) => (column.hidden ? column.findingKinds : [])),
	);
	const marked = <Part extends { hidden?: true }>(part: Part) =>
		part.hidden ? { ...part, aside: 'hidden' as const } : part;
	return {
		findingKinds: findingKinds.map((kind) =>
			hiddenKinds.has(kind.id) ? { ...kind, aside: 'hidden' } : kind,
		),
		domains: domains.map((domain) => ({ ...domain, themes: domain.themes.map(marked) })),
		columns: columns.map(marked),
	};
}

/** Adds what only former frameworks have; of two with the same id the later one counts. */
function withOutside(parts: FrameworkParts, former: readonly StoredFramework[]): FrameworkParts {
	const latestFirst = [...former].reverse();
	const themes = newIn(
		parts.domains.flatMap((domain) => domain.themes),
		latestFirst.flatMap(({ domains }) => domains.flatMap((domain) => domain.themes)),
	);
	const kinds = newIn(
		parts.findingKinds,
		latestFirst.flatMap(({ findingKinds }) => findingKinds),
	);
	const missing = new Set(kinds.map(({ id }) => id));
	const columns = newIn(
		parts.columns,
		latestFirst
			.flatMap((one) => one.columns)
			.filter((column) => column.findingKinds.some((kind) => missing.has(kind))),
	);
	const outside = { aside: 'outside' as const };
	return {
		findingKinds: [...parts.findingKinds, ...kinds.map((kind) => ({ ...kind, ...outside }))],
		domains: withThemesOutside(
			parts.domains,
			themes.map((theme) => ({ ...theme, ...outside })),
		),
		columns: [...columns.map((column) => ({ ...column, ...outside })), ...parts.columns],
	};
}

/** The first of each id that is not among those that are there. */
function newIn<Part extends { id: string }>(there: { id: string }[], others: Part[]): Part[] {
	const seen = new Set(there.map(({ id }) => id));
	return others.filter(({ id }) => {
		if (seen.has(id)) return false;
		seen.add(id);
		return true;
	});
}

function withThemesOutside(
	domains: FrameworkDomain[],
	themes: FrameworkTheme[],
): FrameworkDomain[] {
	if (themes.length === 0) return domains;
	const found = domains.find(({ id }) => id === 'outside');
	const outside: FrameworkDomain = {
		id: 'outside',
		name: outsideName,
		goal: outsideGoal,
		subtitle: null,
		themes: [...(found?.themes ?? []), ...themes],
	};
	return [...domains.filter(({ id }) => id !== 'outside'), outside];
}

/** A theme that no framework of the trajectory has, by its id: rather an ugly name than something that is lost. */
function lostThemes({ domains }: FrameworkParts, { themes }: Used): FrameworkTheme[] {
	const known = new Set(domains.flatMap((domain) => domain.themes.map(({ id }) => id)));
	return [...themes]
		.filter((id) => !known.has(id))
		.map((id) => ({
			id,
			name: { nl: id, en: id },
			explanation: outsideGoal,
			aside: 'outside' as const,
		}));
}

type AsidePart =
	| { what: 'theme'; id: string }
	| { what: 'findingKind'; id: string }
	| { what: 'column'; kind: string; findingKinds: readonly string[] };

function isUsed(part: AsidePart, used: Used): boolean {
	if (part.what === 'theme') return used.themes.has(part.id);
	if (part.what === 'findingKind') return used.findingKinds.has(part.id);
	if (part.kind === 'provision') return used.provisions;
	if (part.kind === 'knowledge') return used.needs;
	return part.findingKinds.some((kind) => used.findingKinds.has(kind));
}

function withoutAside(parts: FrameworkParts, keep: (part: AsidePart) => boolean): FrameworkParts {
	return {
		findingKinds: parts.findingKinds.filter(
			({ aside, id }) => !aside || keep({ what: 'findingKind', id }),
		),
		domains: parts.domains
			.map((domain) => ({
				...domain,
				themes: domain.themes.filter(({ aside, id }) => !aside || keep({ what: 'theme', id })),
			}))
			.filter(({ themes }) => themes.length > 0),
		columns: parts.columns.filter(
			({ aside, kind, findingKinds }) => !aside || keep({ what: 'column', kind, findingKinds }),
		),
	};
}

function isAllOffered({ findingKinds, domains, columns }: FrameworkParts): boolean {
	const parts = [...findingKinds, ...columns, ...domains.flatMap(({ themes }) => themes)];
	return parts.every(({ aside }) => !aside);
}
