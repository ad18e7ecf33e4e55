import * as v from 'valibot';
import {
	findingsOf,
	spokenFor,
	type FindingLine,
} from '#features/analysis/finding.queries.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import {
	mayContribute,
	mayLead,
	mayRead,
	mayReadInside,
	mayRecordDecision,
} from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import { id, wholeNumber } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import type { Which } from '#server/database/rows.ts';
import { accessOfAgendaItem } from './agenda-item.write.server.ts';
import { agendaItemIdSchema } from './agenda-item.schema.ts';
import {
	agendaItemsOf,
	decisionsOf,
	type AgendaItem,
	type Decision,
} from './agenda-item.queries.server.ts';
import { agendaItemVersions } from './agenda-item-history.server.ts';
import { momentsOf } from './moment.queries.server.ts';
import { prioritiesOf } from './priority.queries.server.ts';
import { answeredFindings } from './scoring.queries.server.ts';
import { skippedQuestionsOf, solutionsOfItem } from './solution.queries.server.ts';

/** An agenda item with what it answers and what was decided about it. */
export interface AgendaEntry extends AgendaItem {
	findings: FindingLine[];
	/** How many more findings it answers that the reader may not see. */
	hiddenFindings: number;
	decisions: Decision[];
}

/** A finding that no agenda item answers, and what became of it so far. */
export interface OpenFinding extends FindingLine {
	isPriority: boolean;
	/** How many parties weighed it by every criterion; null for who may not know. */
	weighedBy: number | null;
	/** The item that answered it and was withdrawn since. */
	formerItem: string | null;
}

/** How many findings without an item a page shows. */
export const openPageSize = 20;

/** The agenda with everything that belongs to each item, those that were withdrawn last. */
export async function agendaOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<AgendaEntry[]> {
	const items = await agendaItemsOf(reader, municipalityId, trajectoryId, { withWithdrawn: true });
	const decisions = Map.groupBy(
		await decisionsOf(reader, municipalityId, trajectoryId),
		({ agendaItemId }) => agendaItemId,
	);
	const all = await findingsOf(reader, municipalityId, trajectoryId, { withWithdrawn: true });
	return items.map((item) => {
		const answered = new Set(item.findingIds);
		const findings = all.filter((finding) => answered.has(finding.id));
		return {
			...item,
			findings,
			hiddenFindings: answered.size - findings.length,
			decisions: decisions.get(item.id) ?? [],
		};
	});
}

export const readAgenda = query({
	name: 'agenda.read',
	summary:
		'Reads the agenda: its items, the findings they answer, decisions, and findings without an item.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/agendapunten' },
	input: v.object({ trajectoryId: id(), page: v.optional(wholeNumber(1, 100_000), 1) }),
	subject: accessOfInput,
	allow: mayRead('agenda'),
	async run({ reader, actor, subject }, { trajectoryId, page }) {
		const municipalityId = municipalityOf(actor);
		const entries = await agendaOf(reader, municipalityId, trajectoryId);
		const open = await openFindings(reader, municipalityId, trajectoryId, {
			entries,
			isInside: mayReadInside(actor, subject) === true,
		});
		const from = (page - 1) * openPageSize;
		return {
			items: entries.filter((entry) => !entry.isWithdrawn && entry.endedYear === null),
			/** Those that ended by a yearly adjustment, with the reason. */
			ended: entries.filter((entry) => !entry.isWithdrawn && entry.endedYear !== null),
			withdrawn: entries.filter((entry) => entry.isWithdrawn),
			may: { recordDecision: mayRecordDecision(actor, subject) === true },
			open: { rows: open.slice(from, from + openPageSize), from: from + 1, total: open.length },
			/** Why the three questions were skipped, for those inside; null when they were not. */
			skipped: (await skippedQuestionsOf(reader, municipalityId, trajectoryId)) ?? null,
		};
	},
});

export const readAgendaItem = query({
	name: 'agendaItem.read',
	summary: 'Reads one agenda item with the findings it answers and the decisions about it.',
	http: { method: 'GET', path: '/agendapunten/{agendaItemId}' },
	input: agendaItemIdSchema,
	subject: accessOfAgendaItem,
	allow: mayRead('agenda'),
	async run({ reader, actor, subject }, { agendaItemId }) {
		const entries = await agendaOf(reader, municipalityOf(actor), subject.trajectoryId);
		const item = entries.find((entry) => entry.id === agendaItemId);
		if (!item) throw notFound();
		const standing = entries.filter((entry) => !entry.isWithdrawn);
		const isInside = mayReadInside(actor, subject) === true;
		const mayRecord = mayRecordDecision(actor, subject) === true;
		return {
			item,
			withdrawnDecisions: mayRecord
				? await decisionsOfItem(reader, actor, subject.trajectoryId, agendaItemId, 'withdrawn')
				: [],
			/** Every text it had, the current one first; for those inside. */
			versions: isInside
				? await agendaItemVersions(reader, municipalityOf(actor), agendaItemId)
				: [],
			/** The moments with politics that are about it. */
			moments: (await momentsOf(reader, municipalityOf(actor), subject.trajectoryId)).filter(
				(moment) => moment.agendaItemIds.includes(agendaItemId),
			),
			/** The possible solutions that it grew out of; row-level security shows the public none. */
			solutions: await solutionsOfItem(reader, municipalityOf(actor), agendaItemId),
			position: standing.indexOf(item) + 1,
			total: standing.length,
			may: {
				contribute: mayContribute(actor, subject) === true,
				order: mayLead(actor, subject) === true,
				recordDecision: mayRecord,
			},
		};
	},
});

export const listDecisions = query({
	name: 'decision.list',
	summary: 'Lists the decisions about an agenda item, the oldest first.',
	http: { method: 'GET', path: '/agendapunten/{agendaItemId}/besluiten' },
	input: agendaItemIdSchema,
	subject: accessOfAgendaItem,
	allow: mayRead('agenda'),
	run: ({ reader, actor, subject }, { agendaItemId }) =>
		decisionsOfItem(reader, actor, subject.trajectoryId, agendaItemId, 'standing'),
});

async function decisionsOfItem(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
	agendaItemId: string,
	which: Which,
): Promise<Decision[]> {
	const all = await decisionsOf(reader, municipalityOf(actor), trajectoryId, which);
	return all.filter((decision) => decision.agendaItemId === agendaItemId);
}

interface OpenOptions {
	entries: AgendaEntry[];
	isInside: boolean;
}

/** Findings that stand on no item, those that were put first on top. */
async function openFindings(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	{ entries, isInside }: OpenOptions,
): Promise<OpenFinding[]> {
	const standing = entries.filter(({ isWithdrawn }) => !isWithdrawn);
	const all = await findingsOf(reader, municipalityId, trajectoryId, { withWithdrawn: true });
	const answered = spokenFor(
		standing.flatMap(({ findingIds }) => findingIds),
		all,
	);
	const priorities = await prioritiesOf(reader, municipalityId, trajectoryId);
	const first = spokenFor(
		priorities.map(({ findingId }) => findingId),
		all,
	);
	const answers = isInside ? await answeredFindings(reader, municipalityId, trajectoryId) : [];
	return all
		.filter(({ isWithdrawn, groupedInto }) => !isWithdrawn && groupedInto === null)
		.filter((finding) => !answered.has(finding.id))
		.map((finding) => ({
			...finding,
			isPriority: first.has(finding.id),
			weighedBy: isInside
				? answers.filter(({ findingId }) => findingId === finding.id).length
				: null,
			formerItem: entries.find(({ findingIds }) => findingIds.includes(finding.id))?.title ?? null,
		}))
		.toSorted((one, other) => Number(other.isPriority) - Number(one.isPriority));
}
