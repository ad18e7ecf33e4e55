import { sql } from 'kysely';
import { findArea } from '#features/areas/area.queries.server.ts';
import type { FigureDetails } from '#features/evidence/evidence-details.schema.ts';
import type { EvidenceEntry } from '#features/evidence/record.server.ts';
import { recordEvidence } from '#features/evidence/record.server.ts';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { invalidField } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { comparableAreas } from './comparable-areas.server.ts';
import { comparableValues } from './comparable-values.server.ts';
import { snapshotOf, titleOfSnapshot, type FigureInPlace } from './figure-snapshot.ts';
import { profileLines } from './profile.server.ts';
import { mergeTwins } from './profile.ts';

/** Which figure: a series of a current publication, of an area. */
export interface FigurePlace {
	areaCode: string;
	seriesId: number;
}

/**
 * A figure as it is published now, with what stands beside it, earlier years and the areas most like its own. Throws
 * `area.not_imported`, and at `seriesId` `unknown` when no current publication holds this series for the area.
 */
export async function findFigure(
	reader: Reader,
	actor: Actor,
	{ areaCode, seriesId }: FigurePlace,
): Promise<FigureInPlace> {
	const { area, above } = await findArea(reader, actor, areaCode);
	const newest = mergeTwins(await profileLines(reader, actor, area));
	const line =
		newest.find((one) => one.seriesId === seriesId) ??
		(await profileLines(reader, actor, area, seriesId))[0];
	if (!line?.own) throw invalidField('seriesId', 'unknown');
	const municipalityId = municipalityOf(actor);
	const like = await comparableAreas(reader, municipalityId, areaCode);
	const codes = like.areas.map(({ code }) => code);
	const values = await comparableValues(reader, municipalityId, [line], codes);
	return { line: { ...line, comparable: values.get(seriesId) ?? null }, area, above };
}

/** What is stored of a figure among the sources: a dated copy. */
export async function figureEntry(
	reader: Reader,
	actor: Actor,
	found: FigureInPlace,
): Promise<EvidenceEntry & { content: { kind: 'figure'; details: FigureDetails } }> {
	const { line } = found;
	const { checksum } = await reader
		.selectFrom('publication')
		.select('checksum')
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', line.publicationId)
		.executeTakeFirstOrThrow();
	const details = snapshotOf(found, checksum, actor.language);
	return {
		title: titleOfSnapshot(details, actor.language),
		place: details.areaName,
		moment: { at: new Date(`${line.period.slice(0, 4)}-01-01T00:00:00Z`), precision: 'year' },
		themes: [],
		content: { kind: 'figure', details },
	};
}

/**
 * Puts a figure among the sources of a trajectory, as `id`; gives the id of its source, which is another one when the
 * same figure was there already. Throws as `findFigure`.
 */
export async function takeFigure(
	{ tx, actor, clock, subject }: { tx: Tx; actor: Actor; clock: Clock; subject: TrajectoryAccess },
	place: FigurePlace,
	id: string,
): Promise<string> {
	const found = await findFigure(tx, actor, place);
	const before = await sourceOfFigure(tx, actor, subject.trajectoryId, place);
	if (before) return before;
	const entry = await figureEntry(tx, actor, found);
	await recordEvidence(tx, actor, clock, {
		...entry,
		id,
		access: subject,
		visibility: 'participants',
	});
	return id;
}

/** The source that this figure already is in a trajectory; undefined when it is none. */
export async function sourceOfFigure(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
	{ areaCode, seriesId }: FigurePlace,
): Promise<string | undefined> {
	const { rows } = await sql<{ id: string }>`
		SELECT id FROM evidence WHERE municipality_id = ${municipalityOf(actor)}::uuid
			AND trajectory_id = ${trajectoryId}::uuid AND kind = 'figure' AND withdrawn_at IS NULL
			AND details->>'seriesId' = ${String(seriesId)} AND details->>'areaCode' = ${areaCode}
		ORDER BY created_at LIMIT 1`.execute(reader);
	return rows[0]?.id;
}
