import { sql, type SelectQueryBuilder } from 'kysely';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import type { DB } from '#server/database/schema.ts';
import type { EvidenceContent } from './evidence-details.schema.ts';
import type { EvidenceKind, MomentPrecision, Visibility } from './evidence-kind.ts';
import type { ListEvidence } from './evidence.schema.ts';
import { endOfDay, startOfDay } from './moment.ts';
import { anyMatching, askSources, matching, sideBySide, type Sought } from './search-sql.server.ts';
import { searchFor, type Search } from './search.server.ts';

/** One source as a list or a citation shows it. */
export interface EvidenceLine {
	id: string;
	kind: EvidenceKind;
	/** May be empty for an observation; then its place names it. */
	title: string;
	place: string;
	happenedAt: Date | null;
	happenedPrecision: MomentPrecision;
	themes: string[];
	visibility: Visibility;
	/** Whom it is meant for, as long as a second reader has not seen it; null when it waits for nobody. */
	wishedVisibility: Visibility | null;
	/** When its texts were erased for good; null as long as it says something. */
	erasedAt: Date | null;
	organisationId: string;
	organisationName: string;
	createdAt: Date;
	/** Null unless it was withdrawn. */
	withdrawnAt: Date | null;
	version: number;
}

/** Every source of the municipality that row-level security shows, as lines. */
export function lines(reader: Reader, actor: Actor) {
	return asLines(
		reader.selectFrom('evidence').where('evidence.municipality_id', '=', actor.municipalityId),
	);
}

function asLines(sources: SelectQueryBuilder<DB, 'evidence', object>) {
	return sources
		.innerJoin('organisation', (join) =>
			join
				.onRef('organisation.municipality_id', '=', 'evidence.municipality_id')
				.onRef('organisation.id', '=', 'evidence.organisation_id'),
		)
		.select([
			'evidence.id',
			'evidence.title',
			'evidence.place',
			'evidence.themes',
			'evidence.version',
		])
		.select((eb) => [
			eb.ref('evidence.kind').$castTo<EvidenceKind>().as('kind'),
			eb.ref('evidence.happened_precision').$castTo<MomentPrecision>().as('happenedPrecision'),
			eb.ref('evidence.visibility').$castTo<Visibility>().as('visibility'),
			eb.ref('evidence.wished_visibility').$castTo<Visibility | null>().as('wishedVisibility'),
		])
		.select([
			'evidence.happened_at as happenedAt',
			'evidence.created_at as createdAt',
			'evidence.withdrawn_at as withdrawnAt',
			'evidence.erased_at as erasedAt',
			'organisation.id as organisationId',
			'organisation.name as organisationName',
		]);
}

/** What sources are narrowed by. */
export type Narrowed = Partial<Omit<ListEvidence, 'trajectoryId' | 'page' | 'search' | 'order'>> & {
	/** What they have to say: see `search.server.ts`. */
	sought?: Sought;
};

/** The sources of one trajectory that the actor may see and that match: someone from outside sees only what is public. */
export function linesIn(reader: Reader, actor: Actor, access: TrajectoryAccess, filter: Narrowed) {
	return asLines(sourcesIn(reader, actor, access, filter));
}

/** The same, without who brought them in: for what asks no more than which they are. */
export function sourcesIn(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	filter: Narrowed,
) {
	const { kind = [], theme, place, sought = [], visibility, organisationId, from, until } = filter;
	const isInside = mayReadInside(actor, access) === true;
	return reader
		.selectFrom('evidence')
		.where('evidence.municipality_id', '=', actor.municipalityId)
		.where('evidence.trajectory_id', '=', access.trajectoryId)
		.$if(!isInside, (q) => q.where('evidence.visibility', '=', 'public'))
		.$if(!filter.withdrawn, (q) => q.where('evidence.withdrawn_at', 'is', null))
		.$if(kind.length > 0, (q) => q.where('evidence.kind', 'in', kind))
		.$if(Boolean(theme), (q) => q.where(sql<boolean>`${theme} = ANY (evidence.themes)`))
		.$if(Boolean(place), (q) => q.where('evidence.place', 'ilike', containing(place)))
		.$if(sought.length > 0, (q) =>
			q.where('evidence.id', '=', anyMatching(whereOf(actor, access), sought)),
		)
		.$if(Boolean(visibility), (q) => q.where('evidence.visibility', '=', visibility ?? null))
		.$if(Boolean(organisationId), (q) =>
			q.where('evidence.organisation_id', '=', organisationId ?? null),
		)
		.$if(Boolean(from), (q) => q.where('evidence.happened_at', '>=', startOfDay(from as string)))
		.$if(Boolean(until), (q) => q.where('evidence.happened_at', '<', endOfDay(until as string)));
}

function whereOf(actor: Actor, { trajectoryId }: TrajectoryAccess) {
	return { municipalityId: municipalityOf(actor), trajectoryId };
}

type Lines = ReturnType<typeof linesIn>;

/** The newest first: all of them as they came in, those that were searched for by their ids, which are made in time. */
export function newestFirst(found: Lines, search: Search | null): Lines {
	if (search) return found.orderBy('evidence.id', 'desc');
	return found.orderBy('evidence.created_at', 'desc').orderBy('evidence.id', 'desc');
}

/** What somebody typed, made ready for `linesIn`; null when nothing was typed. */
export async function searchIn(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	typed: string,
): Promise<Search | null> {
	if (!typed) return null;
	const where = whereOf(actor, access);
	return searchFor(reader, where, typed, async (each) => {
		const one = each.map((ways) => found(reader, actor, access, { sought: [ways] }, 1));
		const asked = sql<{ seen: boolean[] }>`SELECT ARRAY[${sql.join(one.map((some) => sql`EXISTS (${some})`))}] AS seen`; // prettier-ignore
		const { rows } = await sideBySide(reader, () => asked.execute(reader));
		return rows[0]?.seen ?? [];
	});
}

/** The newest sources that say all of this, as a table of `evidence_id` and `score`: no more than `most`. */
export function found(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	{ sought = [], ...filter }: Narrowed,
	most: number,
) {
	// Looked up one by one, as the list goes on: `OFFSET` keeps PostgreSQL from making a join of it.
	const seen = sourcesIn(reader, actor, access, filter)
		.select('evidence.id')
		.where('evidence.id', '=', sql.ref<string>('matching.evidence_id'))
		.offset(sql.lit(0));
	return sql`SELECT evidence_id, score FROM ${matching(whereOf(actor, access), sought)} AS matching
		WHERE EXISTS ${seen} ORDER BY evidence_id DESC LIMIT ${most}::int`;
}

/**
 * The newest sources to choose from, `most` at once; a search finds the others. `narrow` leaves out what cannot be
 * chosen.
 */
export async function sourcesToChoose(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	{ typed, most = 50, narrow = (all) => all }: { typed: string; most?: number; narrow?: (all: Lines) => Lines }, // prettier-ignore
): Promise<{ items: EvidenceLine[]; hasMore: boolean }> {
	const search = await searchIn(reader, actor, access, typed);
	const all = linesIn(reader, actor, access, { sought: search?.sought });
	const some = newestFirst(narrow(all), search).limit(most + 1);
	const items = await askSources(reader, search, () => some.execute());
	return { items: items.slice(0, most), hasMore: items.length > most };
}

/**
 * The lines of these sources, for what cites them: also the withdrawn ones, so that a citation can say so. Those the
 * actor may not see are left out.
 */
export function citedLines(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	ids: string[],
): Promise<EvidenceLine[]> {
	if (ids.length === 0) return Promise.resolve([]);
	return linesIn(reader, actor, access, { withdrawn: true })
		.where('evidence.id', 'in', ids)
		.execute();
}

/** How many sources of each kind stand in a trajectory, as far as the actor may see them. */
export async function countsByKind(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
): Promise<Partial<Record<EvidenceKind, number>>> {
	const rows = await linesIn(reader, actor, access, {})
		.clearSelect()
		.select((eb) => [
			eb.ref('evidence.kind').$castTo<EvidenceKind>().as('kind'),
			eb.fn.countAll<number>().as('count'),
		])
		.groupBy('evidence.kind')
		.execute();
	return Object.fromEntries(rows.map(({ kind, count }) => [kind, Number(count)]));
}

/** A source with what its kind says of it. */
export type SourceInFull = EvidenceLine &
	EvidenceContent & {
		/** Of a figure: what a newer one says, where there is one that nobody chose about. */
		newerFigure?: string | null;
	};

/**
 * These sources in full, for a list of sources at the end of a document. Those the actor may not see are left out;
 * withdrawn ones are there for those inside.
 */
export async function sourcesInFull(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	ids: string[],
): Promise<SourceInFull[]> {
	if (ids.length === 0) return [];
	const withdrawn = mayReadInside(actor, access) === true;
	const rows = await linesIn(reader, actor, access, { withdrawn })
		.select('evidence.details')
		.where('evidence.id', 'in', ids)
		.execute();
	// Checked by the schema of its kind when it was stored.
	return rows as unknown as SourceInFull[];
}

function containing(piece = ''): string {
	return `%${piece.replace(/[\\%_]/g, '\\$&')}%`;
}
