/** What a finding is: its kind and, of a signal, what kind of signal. */
export interface FindingKind {
	kind: string;
	signalKind: string | null;
}

/** On which side of the scales a finding lies. */
export type Side = 'risk' | 'protective';

/**
 * A risk factor, and a signal that tells of a problem, a need or a question, ask for something; a protective factor, a
 * chance and something positive may answer it. The one can be put opposite the other.
 */
export function sideOf({ kind, signalKind }: FindingKind): Side {
	if (kind === 'protective') return 'protective';
	return signalKind === 'chance' || signalKind === 'positive' ? 'protective' : 'risk';
}
