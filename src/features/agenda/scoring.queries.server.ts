import { findingsOf } from '#features/analysis/finding.queries.server.ts';
import { writerName } from '#features/analysis/writer.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayLead, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { partiesOf, type Party } from './party.queries.server.ts';

/** One time that the scoring was closed, and perhaps opened again. */
export interface Closing {
	id: string;
	closedAt: Date;
	/** Person and organisation; null for the program itself. */
	closedBy: string | null;
	reopenedAt: Date | null;
	reopenedBy: string | null;
	reopenedReason: string;
}

/** How far a party is, without what it said. */
export interface PartyProgress extends Party {
	/** How many findings it answered by every criterion. */
	answered: number;
}

/** What somebody may see of the scores at this moment. */
export interface Sight {
	isClosed: boolean;
	maySee: (findingId: string) => boolean;
}

/** Every closing of the scoring of a trajectory, the newest first. */
export function closingsOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<Closing[]> {
	return reader
		.selectFrom('weighing_closing')
		.select(['id', 'closed_at as closedAt', 'reopened_at as reopenedAt'])
		.select('reopened_reason as reopenedReason')
		.select(writerName('closed_by').as('closedBy'))
		.select(writerName('reopened_by').as('reopenedBy'))
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.orderBy('closed_at', 'desc')
		.orderBy('id', 'desc')
		.execute();
}

/** Whether the scoring of a trajectory is closed: then everyone inside sees every score, and nobody adds one. */
export async function isScoringClosed(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<boolean> {
	const standing = await reader
		.selectFrom('weighing_closing')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.where('reopened_at', 'is', null)
		.executeTakeFirst();
	return standing !== undefined;
}

/** Which findings each party answered by every criterion: that it did, not what it said. */
export function answeredFindings(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<{ findingId: string; partyId: string }[]> {
	return reader
		.selectFrom('answered_finding')
		.select(['finding_id as findingId', 'party_id as partyId'])
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.execute();
}

/**
 * Of which findings somebody may see the scores of others: of all once the scoring is closed, before that of those that
 * their own organisation answered. Row-level security keeps to the same rule; this says so in words.
 */
export async function sightOf(reader: Reader, actor: Actor, trajectoryId: string): Promise<Sight> {
	const municipalityId = municipalityOf(actor);
	if (await isScoringClosed(reader, municipalityId, trajectoryId))
		return { isClosed: true, maySee: () => true };
	const own = actor.kind === 'member' ? actor.organisationId : null;
	const answered = await answeredFindings(reader, municipalityId, trajectoryId);
	const seen = new Set(answered.flatMap((one) => (one.partyId === own ? one.findingId : [])));
	return { isClosed: false, maySee: (findingId) => seen.has(findingId) };
}

export const readScoring = query({
	name: 'scoring.read',
	summary:
		'Whether the scoring is open, when and by whom it was closed, and for who leads how far each party is.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/scoring' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor, subject }, { trajectoryId }) {
		const municipalityId = municipalityOf(actor);
		const closings = await closingsOf(reader, municipalityId, trajectoryId);
		const leads = mayLead(actor, subject) === true;
		return {
			isClosed: closings.some(({ reopenedAt }) => reopenedAt === null),
			closings,
			/** How far each party is; null for who does not lead. Never a score. */
			progress: leads ? await progressOf(reader, municipalityId, trajectoryId) : null,
			leads,
		};
	},
});

async function progressOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<{ parties: PartyProgress[]; findings: number }> {
	const findings = await findingsOf(reader, municipalityId, trajectoryId);
	const known = new Set(findings.map(({ id }) => id));
	const answered = await answeredFindings(reader, municipalityId, trajectoryId);
	const parties = await partiesOf(reader, municipalityId, trajectoryId);
	return {
		findings: findings.length,
		parties: parties.map((party) => ({
			...party,
			answered: answered.filter((one) => one.partyId === party.id && known.has(one.findingId)).length, // prettier-ignore
		})),
	};
}
