import type { Updateable } from 'kysely';
import { checkThemes } from '#features/content/themes.server.ts';
import { loadAccess, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure, notFound } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, type Changed } from '#server/database/rows.ts';
import type { Evidence } from '#server/database/schema.ts';
import type { EvidenceContent } from './evidence-details.schema.ts';
import type { EvidenceKind, Visibility } from './evidence-kind.ts';
import { isOwn, type EvidenceSubject } from './evidence.policy.ts';
import type { Moment } from './moment.ts';
import { afterRewriting, careOf, shownTo, type CareState } from './second-reading.ts';

/** What every kind of evidence has, next to its details. */
export interface EvidenceEntry {
	title: string;
	place: string;
	/** Null when it has no moment. */
	moment: Moment | null;
	themes: string[];
	content: EvidenceContent;
	/** Whether its writer says that it is about a vulnerable group; words that point to one count as well. */
	aboutVulnerable?: boolean;
	/** Which place it is of; left out where its kind knows places by their name only. */
	spot?: Spot;
}

/** One of the meaningful places, or a point on the map that is none of them (WGS84, four decimals). */
export interface Spot {
	placeId: string | null;
	longitude: number | null;
	latitude: number | null;
}

/** A spot as columns; none when nothing was said of it. */
function spotColumns(spot: Spot | undefined) {
	if (!spot) return {};
	return { place_id: spot.placeId, longitude: spot.longitude, latitude: spot.latitude };
}

/**
 * Stores a piece of evidence in one statement, in the name of the actor's organisation. `id` is the request's. What is
 * about a vulnerable group stays within that organisation until a second reader has seen it (second-reading.ts).
 * The caller's policy has already looked at `access`. Throws `unknown_theme` for a theme outside the framework, and
 * `role_not_allowed` for an actor without an organisation.
 */
export async function recordEvidence(
	tx: Tx,
	actor: Actor,
	clock: Clock,
	entry: EvidenceEntry & {
		id: string;
		access: TrajectoryAccess;
		visibility: Visibility;
		/** The neighbourhood walk that it was seen on. */
		walkId?: string | null;
	},
): Promise<void> {
	if (actor.kind !== 'member') throw new Failure('role_not_allowed', 403);
	const { access, moment, content } = entry;
	await checkThemes(tx, actor.municipalityId, access, entry.themes);
	await tx
		.insertInto('evidence')
		.values({
			municipality_id: actor.municipalityId,
			id: entry.id,
			trajectory_id: access.trajectoryId,
			kind: content.kind,
			title: entry.title,
			place: entry.place,
			happened_at: moment?.at ?? null,
			happened_precision: moment?.precision ?? 'day',
			themes: entry.themes,
			...shownTo(entry.visibility, careOf(entry)),
			details: JSON.stringify(content.details),
			...spotColumns(entry.spot),
			walk_id: entry.walkId ?? null,
			organisation_id: actor.organisationId,
			created_by: actor.membershipId,
			created_at: clock.now(),
		})
		.execute();
}

/** A piece of evidence that is to be changed, as its policy looks at it. */
export interface LoadedEvidence extends EvidenceSubject {
	evidence: EvidenceSubject['evidence'] & {
		id: string;
		kind: string;
		details: unknown;
		version: number;
		isWithdrawn: boolean;
		/** Its texts are gone for good. */
		isErased: boolean;
		/** The membership that wrote it; null for the program itself. */
		createdBy: string | null;
	} & CareState;
}

/** For commands whose input names the evidence. Throws `not_found` when it is not there for this actor. */
export async function evidenceOfInput(
	reader: Reader,
	{ evidenceId }: { evidenceId: string },
	actor: Actor,
): Promise<LoadedEvidence> {
	const row = await reader
		.selectFrom('evidence')
		.select(['id', 'trajectory_id', 'kind', 'details', 'organisation_id', 'visibility'])
		.select([
			'version',
			'withdrawn_at',
			'erased_at',
			'care',
			'wished_visibility',
			'second_decision',
			'created_by',
		])
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', evidenceId)
		.executeTakeFirst();
	if (!row) throw notFound();
	const access = await loadAccess(reader, row.trajectory_id, actor);
	return {
		...access,
		evidence: {
			id: row.id,
			kind: row.kind,
			details: row.details,
			organisationId: row.organisation_id,
			visibility: row.visibility,
			version: row.version,
			isWithdrawn: row.withdrawn_at !== null,
			isErased: row.erased_at !== null,
			createdBy: row.created_by,
			care: row.care,
			wishedVisibility: row.wished_visibility,
			secondDecision: row.second_decision,
		},
	};
}

/** The same, only for one of these kinds: another kind is changed elsewhere. */
export function evidenceOfKind(...kinds: EvidenceKind[]) {
	return async (reader: Reader, input: { evidenceId: string }, actor: Actor) => {
		const subject = await evidenceOfInput(reader, input, actor);
		if (!kinds.some((kind) => kind === subject.evidence.kind)) throw notFound();
		return subject;
	};
}

/**
 * Replaces what a piece of evidence says. Throws `withdrawn` when it was withdrawn, and `changed_meanwhile` with what
 * stands there now when `version` is no longer the newest.
 */
export async function rewriteEvidence(
	tx: Tx,
	actor: Actor,
	subject: LoadedEvidence,
	version: number,
	entry: EvidenceEntry,
): Promise<Changed> {
	if (subject.evidence.isWithdrawn) throw new Failure('withdrawn', 409);
	await checkThemes(tx, actor.municipalityId, subject, entry.themes);
	const { moment, content } = entry;
	const attached = await saidOfAttachments(tx, actor, subject.evidence.id);
	return replace(tx, actor, subject, version, {
		title: entry.title,
		place: entry.place,
		happened_at: moment?.at ?? null,
		happened_precision: moment?.precision ?? 'day',
		themes: entry.themes,
		details: JSON.stringify(content.details),
		...spotColumns(entry.spot),
		...afterRewriting(actor, subject, careOf({ ...entry, attached }, subject.evidence)),
	});
}

/** What is said of the photos and files of a source that were not erased. */
async function saidOfAttachments(tx: Tx, actor: Actor, evidenceId: string): Promise<string[]> {
	const rows = await tx
		.selectFrom('attachment')
		.select('description')
		.where('municipality_id', '=', municipalityOf(actor))
		.where('evidence_id', '=', evidenceId)
		.where('description', '<>', '')
		.execute();
	return rows.map(({ description }) => description);
}

/** Changes columns of one piece of evidence, also of one that was withdrawn; the version before stays kept. */
export function replace(
	tx: Tx,
	actor: Actor,
	{ evidence: { id } }: LoadedEvidence,
	version: number,
	values: Updateable<Evidence>,
): Promise<Changed> {
	const row = { municipalityId: municipalityOf(actor), id, version };
	return changeRow(tx, 'evidence', row, values, {
		current: () => current(tx, row.municipalityId, id),
		evenWithdrawn: true,
	});
}

function current(reader: Reader, municipalityId: string, id: string) {
	return reader
		.selectFrom('evidence')
		.select(['version', 'title', 'place', 'themes', 'details', 'visibility'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
}

/** What an organisation keeps to itself is its own: nobody else can hide it there. */
export function checkMayHide(actor: Actor, subject: EvidenceSubject, visibility: Visibility): void {
	if (visibility === 'organisation' && !isOwn(actor, subject))
		throw new Failure('evidence.not_own', 403);
}
