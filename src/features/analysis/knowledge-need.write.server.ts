import { checkThemes } from '#features/content/themes.server.ts';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { readParticipants } from '#features/trajectory/frame.queries.server.ts';
import { memberOf, municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { invalidField } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';

/** What is to be found out, how, by whom and by when. */
export interface NeedContent {
	theme: string;
	question: string;
	method: string;
	/** In words; beside or instead of an organisation. */
	who: string;
	/** An organisation that takes part; null when none was named. */
	whoOrganisationId: string | null;
	dueOn: string | null;
}

/**
 * Adds a knowledge need in the name of the actor's organisation. Throws a problem with `theme` outside the framework,
 * and with `whoOrganisationId` for an organisation that does not take part.
 */
export async function insertNeed(
	{ tx, actor, clock }: { tx: Tx; actor: Actor; clock: Clock },
	need: { id: string; access: TrajectoryAccess; content: NeedContent },
): Promise<void> {
	const { organisationId, membershipId } = memberOf(actor);
	await tx
		.insertInto('knowledge_need')
		.values({
			municipality_id: municipalityOf(actor),
			id: need.id,
			trajectory_id: need.access.trajectoryId,
			...(await needColumns(tx, actor, need.access, need.content)),
			organisation_id: organisationId,
			created_by: membershipId,
			created_at: clock.now(),
		})
		.execute();
}

/** The content of a need as it is stored; throws as `insertNeed` does. */
export async function needColumns(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	{ theme, question, method, who, whoOrganisationId, dueOn }: NeedContent,
) {
	await checkThemes(reader, actor.municipalityId, access, [theme], 'theme');
	const offered = whoOrganisationId ? await whoMayFindOut(reader, actor, access) : [];
	if (whoOrganisationId && !offered.some(({ id }) => id === whoOrganisationId))
		throw invalidField('whoOrganisationId', 'unknown');
	return { theme, question, method, who, who_organisation_id: whoOrganisationId, due_on: dueOn };
}

/** The organisations that take part in a trajectory, by name: one of them can find something out. */
export async function whoMayFindOut(
	reader: Reader,
	actor: Actor,
	{ trajectoryId }: Pick<TrajectoryAccess, 'trajectoryId'>,
): Promise<{ id: string; name: string }[]> {
	const municipalityId = municipalityOf(actor);
	const participants = await readParticipants(reader, { municipalityId, trajectoryId });
	const names = new Map(participants.map((one) => [one.organisationId, one.organisationName]));
	return [...names]
		.map(([id, name]) => ({ id, name }))
		.sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}
