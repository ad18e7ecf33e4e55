import * as v from 'valibot';
import { groupOf } from '#features/analysis/finding.queries.server.ts';
import { accessOfInput, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { mayRead, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import type { Actor } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import { choice, id, wholeNumber } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { threadStatement, type ThreadScope } from './thread-statement.server.ts';
import { threadKinds, type Thread, type ThreadKind } from './thread.ts';
import { threadsStatement } from './threads-statement.server.ts';
import type { Threads } from './threads.ts';

export const readThread = query({
	name: 'thread.read',
	summary: 'The golden thread through one source, finding, agenda item or approach.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/draad' },
	input: v.object({
		trajectoryId: id(),
		kind: choice(threadKinds),
		id: id(),
	}),
	subject: accessOfInput,
	allow: mayRead('any'),
	run: ({ reader, actor, subject }, { kind, id }) => threadOf(reader, actor, subject, { kind, id }),
});

const pageSize = 20;
const page = v.optional(wholeNumber(1, 100_000), 1);

export const readThreads = query({
	name: 'thread.list',
	summary:
		'All threads of a trajectory: what each agenda item rests on, which findings came to nothing, what has no source.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/draden' },
	input: v.object({
		trajectoryId: id(),
		/** The page of the findings that are on no agenda item. */
		loosePage: page,
		/** The page of the findings without a source. */
		sourcelessPage: page,
	}),
	subject: accessOfInput,
	allow: mayRead('any'),
	async run({ reader, actor, subject }, { loosePage, sourcelessPage }) {
		const part = (number: number) => ({ limit: pageSize, offset: (number - 1) * pageSize });
		const { rows } = await threadsStatement(scopeFor(actor, subject), {
			loose: part(loosePage),
			sourceless: part(sourcelessPage),
		}).execute(reader);
		return { ...(rows[0] as Threads), pageSize };
	},
});

/**
 * The chain through one item as far as the actor may see it. The caller's policy has already looked at `access`.
 * The thread of a finding that is grouped is that of its group. Throws `not_found` when the item is not there for this
 * actor.
 */
export async function threadOf(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	asked: Thread['from'],
): Promise<Thread> {
	const from = await speakerFor(reader, actor, asked);
	const { rows } = await threadStatement(scopeFor(actor, access), from).execute(reader);
	const [steps] = rows;
	const own = steps && ownSteps(steps, from.kind);
	if (!steps || !own?.some((step) => step.id === from.id)) throw notFound();
	return { from, ...steps };
}

async function speakerFor(
	reader: Reader,
	actor: Actor,
	from: Thread['from'],
): Promise<Thread['from']> {
	if (from.kind !== 'finding') return from;
	return { ...from, id: (await groupOf(reader, actor.municipalityId, from.id)) ?? from.id };
}

/** What of a trajectory the statements may touch on behalf of this actor. */
export function scopeFor(actor: Actor, access: TrajectoryAccess): ThreadScope {
	return {
		municipalityId: actor.municipalityId,
		trajectoryId: access.trajectoryId,
		isInside: mayReadInside(actor, access) === true,
		publicParts: access.publicParts,
	};
}

function ownSteps(steps: Omit<Thread, 'from'>, kind: ThreadKind): { id: string }[] {
	const lists = {
		evidence: steps.evidence,
		finding: steps.findings,
		agendaItem: steps.agendaItems,
		approach: steps.approaches,
	};
	return lists[kind];
}
