import type { Member } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';

/** One organisation's view by one criterion, as it was sent. No score: cannot judge. */
export interface View {
	score: number | null;
	reason: string;
	/** As the writer read it; 0 when nothing was there yet. */
	version: number;
}

/** What a colleague wrote meanwhile, by criterion. */
export type Conflicts = Record<string, View>;

interface Target {
	trajectoryId: string;
	findingId: string;
	at: Date;
}

/**
 * Writes the views of the member's organisation on one finding. What stands there in the same words is left alone.
 * Gives how many changed, and every view that a colleague changed since it was read: then the caller has to refuse.
 */
export async function writeAppraisals(
	tx: Tx,
	actor: Member,
	target: Target,
	views: Map<string, View>,
): Promise<{ changed: number; conflicts: Conflicts }> {
	const standing = await standingViews(tx, actor, target.findingId);
	const conflicts: Conflicts = {};
	let changed = 0;
	for (const [criterion, view] of views) {
		const current = standing.get(criterion);
		if (current && current.score === view.score && current.reason === view.reason) continue;
		if ((current?.version ?? 0) !== view.version) {
			conflicts[criterion] = current ?? { score: null, reason: '', version: 0 };
			continue;
		}
		if (current) await change(tx, actor, target, criterion, view);
		else await add(tx, actor, target, criterion, view);
		changed += 1;
	}
	return { changed, conflicts };
}

async function standingViews(tx: Tx, actor: Member, findingId: string): Promise<Map<string, View>> {
	const rows = await tx
		.selectFrom('appraisal')
		.select(['criterion', 'score', 'reason', 'version'])
		.where('municipality_id', '=', actor.municipalityId)
		.where('finding_id', '=', findingId)
		.where('organisation_id', '=', actor.organisationId)
		.forUpdate()
		.execute();
	return new Map(rows.map(({ criterion, ...view }) => [criterion, view]));
}

async function add(
	tx: Tx,
	actor: Member,
	{ trajectoryId, findingId, at }: Target,
	criterion: string,
	{ score, reason }: View,
): Promise<void> {
	await tx
		.insertInto('appraisal')
		.values({
			municipality_id: actor.municipalityId,
			id: newId(),
			trajectory_id: trajectoryId,
			finding_id: findingId,
			criterion,
			organisation_id: actor.organisationId,
			score,
			reason,
			membership_id: actor.membershipId,
			changed_at: at,
		})
		.execute();
}

async function change(
	tx: Tx,
	actor: Member,
	{ findingId, at }: Target,
	criterion: string,
	{ score, reason, version }: View,
): Promise<void> {
	await tx
		.updateTable('appraisal')
		.set({
			score,
			reason,
			membership_id: actor.membershipId,
			changed_at: at,
			version: version + 1,
		})
		.where('municipality_id', '=', actor.municipalityId)
		.where('finding_id', '=', findingId)
		.where('organisation_id', '=', actor.organisationId)
		.where('criterion', '=', criterion)
		.execute();
}
