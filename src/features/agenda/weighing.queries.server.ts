import * as v from 'valibot';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { id, wholeNumber } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import { pageOf } from './appraisal.queries.server.ts';
import { disagreements } from './disagreement.ts';
import { discussionsOf } from './discussion.queries.server.ts';
import { rememberedFirmness } from './firmness.server.ts';
import { partiesOf } from './party.queries.server.ts';
import { firmnessMethod, inOrder } from './ranking.ts';
import { mediansOf } from './weighing.ts';
import { weighingOf } from './weighing.server.ts';
import { weightsHistoryOf } from './weights.queries.server.ts';

/** As much as a group talks about before it takes a break. */
export const talkSize = 6;

const page = v.optional(wholeNumber(1, 100_000), 1);

export const readWeighing = query({
	name: 'appraisal.overview',
	summary:
		'Reads every score of every party that the reader may see, with median, spread and rank per finding.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/wegingen' },
	input: v.object({ trajectoryId: id(), page }),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor }, { trajectoryId, page }) {
		const { criteria, weights, findings, isClosed } = await weighingOf(reader, actor, trajectoryId);
		const seen = findings.filter(({ isBlind, parties }) => !isBlind && parties > 0);
		const firmness = rememberedFirmness(seen.map(mediansOf), inOrder(criteria, weights));
		return {
			criteria,
			weights,
			parties: await partiesOf(reader, municipalityOf(actor), trajectoryId),
			...pageOf(
				seen.map((weighed, at) => ({ weighed, firmness: firmness?.[at] ?? null })),
				page,
			),
			isClosed,
			/** How many findings there are whose scores the reader may not see yet. */
			blind: findings.filter(({ isBlind }) => isBlind).length,
		};
	},
});

export const readRanking = query({
	name: 'appraisal.ranking',
	summary:
		'Reads the ranking of the findings that the reader may see: medians, weighted score, place, and how firm it is.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/wegingen/ranglijst' },
	input: v.object({ trajectoryId: id() }),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor }, { trajectoryId }) {
		const { criteria, weights, findings, isClosed } = await weighingOf(reader, actor, trajectoryId);
		const seen = findings.filter(({ isBlind, parties }) => !isBlind && parties > 0);
		const medians = seen.map(mediansOf);
		const firmness = rememberedFirmness(medians, inOrder(criteria, weights));
		return {
			criteria,
			weights,
			history: await weightsHistoryOf(reader, municipalityOf(actor), trajectoryId),
			method: firmnessMethod,
			rows: seen.map(({ finding, score, rank, tied, parties }, at) => ({
				finding,
				medians: medians[at] ?? [],
				score,
				rank,
				tied,
				parties,
				firmness: firmness?.[at] ?? null,
			})),
			isClosed,
			blind: findings.filter(({ isBlind }) => isBlind).length,
		};
	},
});

export const listDisagreements = query({
	name: 'appraisal.disagreements',
	summary:
		'Lists where parties lie furthest apart, with both reasons, and what came of talking about it.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/wegingen/verschillen' },
	input: v.object({ trajectoryId: id(), page }),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor }, { trajectoryId, page }) {
		const municipalityId = municipalityOf(actor);
		const { criteria, findings, isClosed } = await weighingOf(reader, actor, trajectoryId);
		const { standing, withdrawn } = await discussionsOf(reader, municipalityId, trajectoryId);
		const talked = new Map(standing.map((one) => [`${one.findingId} ${one.criterion}`, one]));
		const list = disagreements(findings).map((one) => ({
			...one,
			discussion: talked.get(`${one.finding.id} ${one.criterion}`) ?? null,
		}));
		const shown = new Set(findings.flatMap(({ isBlind, finding }) => (isBlind ? [] : finding.id)));
		return {
			criteria,
			parties: await partiesOf(reader, municipalityId, trajectoryId),
			...pageOf(list, page, talkSize),
			discussed: list.filter(({ discussion }) => discussion !== null).length,
			withdrawn: withdrawn.filter(({ findingId }) => shown.has(findingId)),
			findings: findings.map(({ finding: { id, text, kind } }) => ({ id, text, kind })),
			weighed: findings.filter(({ isBlind, parties }) => !isBlind && parties > 0).length,
			blind: findings.filter(({ isBlind }) => isBlind).length,
			isClosed,
		};
	},
});
