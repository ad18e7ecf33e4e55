import { sql } from 'kysely';
import type { EvidenceContent } from '#features/evidence/evidence-details.schema.ts';
import type { EvidenceKind } from '#features/evidence/evidence-kind.ts';
import { linesIn } from '#features/evidence/evidence-lines.server.ts';
import { evidenceOfInput, type LoadedEvidence } from '#features/evidence/record.server.ts';
import { sourceTexts } from '#features/evidence/source-texts.ts';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import type { ListPassages } from './passage.schema.ts';
import { stillStands, type Side } from './passage.ts';

/** A marked passage with what it is cited by: its source and the kind of speaker, never who. */
export interface Passage {
	id: string;
	evidenceId: string;
	part: string;
	start: number;
	end: number;
	text: string;
	isQuote: boolean;
	themes: string[];
	side: Side | null;
	version: number;
	withdrawnAt: Date | null;
	createdAt: Date;
	/** Whether these words still stand in the source. */
	stands: boolean;
	/** The question that it answers. */
	question: string | null;
	/** The kind of speaker of a conversation; null elsewhere. */
	speaker: string | null;
	source: {
		kind: EvidenceKind;
		title: string;
		place: string;
		version: number;
		withdrawnAt: Date | null;
	};
}

type Filter = Partial<Omit<ListPassages, 'trajectoryId' | 'page'>> & {
	ids?: readonly string[];
	/** Also what was taken away, and what stands in a withdrawn source. */
	withdrawn?: boolean;
};

/** The passages of a trajectory that this actor may see, newest first: only of sources that they may see. */
export function passagesIn(reader: Reader, actor: Actor, access: TrajectoryAccess, filter: Filter) {
	const { theme, side, quotes, evidenceId, ids, withdrawn = false } = filter;
	return linesIn(reader, actor, access, { withdrawn })
		.clearSelect()
		.innerJoin('passage as p', (join) =>
			join
				.onRef('p.municipality_id', '=', 'evidence.municipality_id')
				.onRef('p.evidence_id', '=', 'evidence.id'),
		)
		.where('p.trajectory_id', '=', access.trajectoryId)
		.$if(!withdrawn, (q) => q.where('p.withdrawn_at', 'is', null))
		.$if(Boolean(theme), (q) => q.where(sql<boolean>`${theme} = ANY (p.themes)`))
		.$if(Boolean(side), (q) => q.where('p.side', '=', side ?? null))
		.$if(Boolean(quotes), (q) => q.where('p.is_quote', '=', true))
		.$if(evidenceId !== undefined, (q) => q.where('p.evidence_id', '=', evidenceId ?? ''))
		.$if(ids !== undefined, (q) => q.where('p.id', '=', sql<string>`ANY (${ids ?? []}::uuid[])`));
}

/** Those passages in full. */
export async function readPassages(
	query: ReturnType<typeof passagesIn>,
	{ limit, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<Passage[]> {
	const rows = await query
		.select(['p.id', 'p.evidence_id as evidenceId', 'p.part', 'p.start_at as start'])
		.select(['p.end_at as end', 'p.text', 'p.is_quote as isQuote', 'p.themes', 'p.version'])
		.select(['p.withdrawn_at as withdrawnAt', 'p.created_at as createdAt'])
		.select(['evidence.title', 'evidence.place', 'evidence.version as sourceVersion'])
		.select('evidence.withdrawn_at as sourceWithdrawnAt')
		.select((eb) => [
			eb.ref('p.side').$castTo<Side | null>().as('side'),
			eb.ref('evidence.kind').$castTo<EvidenceKind>().as('kind'),
			eb.ref('evidence.details').$castTo<EvidenceContent['details']>().as('details'),
		])
		.orderBy('p.created_at', 'desc')
		.orderBy('p.id', 'desc')
		.$if(limit !== undefined, (q) => q.limit(limit ?? 0).offset(offset))
		.execute();
	return rows.map(
		({ kind, details, title, place, sourceVersion, sourceWithdrawnAt, ...passage }) => {
			const texts = sourceTexts({ kind, details } as EvidenceContent);
			return {
				...passage,
				stands: stillStands(passage, texts),
				question: texts.find(({ part }) => part === passage.part)?.question ?? null,
				speaker: 'speaker' in details ? details.speaker : null,
				source: { kind, title, place, version: sourceVersion, withdrawnAt: sourceWithdrawnAt },
			};
		},
	);
}

/** For commands about one passage: the passage, and its source as its policy looks at it. */
export interface LoadedPassage extends LoadedEvidence {
	passage: { id: string; version: number };
}

/** Throws `not_found` when there is no such passage for this actor. */
export async function passageOfInput(
	reader: Reader,
	{ passageId }: { passageId: string },
	actor: Actor,
): Promise<LoadedPassage> {
	const passage = await reader
		.selectFrom('passage')
		.select(['id', 'version', 'evidence_id as evidenceId'])
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', passageId)
		.executeTakeFirst();
	if (!passage) throw notFound();
	return { ...(await evidenceOfInput(reader, passage, actor)), passage };
}
