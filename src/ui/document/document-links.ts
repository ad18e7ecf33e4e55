import type { documentLabels } from './labels.ts';

/** What the pieces of a document need in order to link to each other on the web page. */
export interface DocumentLinks {
	readonly labels: (typeof documentLabels)['nl'];
	readonly sources: ReadonlySet<number>;
	readonly ids: ReadonlySet<string>;
}

/** The id of a source's entry in the source list. */
export const sourceId = (number: number) => `bron-${number}`;
