import { sql } from 'kysely';
import type { Reader } from '#server/database/handles.ts';
import type { Round } from './adjustment.ts';

/** What a round says of one item, or of a new one. */
export interface AdjustmentChoice {
	id: string;
	/** Null for a new item that is not on the agenda yet. */
	agendaItemId: string | null;
	choice: string;
	reason: string;
	title: string;
	text: string;
	fromVersion: number | null;
	toVersion: number | null;
	version: number;
	isWithdrawn: boolean;
}

/** The choices of a round in the order in which they were made. */
export async function choicesOfRound(
	reader: Reader,
	municipalityId: string,
	roundId: string,
	options: { withWithdrawn?: boolean } = {},
): Promise<AdjustmentChoice[]> {
	const rows = await reader
		.selectFrom('adjustment_choice')
		.select(['id', 'agenda_item_id as agendaItemId', 'choice', 'reason', 'title', 'text'])
		.select(['from_version as fromVersion', 'to_version as toVersion', 'version'])
		.select((eb) => eb('withdrawn_at', 'is not', null).as('isWithdrawn'))
		.where('municipality_id', '=', municipalityId)
		.where('adjustment_round_id', '=', roundId)
		.$if(!options.withWithdrawn, (rows) => rows.where('withdrawn_at', 'is', null))
		.orderBy('id')
		.execute();
	return rows.map((row) => ({ ...row, isWithdrawn: Boolean(row.isWithdrawn) }));
}

/** One yearly adjustment. */
export interface AdjustmentRound {
	id: string;
	year: number;
	note: string;
	carriedOutAt: Date | null;
	version: number;
	withdrawnReason: string;
}

/** The adjustments of a trajectory by year: those that stand, or those that were withdrawn. */
export function roundsOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	which: 'standing' | 'withdrawn' = 'standing',
): Promise<AdjustmentRound[]> {
	return reader
		.selectFrom('adjustment_round')
		.select(['id', 'year', 'note', 'carried_out_at as carriedOutAt', 'version'])
		.select('withdrawn_reason as withdrawnReason')
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.where('withdrawn_at', which === 'standing' ? 'is' : 'is not', null)
		.orderBy('year')
		.execute();
}

/** The adjustments that were carried out, with what each said of every item, by year. */
export async function carriedOutRounds(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<Round[]> {
	const rounds = await roundsOf(reader, municipalityId, trajectoryId);
	const done = rounds.filter(({ carriedOutAt }) => carriedOutAt !== null);
	const result: Round[] = [];
	for (const { id, year } of done)
		result.push({ year, choices: await choicesOfRound(reader, municipalityId, id) });
	return result;
}

/** How every item of a trajectory read at each of its versions; former ones are there only for members. */
export async function allItemVersions(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<Map<string, { title: string; text: string }>> {
	const { rows } = await sql<{ id: string; version: number; title: string; text: string }>`
		SELECT a.id, a.version, a.title, a.text FROM agenda_item a
		WHERE a.municipality_id = ${municipalityId} AND a.trajectory_id = ${trajectoryId}
		UNION ALL
		SELECT k.id, k.version, k.content ->> 'title', k.content ->> 'text'
		FROM agenda_item a JOIN kept_version k
			ON k.municipality_id = a.municipality_id AND k.table_name = 'agenda_item' AND k.id = a.id
		WHERE a.municipality_id = ${municipalityId} AND a.trajectory_id = ${trajectoryId}`.execute(reader);
	return new Map(rows.map(({ id, version, title, text }) => [`${id} ${version}`, { title, text }]));
}
