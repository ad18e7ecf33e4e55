/**
 * Whether a trajectory runs today (`YYYY-MM-DD`): nothing is late, and nobody is reminded, in one of the past or in one
 * that is paused or ended.
 */
export function isRunning(
	{ state, endYear }: { state: string; endYear: number },
	today: string,
): boolean {
	return state === 'active' && endYear >= Number(today.slice(0, 4));
}
