import * as v from 'valibot';
import { findingsOf, type FindingLine } from '#features/analysis/finding.queries.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import { id, wholeNumber } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { mayAppraise } from './appraisal.policy.ts';
import { criteriaOf } from './criteria.queries.server.ts';
import { byDisagreement, weigh, type Appraisal, type Weighed } from './weighing.ts';

/** An organisation whose view is in the weighing. */
export interface AppraisingOrganisation {
	id: string;
	name: string;
	/** It speaks for residents. */
	isResidents: boolean;
}

const pageSize = 20;

/** Every view of every organisation in a trajectory, on findings that were not withdrawn. */
export async function appraisalsOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<Appraisal[]> {
	return reader
		.selectFrom('appraisal')
		.select(['finding_id as findingId', 'criterion', 'organisation_id as organisationId'])
		.select(['score', 'reason'])
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.orderBy('id')
		.execute();
}

/** The findings of a trajectory, weighed; in order of rank. */
export async function weighedFindingsOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<Weighed<FindingLine>[]> {
	const criteria = await criteriaOf(reader, municipalityId, trajectoryId);
	return weigh(
		await findingsOf(reader, municipalityId, trajectoryId),
		criteria.map((criterion) => criterion.id),
		await appraisalsOf(reader, municipalityId, trajectoryId),
	);
}

/** The organisations that appraised something in this trajectory, by name. */
export async function appraisingOrganisationsOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<AppraisingOrganisation[]> {
	const rows = await reader
		.selectFrom('organisation as o')
		.select(['o.id', 'o.name', 'o.sector'])
		.where('o.municipality_id', '=', municipalityId)
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('appraisal as a')
					.select('a.id')
					.whereRef('a.municipality_id', '=', 'o.municipality_id')
					.whereRef('a.organisation_id', '=', 'o.id')
					.where('a.trajectory_id', '=', trajectoryId),
			),
		)
		.orderBy('o.name')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		name: row.name,
		isResidents: row.sector === 'residents',
	}));
}

const page = v.optional(wholeNumber(1, 100_000), 1);

export const readWeighing = query({
	name: 'appraisal.overview',
	summary: 'Reads every view of every organisation, with median, spread and rank per finding.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/wegingen' },
	input: v.object({
		trajectoryId: id(),
		sort: v.optional(v.picklist(['rank', 'disagreement'], 'choose'), 'rank'),
		page,
	}),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor }, { trajectoryId, sort, page }) {
		const municipalityId = municipalityOf(actor);
		const weighed = await weighedFindingsOf(reader, municipalityId, trajectoryId);
		const sorted = sort === 'rank' ? weighed : byDisagreement(weighed);
		return {
			criteria: await criteriaOf(reader, municipalityId, trajectoryId),
			organisations: await appraisingOrganisationsOf(reader, municipalityId, trajectoryId),
			...pageOf(sorted, page),
			weighed: weighed.filter(({ organisations }) => organisations > 0).length,
		};
	},
});

export const listToWeigh = query({
	name: 'appraisal.mine',
	summary: "Lists the findings with how far the reader's organisation is in weighing each.",
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/wegingen/eigen' },
	input: v.object({ trajectoryId: id(), page }),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor, subject }, { trajectoryId, page }) {
		const municipalityId = municipalityOf(actor);
		const criteria = await criteriaOf(reader, municipalityId, trajectoryId);
		const findings = await findingsOf(reader, municipalityId, trajectoryId);
		const own = Map.groupBy(
			await ownAppraisals(reader, municipalityId, trajectoryId, organisationOf(actor)),
			({ findingId }) => findingId,
		);
		const rows = findings.map((finding) => ({
			finding,
			answered: own.get(finding.id)?.length ?? 0,
		}));
		return {
			...pageOf(rows, page),
			criteria: criteria.length,
			done: rows.filter(({ answered }) => answered >= criteria.length).length,
			begun: rows.filter(({ answered }) => answered > 0).length,
			/** The first finding that still waits for this organisation. */
			next: rows.find(({ answered }) => answered < criteria.length)?.finding.id ?? null,
			mayAppraise: mayAppraise(actor, subject) === true,
		};
	},
});

export const readWeighingSheet = query({
	name: 'appraisal.sheet',
	summary: "Reads one finding with the criteria and what the reader's organisation made of it.",
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/bevindingen/{findingId}/wegingen' },
	input: v.object({ trajectoryId: id(), findingId: id() }),
	subject: accessOfInput,
	allow: mayContribute,
	async run({ reader, actor, subject }, { trajectoryId, findingId }) {
		const municipalityId = municipalityOf(actor);
		const findings = await findingsOf(reader, municipalityId, trajectoryId);
		const at = findings.findIndex((finding) => finding.id === findingId);
		const finding = findings[at];
		if (!finding) throw notFound();
		const own = await ownAppraisals(reader, municipalityId, trajectoryId, organisationOf(actor));
		return {
			finding,
			number: at + 1,
			total: findings.length,
			previous: findings[at - 1]?.id ?? null,
			next: findings[at + 1]?.id ?? null,
			criteria: await criteriaOf(reader, municipalityId, trajectoryId),
			own: own.filter((appraisal) => appraisal.findingId === findingId),
			mayAppraise: mayAppraise(actor, subject) === true,
		};
	},
});

function organisationOf(actor: { kind: string; organisationId?: string }): string | null {
	return actor.organisationId ?? null;
}

async function ownAppraisals(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	organisationId: string | null,
) {
	return reader
		.selectFrom('appraisal')
		.select(['finding_id as findingId', 'criterion', 'score', 'reason', 'version'])
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.where('organisation_id', '=', organisationId)
		.execute();
}

function pageOf<Row>(rows: readonly Row[], page: number) {
	const from = (page - 1) * pageSize;
	return { rows: rows.slice(from, from + pageSize), from: from + 1, total: rows.length, page };
}
