import * as v from 'valibot';
import { citedLines, sourcesToChoose } from '#features/evidence/evidence-lines.server.ts';
import { mayContribute, mayRead } from '#features/trajectory/trajectory.policy.ts';
import type { Actor } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import { id } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { loadFramework } from './framework.server.ts';
import { accessOfNeed } from './knowledge-need-row.server.ts';
import { whoMayFindOut } from './knowledge-need.write.server.ts';

/** A finding of which a question became this need. */
export interface AskingFinding {
	id: string;
	kind: string;
	signalKind: string | null;
	text: string;
	/** Whether it rests on the answer already. */
	isCiting: boolean;
}

export const readNeed = query({
	name: 'knowledgeNeed.read',
	summary: 'One knowledge need with what it came from and what it became, and what its page needs.',
	http: { method: 'GET', path: '/kennisvragen/{knowledgeNeedId}' },
	input: v.object({
		knowledgeNeedId: id(),
		/** A piece of the title or place of a source that may hold the answer. */
		search: v.optional(v.string(), ''),
	}),
	subject: accessOfNeed,
	allow: mayRead('analysis'),
	async run({ reader, actor, subject }, { knowledgeNeedId, search }) {
		const { evidenceId, ...need } = await needInFull(reader, actor, knowledgeNeedId);
		const may = { contribute: mayContribute(actor, subject) === true };
		const [evidence] = await citedLines(reader, actor, subject, evidenceId ? [evidenceId] : []);
		return {
			need: { ...need, evidence: evidence ?? null },
			askedBy: await askingFindings(reader, actor, knowledgeNeedId, evidenceId),
			framework: await loadFramework(reader, actor.municipalityId, subject),
			organisations: may.contribute ? await whoMayFindOut(reader, actor, subject) : [],
			sources: may.contribute
				? await sourcesToChoose(reader, actor, subject, { typed: search })
				: { items: [], hasMore: false },
			may,
		};
	},
});

function needInFull(reader: Reader, { municipalityId }: Actor, needId: string) {
	return reader
		.selectFrom('knowledge_need as n')
		.leftJoin('organisation as w', (join) =>
			join
				.onRef('w.municipality_id', '=', 'n.municipality_id')
				.onRef('w.id', '=', 'n.who_organisation_id'),
		)
		.leftJoin('organisation as a', (join) =>
			join
				.onRef('a.municipality_id', '=', 'n.municipality_id')
				.onRef('a.id', '=', 'n.answered_organisation_id'),
		)
		.select(['n.id', 'n.theme', 'n.question', 'n.method', 'n.who', 'n.due_on as dueOn', 'n.state'])
		.select([
			'n.answer',
			'n.evidence_id as evidenceId',
			'n.who_organisation_id as whoOrganisationId',
		])
		.select([
			'w.name as whoOrganisationName',
			'a.name as answeredBy',
			'n.answered_at as answeredAt',
		])
		.select(['n.version', 'n.withdrawn_at as withdrawnAt', 'n.withdrawn_reason as withdrawnReason'])
		.where('n.municipality_id', '=', municipalityId)
		.where('n.id', '=', needId)
		.executeTakeFirstOrThrow(() => notFound());
}

/** Only for those inside: row-level security shows the public no questions. */
async function askingFindings(
	reader: Reader,
	{ municipalityId }: Actor,
	needId: string,
	evidenceId: string | null,
): Promise<AskingFinding[]> {
	return reader
		.selectFrom('finding_question as q')
		.innerJoin('finding as f', (join) =>
			join.onRef('f.municipality_id', '=', 'q.municipality_id').onRef('f.id', '=', 'q.finding_id'),
		)
		.select(['f.id', 'f.kind', 'f.signal_kind as signalKind', 'f.text'])
		.select((eb) =>
			eb
				.exists(
					eb
						.selectFrom('citation as c')
						.select('c.finding_id')
						.whereRef('c.municipality_id', '=', 'f.municipality_id')
						.whereRef('c.finding_id', '=', 'f.id')
						.where('c.evidence_id', '=', evidenceId),
				)
				.$castTo<boolean>()
				.as('isCiting'),
		)
		.distinct()
		.where('q.municipality_id', '=', municipalityId)
		.where('q.need_id', '=', needId)
		.where('f.withdrawn_at', 'is', null)
		.orderBy('f.id')
		.execute();
}
