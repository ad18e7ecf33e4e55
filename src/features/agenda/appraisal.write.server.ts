import type { Member } from '#kernel/actor.ts';
import { Failure } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import type { Voice } from './appraisal.schema.ts';
import { residentsPartyOf } from './party.queries.server.ts';
import { isScoringClosed } from './scoring.queries.server.ts';

/** One party's view by one criterion, as it was sent. No score: cannot judge. */
export interface SentView {
	score: number | null;
	/** Null: the reason stays as it is. */
	reason: string | null;
	/** As the writer read it; 0 when nothing was there yet. */
	version: number;
}

/** What stands there of the same party. */
export interface StandingView {
	score: number | null;
	reason: string;
	version: number;
}

/** What a colleague wrote meanwhile, by criterion. */
export type Conflicts = Record<string, StandingView>;

/** For whom is written, and by whom. One of the two ids is null. */
export interface Writer {
	municipalityId: string;
	trajectoryId: string;
	organisationId: string | null;
	residentsPartyId: string | null;
	membershipId: string;
	at: Date;
}

/**
 * The party in whose name a member scores. Throws `scoring.closed` when nobody scores any more, and
 * `residents_party.describe_first` as long as nobody said how the residents' scores were gathered.
 */
export async function writerFor(
	tx: Tx,
	actor: Member,
	{ trajectoryId, voice, at }: { trajectoryId: string; voice: Voice; at: Date },
): Promise<Writer> {
	const { municipalityId, membershipId, organisationId } = actor;
	if (await isScoringClosed(tx, municipalityId, trajectoryId))
		throw new Failure('scoring.closed', 409);
	const common = { municipalityId, trajectoryId, membershipId, at };
	if (voice === 'own') return { ...common, organisationId, residentsPartyId: null };
	const residents = await residentsPartyOf(tx, municipalityId, trajectoryId);
	if (!residents) throw new Failure('residents_party.describe_first', 409);
	return { ...common, organisationId: null, residentsPartyId: residents.id };
}

/**
 * Writes the views of one party on one finding. What stands there in the same words is left alone. Gives how many changed,
 * and every view that a colleague changed since it was read: then the caller has to refuse.
 */
export async function writeAppraisals(
	tx: Tx,
	writer: Writer,
	findingId: string,
	views: ReadonlyMap<string, SentView>,
): Promise<{ changed: number; conflicts: Conflicts }> {
	const standing = await standingViews(tx, writer, findingId);
	const conflicts: Conflicts = {};
	let changed = 0;
	for (const [criterion, sent] of views) {
		const current = standing.get(criterion);
		const reason = sent.reason ?? current?.reason ?? '';
		if (current && current.score === sent.score && current.reason === reason) continue;
		if ((current?.version ?? 0) !== sent.version) {
			conflicts[criterion] = current ?? { score: null, reason: '', version: 0 };
			continue;
		}
		const view = { ...sent, reason };
		if (current) await change(tx, writer, { findingId, criterion }, view);
		else await add(tx, writer, { findingId, criterion }, view);
		changed += 1;
	}
	return { changed, conflicts };
}

/** What a party said of one finding so far, by criterion; locked until the command is done. */
export async function standingViews(
	tx: Tx,
	writer: Writer,
	findingId: string,
): Promise<Map<string, StandingView>> {
	const rows = await tx
		.selectFrom('appraisal')
		.select(['criterion', 'score', 'reason', 'version'])
		.where('municipality_id', '=', writer.municipalityId)
		.where('finding_id', '=', findingId)
		.where(columnOf(writer), '=', partyOf(writer))
		.forUpdate()
		.execute();
	return new Map(rows.map(({ criterion, ...view }) => [criterion, view]));
}

interface Place {
	findingId: string;
	criterion: string;
}

async function add(
	tx: Tx,
	writer: Writer,
	{ findingId, criterion }: Place,
	{ score, reason }: { score: number | null; reason: string },
): Promise<void> {
	const inserted = await tx
		.insertInto('appraisal')
		.values({
			municipality_id: writer.municipalityId,
			id: newId(),
			trajectory_id: writer.trajectoryId,
			finding_id: findingId,
			criterion,
			organisation_id: writer.organisationId,
			residents_party_id: writer.residentsPartyId,
			score,
			reason,
			membership_id: writer.membershipId,
			changed_at: writer.at,
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst();
	// There is one already that this reader may not see, or that was written at this very moment.
	if (!inserted) throw new Failure('appraisal.entered_by_colleague', 409);
}

async function change(
	tx: Tx,
	writer: Writer,
	{ findingId, criterion }: Place,
	{ score, reason, version }: { score: number | null; reason: string; version: number },
): Promise<void> {
	await tx
		.updateTable('appraisal')
		.set({
			score,
			reason,
			membership_id: writer.membershipId,
			changed_at: writer.at,
			version: version + 1,
		})
		.where('municipality_id', '=', writer.municipalityId)
		.where('finding_id', '=', findingId)
		.where(columnOf(writer), '=', partyOf(writer))
		.where('criterion', '=', criterion)
		.execute();
}

function columnOf({ organisationId }: Writer) {
	return organisationId === null ? 'residents_party_id' : 'organisation_id';
}

function partyOf({ organisationId, residentsPartyId }: Writer): string | null {
	return organisationId ?? residentsPartyId;
}
