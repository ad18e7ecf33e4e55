import { sql } from 'kysely';
import * as v from 'valibot';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayLead, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import { id } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { readForm } from './form.queries.server.ts';
import type { SilentRound } from './silent-round.ts';

/** The silent round that is open in a trajectory; undefined when none is. */
export async function openRoundOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<SilentRound | undefined> {
	return rounds(reader, municipalityId, trajectoryId)
		.where('r.closed_at', 'is', null)
		.executeTakeFirst();
}

export const listSilentRounds = query({
	name: 'silentRound.list',
	summary:
		'Lists the silent rounds of a trajectory, the newest first, each with how much was written by how many.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/stille-rondes' },
	input: v.object({ trajectoryId: id() }),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor, clock, subject }, { trajectoryId }) {
		const all = await rounds(reader, municipalityOf(actor), trajectoryId)
			.orderBy('r.opened_at', 'desc')
			.execute();
		return {
			/** What the clock of a round is read against. */
			now: clock.now(),
			open: all.find(({ closedAt }) => !closedAt) ?? null,
			closed: all.filter(({ closedAt }) => closedAt),
			mayLead: mayLead(actor, subject) === true,
		};
	},
});

export const readSilentRound = query({
	name: 'silentRound.read',
	summary: 'Reads a closed silent round with what was written in it, as a form.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/stille-rondes/{silentRoundId}' },
	input: v.object({ trajectoryId: id(), silentRoundId: id() }),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor, subject }, { trajectoryId, silentRoundId }) {
		const round = await rounds(reader, municipalityOf(actor), trajectoryId)
			.where('r.id', '=', silentRoundId)
			.executeTakeFirst();
		if (!round?.closedAt) throw notFound();
		const form = await readForm(reader, actor, subject);
		const isOfRound = ({ roundId }: { roundId: string | null }) => roundId === silentRoundId;
		return {
			round,
			form: {
				...form,
				findings: form.findings.filter(isOfRound),
				provisions: form.provisions.filter(isOfRound),
				needs: form.needs.filter(isOfRound),
			},
		};
	},
});

function rounds(reader: Reader, municipalityId: string, trajectoryId: string) {
	return reader
		.selectFrom('silent_round as r')
		.select(['r.id', 'r.question', 'r.opened_at as openedAt', 'r.ends_at as endsAt'])
		.select(['r.closed_at as closedAt', 'r.version'])
		.select([progress('entries').as('entries'), progress('writers').as('writers')])
		.where('r.municipality_id', '=', municipalityId)
		.where('r.trajectory_id', '=', trajectoryId);
}

function progress(what: 'entries' | 'writers') {
	return sql<number>`(silent_round_progress(r.municipality_id, r.id)).${sql.ref(what)}::integer`;
}
