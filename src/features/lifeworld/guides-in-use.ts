import type { Guide } from './guide.schema.ts';

/** A version of a municipality's own guide, with where it came from. */
export interface OwnGuideInUse {
	guide: Guide;
	/** The guide it was copied from. */
	basedOn: string;
	/** Shown instead of that guide; else behind it. */
	replaces: boolean;
}

/** The guides to choose from: those of the program in their order, each replaced or followed by what was made of it. */
export function guidesInUse(shipped: readonly Guide[], own: readonly OwnGuideInUse[]): Guide[] {
	const list = [...shipped];
	for (const { guide, basedOn, replaces } of own) {
		const at = list.findIndex(({ id }) => id === basedOn);
		if (at < 0) list.push(guide);
		else list.splice(replaces ? at : at + 1, replaces ? 1 : 0, guide);
	}
	return list;
}
