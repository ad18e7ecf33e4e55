import { sql } from 'kysely';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import { sourceTitle } from './evidence-text.ts';
import { markedIn, type Marked } from './excerpts.server.ts';
import { sourceTexts } from './source-texts.ts';
import {
	found,
	linesIn,
	newestFirst,
	sourcesInFull,
	type EvidenceLine,
	type Narrowed,
} from './evidence-lines.server.ts';
import type { FoundOrder } from './evidence.schema.ts';
import { sideBySide, type Sought } from './search-sql.server.ts';

/** How many sources a page of the list holds. */
export const pageSize = 20;

/** A longer list is not counted to the end: the first page of 50,000 is to be there as soon as that of 1,000. */
const mostCounted = 1000;

/** A source of a list; `marked` where it says what was looked for, null when nothing was. */
type ListLine = EvidenceLine & { marked: Marked | null };

/** One page of a list, and how many there are in all: counted no further than a thousand. */
interface ListPage {
	items: ListLine[];
	total: number;
	hasMore: boolean;
}

/** One page of the sources that the actor may see, as they came in, the newest first. */
export async function newestPage(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	{ page, ...filter }: Narrowed & { page: number },
): Promise<ListPage> {
	const all = linesIn(reader, actor, access, filter);
	const items = await newestFirst(all, null)
		.limit(pageSize)
		.offset((page - 1) * pageSize)
		.execute();
	const some = all
		.clearSelect()
		.select('evidence.id')
		.limit(mostCounted + 1);
	const { total } = await reader
		.selectFrom(some.as('some'))
		.select((eb) => eb.fn.countAll<string>().as('total'))
		.executeTakeFirstOrThrow();
	const unmarked = items.map((item) => ({ ...item, marked: null }));
	return { items: unmarked, ...counted(Number(total)) };
}

/**
 * One page of the sources that say what was looked for. With `best` the best match comes first, among the newest thousand
 * that say it; what is older than those is found in the order of time.
 */
export async function foundPage(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	{ order, page, ...filter }: Narrowed & { sought: Sought; order: FoundOrder; page: number },
): Promise<ListPage> {
	const last = page * pageSize;
	const most = order === 'best' ? mostCounted : Math.max(mostCounted, last);
	const some = found(reader, actor, access, filter, most + 1);
	const inOrder = order === 'best' ? sql`score DESC, evidence_id DESC` : sql`evidence_id DESC`;
	const asked = sql<{ ids: string[] | null; total: string }>`
		SELECT (array_agg(evidence_id ORDER BY ${inOrder}))[${last - pageSize + 1}::int:${last}::int] AS ids, count(*) AS total
		FROM (${some}) AS counted`;
	const { rows } = await sideBySide(reader, () => asked.execute(reader));
	const ids = rows[0]?.ids ?? [];
	const place = new Map(ids.map((id, at) => [id, at]));
	const sources = await sourcesInFull(reader, actor, access, ids);
	sources.sort((a, b) => place.get(a.id)! - place.get(b.id)!);
	const said = sources.map((source) => ({
		title: sourceTitle(source),
		texts: [
			...sourceTexts(source).map(({ text }) => text),
			...(source.kind === 'reaction' ? [source.details.remark] : []),
		],
		details: source.details,
	}));
	const marked = await markedIn(reader, filter.sought, said);
	const items = sources.map(({ details: _, ...line }, at) => ({ ...line, marked: marked[at] ?? null })); // prettier-ignore
	return { items, ...counted(Number(rows[0]?.total ?? 0)) };
}

function counted(total: number): { total: number; hasMore: boolean } {
	return { total: Math.min(total, mostCounted), hasMore: total > mostCounted };
}
