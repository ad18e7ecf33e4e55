import { sql } from 'kysely';
import { passagesIn, readPassages, type Passage } from '#features/lifeworld/passages.server.ts';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { invalidField } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { cite } from './cite.server.ts';

interface Context {
	tx: Tx;
	actor: Actor;
	clock: Clock;
	subject: TrajectoryAccess;
}

/**
 * Puts passages behind a finding, and their sources with them. Refuses at `field` a passage of another trajectory, one
 * that the actor may not see, and one that was taken away.
 */
export async function citePassages(
	context: Context,
	findingId: string,
	passageIds: readonly string[],
	field: string,
): Promise<Passage[]> {
	const { tx, actor, clock, subject } = context;
	const ids = [...new Set(passageIds)];
	const passages = await readPassages(passagesIn(tx, actor, subject, { ids }));
	if (passages.length < ids.length) throw invalidField(field, 'unknown');
	const sources = [...new Set(passages.map(({ evidenceId }) => evidenceId))];
	await cite(
		context,
		findingId,
		sources.map((evidenceId) => ({ evidenceId, note: '' })),
		field,
	);
	await tx
		.insertInto('cited_passage')
		.values(
			ids.map((passage_id) => ({
				municipality_id: municipalityOf(actor),
				finding_id: findingId,
				passage_id,
				created_by: writerOf(actor),
				created_at: clock.now(),
			})),
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	return passages;
}

/** Takes every passage of one source away from behind a finding: they go with its citation. */
export async function removePassagesOf(
	tx: Tx,
	actor: Actor,
	findingId: string,
	evidenceId: string,
): Promise<void> {
	await sql`
		DELETE FROM cited_passage c USING passage p
		WHERE c.municipality_id = ${municipalityOf(actor)} AND c.finding_id = ${findingId}
			AND p.municipality_id = c.municipality_id AND p.id = c.passage_id
			AND p.evidence_id = ${evidenceId}`.execute(tx);
}

/** How many marked passages are offered at once to put behind a finding; the page of all of them has the others. */
const offered = 50;

/** The newest passages that do not stand behind a finding yet. */
export async function wordsToCite(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	cited: readonly Passage[],
): Promise<Passage[]> {
	const there = cited.map(({ id }) => id);
	const others = passagesIn(reader, actor, access, {}).where(
		sql<boolean>`p.id <> ALL (${there}::uuid[])`,
	);
	return readPassages(others, { limit: offered });
}

/** A passage behind a finding. */
export interface CitedPassage extends Passage {
	findingId: string;
}

/** What findings of a trajectory (or these of them) rest on word for word, as far as the actor may see it. */
export async function citedPassages(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	findingIds?: readonly string[],
): Promise<CitedPassage[]> {
	const links = await reader
		.selectFrom('cited_passage as c')
		.innerJoin('finding as f', (join) =>
			join.onRef('f.municipality_id', '=', 'c.municipality_id').onRef('f.id', '=', 'c.finding_id'),
		)
		.select(['c.finding_id as findingId', 'c.passage_id as passageId'])
		.where('c.municipality_id', '=', actor.municipalityId)
		.where('f.trajectory_id', '=', access.trajectoryId)
		.$if(findingIds !== undefined, (q) =>
			q.where('c.finding_id', '=', sql<string>`ANY (${findingIds ?? []}::uuid[])`),
		)
		.orderBy('c.created_at')
		.orderBy('c.passage_id')
		.execute();
	if (links.length === 0) return [];
	const ids = [...new Set(links.map(({ passageId }) => passageId))];
	const found = passagesIn(reader, actor, access, { ids, withdrawn: true });
	const passages = new Map((await readPassages(found)).map((one) => [one.id, one]));
	return links.flatMap(({ findingId, passageId }) => {
		const passage = passages.get(passageId);
		return passage ? [{ ...passage, findingId }] : [];
	});
}
