interface Words {
	rank: (rank: number) => string;
	sharedRank: (rank: number) => string;
	noRank: string;
}

/** A place in words: shared or not, or none yet. */
export function placeText(
	{ rank, tied }: { rank: number | null; tied: boolean },
	t: Words,
): string {
	if (rank === null) return t.noRank;
	return tied ? t.sharedRank(rank) : t.rank(rank);
}
