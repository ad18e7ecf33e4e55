import type { FieldProblem } from '#kernel/failure.ts';
import type { Framework } from './framework.schema.ts';
import { allParts } from './framework.ts';

/** Every theme that entries can stand under, offered or set aside, in the order of the form, with its domain. */
export function themesOf(framework: Framework) {
	return allParts(framework).domains.flatMap((domain) =>
		domain.themes.map((theme) => ({ ...theme, domainId: domain.id })),
	);
}

/**
 * Where a finding wants to stand, held against the trajectory's framework: gives what is wrong with its kind,
 * signal kind and themes; an empty list when it fits.
 */
export function placeProblems(
	framework: Framework,
	place: { kind: string; signalKind: string | null; themes: string[] },
): FieldProblem[] {
	return [...kindProblems(framework, place), ...themeProblems(framework, place.themes)];
}

function themeProblems(framework: Framework, themes: string[]): FieldProblem[] {
	const known = new Set(themesOf(framework).map(({ id }) => id));
	return themes.every((theme) => known.has(theme))
		? []
		: [{ path: 'themes', code: 'unknown_theme' }];
}

function kindProblems(
	framework: Framework,
	{ kind, signalKind }: { kind: string; signalKind: string | null },
): FieldProblem[] {
	const found = allParts(framework).findingKinds.find(({ id }) => id === kind);
	if (!found) return [{ path: 'kind', code: 'unknown' }];
	if (found.subKinds.length === 0)
		return signalKind === null ? [] : [{ path: 'signalKind', code: 'unknown' }];
	if (signalKind === null) return [{ path: 'signalKind', code: 'choose' }];
	return found.subKinds.some(({ id }) => id === signalKind)
		? []
		: [{ path: 'signalKind', code: 'unknown' }];
}
