/** The sources of a trajectory of which there is a newer figure that nobody chose about yet, by id, with what it says. */
export type NewerSources = ReadonlyMap<string, string>;

/** Of the newer figures of a trajectory those that nobody chose about yet. */
export function unchosen(
	items: readonly { evidenceId: string; now: string; kept: object | null }[],
): NewerSources {
	return new Map(items.flatMap(({ evidenceId, now, kept }) => (kept ? [] : [[evidenceId, now]])));
}
