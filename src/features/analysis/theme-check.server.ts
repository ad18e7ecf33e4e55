import type { Actor } from '#kernel/actor.ts';
import { invalid } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { frameworkOfTrajectory } from './framework.server.ts';
import { themeProblems } from './place.ts';

/** Throws `input.invalid` at the field `theme` when the trajectory's framework does not have it. */
export async function refuseUnknownTheme(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
	theme: string,
): Promise<void> {
	const framework = await frameworkOfTrajectory(reader, actor.municipalityId, trajectoryId);
	const problems = themeProblems(framework, [theme], 'theme');
	if (problems.length > 0) throw invalid(problems);
}
