import { sql } from 'kysely';
import * as v from 'valibot';
import { mayContribute, mayRead, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { bringersOfGroup } from './bringers.server.ts';
import { citableBy, citedInTrajectory } from './cited-evidence.server.ts';
import { citedPassages, wordsToCite } from './cited-passages.server.ts';
import { oppositesOf } from './counterweight.queries.server.ts';
import { findingsBeside, type FindingsBeside } from './finding-beside.ts';
import { findingVersions } from './finding-history.server.ts';
import { membersOf } from './finding-members.server.ts';
import { questionsAbout } from './finding-question.queries.server.ts';
import { accessOfFinding, type FindingSubject } from './finding-row.server.ts';
import { findingsOf } from './finding.queries.server.ts';
import { findingIdSchema } from './finding.schema.ts';
import { loadFramework } from './framework.server.ts';
import { whoMayFindOut } from './knowledge-need.write.server.ts';
import type { Strength } from './strength.ts';

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
		const finding = await findingInFull(reader, actor, subject);
		const about = [findingId, ...finding.members.map(({ id }) => id)];
		return {
			finding,
			framework: await loadFramework(reader, actor.municipalityId, subject),
			versions: isInside ? await findingVersions(reader, actor.municipalityId, findingId) : [],
			citable: mayChange
				? await citableBy(reader, actor, subject, { findingId, search })
				: { items: [], hasMore: false },
			words: mayChange ? await wordsToCite(reader, actor, subject, finding.passages) : [],
			questions: isInside ? await questionsAbout(reader, actor.municipalityId, about) : [],
			beside: mayChange
				? await besideOf(reader, actor, subject, finding)
				: { opposites: [], alike: [], groups: [] },
			organisations: mayChange ? await whoMayFindOut(reader, actor, subject) : [],
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

async function besideOf(
	reader: Reader,
	actor: Actor,
	{ trajectoryId, finding: { id, groupedInto } }: FindingSubject,
	finding: Awaited<ReturnType<typeof findingInFull>>,
): Promise<FindingsBeside> {
	const all = await findingsOf(reader, municipalityOf(actor), trajectoryId);
	const opposed = new Set(finding.opposites.map((one) => one.finding.id));
	const line = { ...finding, id, groupedInto, isWithdrawn: finding.withdrawnAt !== null };
	return findingsBeside(line, all, opposed);
}

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
		.select(['f.is_group as isGroup', 'o.sector'])
		.select(bringersOfGroup.as('bringers'))
		.select((eb) =>
			eb
				.selectFrom('finding_source as c')
				.whereRef('c.municipality_id', '=', 'f.municipality_id')
				.whereRef('c.finding_id', '=', 'f.id')
				.select(
					sql<
						Citation[]
					>`coalesce(json_agg(json_build_object('id', c.evidence_id, 'note', c.note, 'strength', c.strength, 'citationVersion', c.version, 'citedBy', c.cited_by) ORDER BY c.created_at, c.evidence_id), '[]')`.as(
						'all',
					),
				)
				.as('citations'),
		)
		.where('f.municipality_id', '=', actor.municipalityId)
		.where('f.id', '=', subject.finding.id)
		.executeTakeFirst();
	if (!row) throw notFound();
	const { organisationId, organisationName, sector, bringers, citations, ...finding } = row;
	const evidence = await citedInTrajectory(reader, actor, subject, [subject.finding.id]);
	const cited = citations ?? [];
	const sources = cited.flatMap(({ id, ...citation }) => {
		const found = evidence.find((one) => one.id === id);
		return found ? [{ ...found, ...citation }] : [];
	});
	const seen = new Set(sources.map(({ id }) => id));
	const organisation = { id: organisationId, name: organisationName };
	const members = finding.isGroup ? await membersOf(reader, actor.municipalityId, finding.id) : [];
	return {
		...finding,
		trajectoryId,
		organisation,
		/** Every organisation that brought it: of a group, of all that is grouped in it. */
		organisations: bringers ?? [{ ...organisation, sector }],
		/** What is grouped in it. */
		members,
		/** The group that speaks for it. */
		group: await groupOfFinding(reader, actor, subject.finding.groupedInto),
		/** Of a group, a source stands here once for every member that cites it. */
		sources,
		/** What it rests on word for word; of a group, what its members do. */
		passages: await citedPassages(reader, actor, subject, [row.id, ...members.map(({ id }) => id)]),
		/** Sources that this reader may not see: they count, but stay unnamed. */
		hiddenSources: new Set(cited.filter(({ id }) => !seen.has(id)).map(({ id }) => id)).size,
		/** What stands opposite it. */
		opposites: await oppositesOf(reader, actor.municipalityId, finding.id),
	};
}

/** How a finding cites a source, itself or by a finding that is grouped in it. */
interface Citation {
	id: string;
	note: string;
	strength: Strength | null;
	/** Of the citation: what its writers name. */
	citationVersion: number;
	/** The finding that cites. */
	citedBy: string;
}

async function groupOfFinding(reader: Reader, { municipalityId }: Actor, groupId: string | null) {
	if (groupId === null) return null;
	const group = await reader
		.selectFrom('finding')
		.select(['id', 'text'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', groupId)
		.executeTakeFirst();
	return group ?? null;
}
