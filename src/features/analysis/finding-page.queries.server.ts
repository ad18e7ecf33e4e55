import { sql } from 'kysely';
import * as v from 'valibot';
import { mayContribute, mayRead, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import type { Actor } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { citableBy, citedInTrajectory } from './cited-evidence.server.ts';
import { findingVersions } from './finding-history.server.ts';
import { accessOfFinding, type FindingSubject } from './finding-row.server.ts';
import { findingIdSchema } from './finding.schema.ts';
import { loadFramework } from './framework.server.ts';

export const readFinding = query({
	name: 'finding.read',
	summary: 'Gives one finding with its sources.',
	http: { method: 'GET', path: '/bevindingen/{findingId}' },
	input: findingIdSchema,
	subject: accessOfFinding,
	allow: mayRead('analysis'),
	run: ({ reader, actor, subject }) => findingInFull(reader, actor, subject),
});

/** A finding as its page shows it: with its history, what it may still rest on, and what the reader may do. */
export const findingPage = query({
	name: 'finding.page',
	summary: 'One finding with what its page needs beside it.',
	input: v.object({ ...findingIdSchema.entries, search: v.optional(v.string(), '') }),
	subject: accessOfFinding,
	allow: mayRead('analysis'),
	async run({ reader, actor, subject }, { findingId, search }) {
		const isInside = mayReadInside(actor, subject) === true;
		const mayChange = mayContribute(actor, subject) === true;
		return {
			finding: await findingInFull(reader, actor, subject),
			framework: await loadFramework(reader, actor.municipalityId, subject),
			versions: isInside ? await findingVersions(reader, actor.municipalityId, findingId) : [],
			citable: mayChange
				? await citableBy(reader, actor, subject, { findingId, search })
				: { items: [], hasMore: false },
			may: { contribute: mayChange },
		};
	},
});

export const findingHistory = query({
	name: 'finding.history',
	summary: 'Gives every version of a finding: who wrote what, and when. Newest first.',
	http: { method: 'GET', path: '/bevindingen/{findingId}/versies' },
	input: findingIdSchema,
	subject: accessOfFinding,
	allow: mayReadInside,
	run: ({ reader, actor }, { findingId }) =>
		findingVersions(reader, actor.municipalityId, findingId),
});

async function findingInFull(reader: Reader, actor: Actor, subject: FindingSubject) {
	const { trajectoryId } = subject;
	const row = await reader
		.selectFrom('finding as f')
		.innerJoin('organisation as o', (join) =>
			join
				.onRef('o.municipality_id', '=', 'f.municipality_id')
				.onRef('o.id', '=', 'f.organisation_id'),
		)
		.select(['f.id', 'f.kind', 'f.signal_kind as signalKind', 'f.text', 'f.themes', 'f.version'])
		.select(['f.created_at as createdAt', 'f.changed_at as changedAt'])
		.select(['f.withdrawn_at as withdrawnAt', 'f.withdrawn_reason as withdrawnReason'])
		.select(['o.id as organisationId', 'o.name as organisationName'])
		.select((eb) =>
			eb
				.selectFrom('citation as c')
				.whereRef('c.municipality_id', '=', 'f.municipality_id')
				.whereRef('c.finding_id', '=', 'f.id')
				.select(
					sql<
						{ id: string; note: string }[]
					>`coalesce(json_agg(json_build_object('id', c.evidence_id, 'note', c.note) ORDER BY c.created_at), '[]')`.as(
						'all',
					),
				)
				.as('citations'),
		)
		.where('f.municipality_id', '=', actor.municipalityId)
		.where('f.id', '=', subject.finding.id)
		.executeTakeFirst();
	if (!row) throw notFound();
	const { organisationId, organisationName, citations, ...finding } = row;
	const evidence = await citedInTrajectory(reader, actor, subject, [subject.finding.id]);
	const sources = (citations ?? []).flatMap(({ id, note }) => {
		const found = evidence.find((one) => one.id === id);
		return found ? [{ ...found, note }] : [];
	});
	return {
		...finding,
		trajectoryId,
		organisation: { id: organisationId, name: organisationName },
		sources,
		/** Sources that this reader may not see: they count, but stay unnamed. */
		hiddenSources: (citations ?? []).length - sources.length,
	};
}
