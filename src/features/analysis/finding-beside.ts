import type { FindingLine } from './finding.queries.server.ts';
import { sideOf } from './finding-side.ts';
import { mayBeTwins } from './twins.ts';

/** What a finding can be put opposite, and grouped with. */
export interface FindingsBeside {
	/** Of the other side, those with a theme in common first. */
	opposites: FindingLine[];
	/** Of the same kind and in no group, those that may say the same first. */
	alike: (FindingLine & { mayBeTwin: boolean })[];
	/** Groups of the same kind. */
	groups: FindingLine[];
}

/** Chooses out of all findings that stand what goes beside one of them; `opposed` stands opposite it already. */
export function findingsBeside(
	finding: FindingLine,
	all: readonly FindingLine[],
	opposed: ReadonlySet<string>,
): FindingsBeside {
	const others = all.filter(({ id }) => id !== finding.id);
	const near = (one: FindingLine) => one.themes.some((theme) => finding.themes.includes(theme));
	const nearFirst = others.toSorted((one, other) => Number(near(other)) - Number(near(one)));
	const ofKind = nearFirst.filter(({ kind }) => kind === finding.kind);
	return {
		opposites: nearFirst.filter((one) => sideOf(one) !== sideOf(finding) && !opposed.has(one.id)),
		alike: ofKind
			.filter(({ isGroup }) => !isGroup)
			.map((one) => ({ ...one, mayBeTwin: mayBeTwins(finding, one) }))
			.toSorted((one, other) => Number(other.mayBeTwin) - Number(one.mayBeTwin)),
		groups: ofKind.filter(({ isGroup }) => isGroup),
	};
}
