import { sql } from 'kysely';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import type { EvidenceContent } from './evidence-details.schema.ts';
import type { EvidenceKind, MomentPrecision, Visibility } from './evidence-kind.ts';
import type { ListEvidence } from './evidence.schema.ts';
import { endOfDay, startOfDay } from './moment.ts';
import { having, matching, searchFor, type Search, type Stems } from './search.server.ts';

/** How many sources a page of the list holds. */
export const pageSize = 20;

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
	return reader
		.selectFrom('evidence')
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
		])
		.where('evidence.municipality_id', '=', actor.municipalityId);
}

type Filter = Partial<Omit<ListEvidence, 'trajectoryId' | 'page' | 'search'>> & {
	/** What they have to say: see `search.server.ts`. */
	stems?: Stems;
};

/** The sources of one trajectory that the actor may see and that match: someone from outside sees only what is public. */
export function linesIn(reader: Reader, actor: Actor, access: TrajectoryAccess, filter: Filter) {
	const { kind = [], theme, place, stems = [], visibility, organisationId, from, until } = filter;
	const isInside = mayReadInside(actor, access) === true;
	return lines(reader, actor)
		.where('evidence.trajectory_id', '=', access.trajectoryId)
		.$if(!isInside, (q) => q.where('evidence.visibility', '=', 'public'))
		.$if(!filter.withdrawn, (q) => q.where('evidence.withdrawn_at', 'is', null))
		.$if(kind.length > 0, (q) => q.where('evidence.kind', 'in', kind))
		.$if(Boolean(theme), (q) => q.where(sql<boolean>`${theme} = ANY (evidence.themes)`))
		.$if(Boolean(place), (q) => q.where('evidence.place', 'ilike', containing(place)))
		.$if(stems.length > 0, (q) =>
			q.where('evidence.id', '=', matching(whereOf(actor, access), stems)),
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

/** How many there are, counted no further than `most`. */
export async function countUpTo(
	reader: Reader,
	found: Lines,
	most: number,
): Promise<{ total: number; hasMore: boolean }> {
	const some = found
		.clearSelect()
		.select('evidence.id')
		.limit(most + 1);
	const { total } = await reader
		.selectFrom(some.as('some'))
		.select((eb) => eb.fn.countAll<number>().as('total'))
		.executeTakeFirstOrThrow();
	return { total: Math.min(Number(total), most), hasMore: Number(total) > most };
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
	return searchFor(reader, where, typed, async (stems) => {
		// The first that can be seen is enough: source after source, and not all of them.
		const one = stems.reduce(
			(seen, stem) => seen.where('evidence.id', 'in', having(where, stem)),
			linesIn(reader, actor, access, {}),
		);
		return (await one.limit(1).executeTakeFirst()) !== undefined;
	});
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
	const all = linesIn(reader, actor, access, { stems: search?.stems });
	const found = await newestFirst(narrow(all), search)
		.limit(most + 1)
		.execute();
	return { items: found.slice(0, most), hasMore: found.length > most };
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

/** Places that were named before in this trajectory, the most frequent first: to choose from while typing. */
export async function placesOf(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
): Promise<string[]> {
	const places = await linesIn(reader, actor, access, {})
		.clearSelect()
		.select(['evidence.place', (eb) => eb.fn.countAll().as('times')])
		.where('evidence.place', '<>', '')
		.groupBy('evidence.place')
		.orderBy('times', 'desc')
		.limit(50)
		.execute();
	return places.map(({ place }) => place);
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
