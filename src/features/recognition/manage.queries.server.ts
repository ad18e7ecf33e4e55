import * as v from 'valibot';
import { findingsOf } from '#features/analysis/finding.queries.server.ts';
import { themesOf } from '#features/content/themes.server.ts';
import { citedLines } from '#features/evidence/evidence-lines.server.ts';
import { accessOfInput, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/clock.ts';
import { id } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { reactionCounts } from './reaction-counts.server.ts';
import { waitingCount } from './reaction-queue.server.ts';
import { roundsOf, sentencesOf } from './rounds.server.ts';

/** What whoever leads needs to prepare a round, to publish it and to answer. */
export const manageRecognition = query({
	name: 'recognition.manage',
	summary:
		'Reads every round with its sentences, what they rest on, how many residents said what, and what waits for a moderator.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/herkenningsrondes' },
	input: v.object({ trajectoryId: id() }),
	subject: accessOfInput,
	allow: mayLead,
	async run({ reader, actor, clock, subject }, { trajectoryId }) {
		const today = dayOf(clock.now());
		const rounds = await roundsOf(reader, actor, trajectoryId, today);
		const sentences = await Promise.all(rounds.map((one) => sentencesOf(reader, actor, one.id)));
		const ids = sentences.flat().map((one) => one.id);
		const counts = await reactionCounts(reader, ids);
		const grounds = await groundsOf(reader, actor, subject, ids);
		return {
			today,
			rounds: rounds.map((round, at) => ({
				...round,
				sentences: (sentences[at] ?? []).map((one) => ({
					...one,
					counts: counts.get(one.id) ?? null,
					grounds: grounds.get(one.id) ?? { findings: [], sources: [] },
				})),
			})),
			themes: await themesOf(reader, actor.municipalityId, subject),
			findings: await findingsOf(reader, municipalityOf(actor), trajectoryId),
			waiting: await waitingCount(reader, actor, trajectoryId),
			isPublic: subject.publicParts.includes('recognition'),
		};
	},
});

interface Grounds {
	findings: { id: string; text: string }[];
	sources: { id: string; title: string; place: string; kind: string }[];
}

/** What sentences rest on, as far as this actor may see it. */
async function groundsOf(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	sentenceIds: string[],
): Promise<Map<string, Grounds>> {
	if (sentenceIds.length === 0) return new Map();
	const rows = await reader
		.selectFrom('recognition_ground')
		.select(['sentence_id as sentenceId', 'finding_id as findingId', 'evidence_id as evidenceId'])
		.where('municipality_id', '=', actor.municipalityId)
		.where('sentence_id', 'in', sentenceIds)
		.orderBy('id')
		.execute();
	const municipalityId = municipalityOf(actor);
	const all = await findingsOf(reader, municipalityId, access.trajectoryId, {
		withWithdrawn: true,
	});
	const cited = rows.flatMap(({ evidenceId }) => evidenceId ?? []);
	const sources = cited.length > 0 ? await citedLines(reader, actor, access, cited) : [];
	return new Map(
		sentenceIds.map((sentenceId) => {
			const own = rows.filter((row) => row.sentenceId === sentenceId);
			return [
				sentenceId,
				{
					findings: own.flatMap(({ findingId }) => all.find((one) => one.id === findingId) ?? []),
					sources: own.flatMap(
						({ evidenceId }) => sources.find((one) => one.id === evidenceId) ?? [],
					),
				},
			];
		}),
	);
}
