import { sql } from 'kysely';
import * as v from 'valibot';
import { accessOfInput, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { mayContribute, mayRead, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import type { Actor } from '#kernel/actor.ts';
import { id } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { citedInTrajectory } from './cited-evidence.server.ts';
import { formFindings } from './form-findings.server.ts';
import {
	withFrameworkAround,
	type AnalysisForm,
	type FormNeed,
	type FormProvision,
} from './form.ts';
import { loadFramework } from './framework.server.ts';
import { tensionsOf } from './tension.server.ts';

export const analysisForm = query({
	name: 'analysis.form',
	summary:
		'Gives the whole analysis form of a trajectory: the framework and everything written in it.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/invulschema' },
	input: v.object({ trajectoryId: id() }),
	subject: accessOfInput,
	allow: mayRead('analysis'),
	async run({ reader, actor, subject }) {
		const form = await readForm(reader, actor, subject);
		const { frameworkId } = subject;
		const isInside = mayReadInside(actor, subject) === true;
		return {
			...form,
			frameworkId,
			/** Where figures and stories point in opposite directions; for those inside. */
			tensions: isInside ? await tensionsOf(reader, actor, subject, form) : [],
			may: { contribute: mayContribute(actor, subject) === true },
		};
	},
});

/** Entries of the form by their ids, per kind. */
export interface EntryIds {
	findings: string[];
	provisions: string[];
	needs: string[];
}

/**
 * The whole form, for this room and for the report: what was withdrawn is left out. With `only`, no more than these
 * entries and what they rest on: what is told to whoever has the form open reads as the form itself does.
 */
export async function readForm(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	only?: EntryIds,
): Promise<AnalysisForm> {
	const { municipalityId } = actor;
	const { trajectoryId } = access;
	const framework = await loadFramework(reader, municipalityId, access);
	const cited = await citedInTrajectory(reader, actor, access, only?.findings);
	const visible = new Set(cited.map((source) => source.id));
	return withFrameworkAround({
		framework,
		findings: await formFindings(reader, actor, access, { visible, ids: only?.findings }),
		sources: cited.map(({ id: source, kind, title, place, residentVoice, createdAt }) => ({
			id: source,
			kind,
			title: title || place,
			residentVoice,
			createdAt,
		})),
		provisions: await readProvisions(reader, municipalityId, trajectoryId, only?.provisions),
		needs: await readNeeds(reader, municipalityId, trajectoryId, only?.needs),
	});
}

function readProvisions(
	reader: Reader,
	municipalityId: string | null,
	trajectoryId: string,
	only: string[] | undefined,
): Promise<FormProvision[]> {
	return reader
		.selectFrom('provision as p')
		.innerJoin('organisation as o', (join) =>
			join
				.onRef('o.municipality_id', '=', 'p.municipality_id')
				.onRef('o.id', '=', 'p.organisation_id'),
		)
		.select(['p.id', 'p.theme', 'p.standing', 'p.form', 'p.text', 'p.version'])
		.select(['p.created_at as createdAt', 'p.round_id as roundId'])
		.select(['o.id as organisationId', 'o.name as organisationName'])
		.where('p.municipality_id', '=', municipalityId)
		.where('p.trajectory_id', '=', trajectoryId)
		.where('p.withdrawn_at', 'is', null)
		.$if(only !== undefined, (q) => q.where('p.id', '=', sql<string>`ANY (${only})`))
		.orderBy('p.created_at')
		.orderBy('p.id')
		.execute();
}

/** The knowledge needs of a form, also those that were answered; in the order in which they were added. */
export function readNeeds(
	reader: Reader,
	municipalityId: string | null,
	trajectoryId: string,
	only?: string[],
): Promise<FormNeed[]> {
	return (
		reader
			.selectFrom('knowledge_need as n')
			.innerJoin('organisation as o', (join) =>
				join
					.onRef('o.municipality_id', '=', 'n.municipality_id')
					.onRef('o.id', '=', 'n.organisation_id'),
			)
			.leftJoin('organisation as w', (join) =>
				join
					.onRef('w.municipality_id', '=', 'n.municipality_id')
					.onRef('w.id', '=', 'n.who_organisation_id'),
			)
			// What the reader may not see of the evidence, row-level security leaves out.
			.leftJoin('evidence as e', (join) =>
				join
					.onRef('e.municipality_id', '=', 'n.municipality_id')
					.onRef('e.id', '=', 'n.evidence_id'),
			)
			.select(['w.name as whoOrganisationName', 'e.id as evidenceId'])
			.select([
				'n.id',
				'n.theme',
				'n.question',
				'n.method',
				'n.who',
				'n.who_organisation_id as whoOrganisationId',
				'n.due_on as dueOn',
				'n.state',
			])
			.select(['n.created_at as createdAt', 'n.round_id as roundId'])
			.select(['n.answer', 'n.version', 'o.id as organisationId', 'o.name as organisationName'])
			.where('n.municipality_id', '=', municipalityId)
			.where('n.trajectory_id', '=', trajectoryId)
			.where('n.withdrawn_at', 'is', null)
			.$if(only !== undefined, (q) => q.where('n.id', '=', sql<string>`ANY (${only})`))
			.orderBy('n.created_at')
			.orderBy('n.id')
			.execute()
	);
}
