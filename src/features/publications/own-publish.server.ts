import { sql } from 'kysely';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { Failure, invalidField } from '#kernel/failure.ts';
import { tellFiguresChanged } from '#features/figures/figures-changed.server.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import type { Gated } from './own-gate.ts';
import type { OwnImport } from './own-import-row.server.ts';
import type { OwnLayout } from './own-layout.ts';
import { measureKey, type OwnMeaning } from './own-meaning.ts';
import { sourceOf } from './own-source.ts';
import { tableOf } from './own-work.server.ts';
import { storeSource } from './store-source.server.ts';

/** A publication of own figures that stands now. */
export interface StandingPublication {
	id: string;
	tableId: string;
	title: string;
	period: string;
	/** The years and months of its series. */
	periods: string[];
	retrievedAt: Date;
}

/** The publications of own figures that stand now, the newest first. */
export async function standingPublications(
	reader: Reader,
	municipalityId: string,
): Promise<StandingPublication[]> {
	const { rows } = await sql<StandingPublication>`
		SELECT p.id, p.table_id AS "tableId", p.title, p.period, p.retrieved_at AS "retrievedAt",
			array(SELECT DISTINCT s.period FROM series s
				WHERE s.municipality_id = p.municipality_id AND s.publication_id = p.id) AS periods
		FROM publication p
		WHERE p.municipality_id = ${municipalityId}::uuid AND p.source = 'own' AND p.replaced_at IS NULL
		ORDER BY p.retrieved_at DESC, p.id`.execute(reader);
	return rows;
}

/**
 * The publication whose place a file takes when nobody says otherwise: the newest of the same kind of file of which it
 * has every period. Next year's file, with a new period only, takes no place.
 */
export function likelyPredecessor(
	standing: readonly StandingPublication[],
	tableId: string | null,
	periods: ReadonlySet<string>,
): StandingPublication | undefined {
	return standing.find(
		(one) => one.tableId === tableId && one.periods.every((period) => periods.has(period)),
	);
}

/** The table of a file: that of the publication it replaces, of last year's file, or a new one after its title. */
export async function tableIdFor(
	reader: Reader,
	actor: Actor,
	subject: OwnImport,
	replaces: StandingPublication | undefined,
): Promise<string> {
	if (replaces) return replaces.tableId;
	const municipalityId = municipalityOf(actor);
	const known = await tableOf(reader, municipalityId, subject);
	if (known !== null) return known;
	const plain = `eigen-${measureKey(subject.meaning?.title ?? '')}`;
	const { rows } = await sql<{ n: number }>`
		SELECT count(DISTINCT table_id)::integer AS n FROM own_import
		WHERE municipality_id = ${municipalityId}::uuid AND (table_id = ${plain} OR table_id LIKE ${`${plain}-%`})`.execute(
		reader,
	);
	const taken = rows[0]?.n ?? 0;
	return taken === 0 ? plain : `${plain}-${taken + 1}`;
}

/** What is needed to make a publication of figures that passed the gate. */
interface Publishing {
	layout: OwnLayout;
	meaning: OwnMeaning;
	tableId: string;
	revisionOf: string | null;
	now: Date;
}

/**
 * Stores what came out of the gate as a publication. Throws `ownImport.same_figures` where exactly this stands already.
 */
export async function publish(
	tx: Tx,
	municipalityId: string,
	gated: Gated,
	{ layout, meaning, tableId, revisionOf, now }: Publishing,
): Promise<{ publicationId: string; areas: number }> {
	const categories = layout.columns.find(({ role }) => role === 'category')?.header ?? '';
	const facts = { tableId, boundaryYear: layout.boundaryYear, categories, meaning };
	const source = sourceOf(gated, facts);
	const { visibility } = meaning;
	const stored = await storeSource(tx, source, { municipalityId, now, visibility, revisionOf });
	if (!stored.changed) throw new Failure('ownImport.same_figures', 409);
	await describeSeries(tx, municipalityId, stored.publicationId, meaning);
	return stored;
}

/** What more of it means and how sensitive it is: the catalogue knows nothing of own titles. */
async function describeSeries(
	tx: Tx,
	municipalityId: string,
	publicationId: string,
	{ measures }: OwnMeaning,
): Promise<void> {
	const said = measures.map(({ key, direction, sensitivity }) => ({ key, direction, sensitivity }));
	await sql`
		UPDATE series SET direction = m.direction, sensitivity = m.sensitivity
		FROM jsonb_to_recordset(${JSON.stringify(said)}::jsonb) AS m (key text, direction text, sensitivity text)
		WHERE series.municipality_id = ${municipalityId}::uuid AND series.publication_id = ${publicationId}::uuid
			AND split_part(series.measure, '/', 1) = m.key`.execute(tx);
}

/** Puts a publication aside or lets it stand again, and tells what is computed from figures. */
export async function setStanding(
	tx: Tx,
	municipalityId: string,
	publicationId: string,
	standing: { replacedAt: Date | null; visibility?: 'participants' | 'public' },
): Promise<void> {
	await tx
		.updateTable('publication')
		.set({
			replaced_at: standing.replacedAt,
			...(standing.visibility && { visibility: standing.visibility }),
		})
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', publicationId)
		.execute();
	await tellFiguresChanged(tx, municipalityId);
}

/** The publication that a file is said to replace; throws beside the field when it does not stand. */
export async function chosenPredecessor(
	reader: Reader,
	municipalityId: string,
	replacesId: string | null,
): Promise<StandingPublication | undefined> {
	if (replacesId === null) return undefined;
	const standing = await standingPublications(reader, municipalityId);
	const found = standing.find(({ id }) => id === replacesId);
	if (!found) throw invalidField('replacesId', 'unknown');
	return found;
}
