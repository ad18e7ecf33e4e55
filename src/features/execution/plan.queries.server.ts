import { readOrganisations } from '#features/accounts/organisation.queries.server.ts';
import { agendaItemsOf } from '#features/agenda/agenda-item.queries.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute, mayRead } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { dayOf } from '#kernel/clock.ts';
import { notFound } from '#kernel/failure.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { approachesOf, type Approach } from './approach.queries.server.ts';
import { approachIdSchema } from './approach.schema.ts';
import { accessOfApproach } from './approach.write.server.ts';
import { meansOf, type Means } from './means.queries.server.ts';
import { progressOf, type Progress } from './progress.queries.server.ts';
import { totalsOf } from './totals.ts';

/** An approach with its means and how it went, the newest report first. */
export interface PlanEntry extends Approach {
	means: Means[];
	progress: Progress[];
}

/** Every approach of a trajectory with its means and progress; withdrawn approaches last. */
export async function planOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<PlanEntry[]> {
	const approaches = await approachesOf(reader, municipalityId, trajectoryId, {
		withWithdrawn: true,
	});
	const means = Map.groupBy(
		await meansOf(reader, municipalityId, trajectoryId),
		({ approachId }) => approachId,
	);
	const progress = Map.groupBy(
		await progressOf(reader, municipalityId, trajectoryId),
		({ approachId }) => approachId,
	);
	return approaches
		.map((approach) => ({
			...approach,
			means: means.get(approach.id) ?? [],
			progress: progress.get(approach.id) ?? [],
		}))
		.toSorted((one, other) => Number(one.isWithdrawn) - Number(other.isWithdrawn));
}

export const readPlan = query({
	name: 'plan.read',
	summary: 'Reads the plan: the agenda items with their approaches, means, progress and totals.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/aanpakken' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayRead('plan'),
	async run({ reader, actor, clock }, { trajectoryId }) {
		const municipalityId = municipalityOf(actor);
		const entries = await planOf(reader, municipalityId, trajectoryId);
		const approaches = entries.filter(({ isWithdrawn }) => !isWithdrawn);
		const items = await agendaItemsOf(reader, municipalityId, trajectoryId);
		return {
			// Of an agenda that is not public the plan says nothing; its approaches stand without items then.
			items: items.map(({ id, title }) => ({ id, title })),
			approaches,
			withdrawn: entries.filter(({ isWithdrawn }) => isWithdrawn),
			totals: totalsOf(approaches.flatMap(({ means }) => means)),
			today: dayOf(clock.now()),
		};
	},
});

export const readApproach = query({
	name: 'approach.read',
	summary: 'Reads one approach with its means and progress.',
	http: { method: 'GET', path: '/aanpakken/{approachId}' },
	input: approachIdSchema,
	subject: accessOfApproach,
	allow: mayRead('plan'),
	async run({ reader, actor, subject }, { approachId }) {
		const municipalityId = municipalityOf(actor);
		const entries = await planOf(reader, municipalityId, subject.trajectoryId);
		const approach = entries.find(({ id }) => id === approachId);
		if (!approach) throw notFound();
		const items = await agendaItemsOf(reader, municipalityId, subject.trajectoryId, {
			withWithdrawn: true,
		});
		return {
			approach,
			items: items
				.filter(({ id }) => approach.agendaItemIds.includes(id))
				.map(({ id, title, isWithdrawn }) => ({ id, title, isWithdrawn })),
			withdrawn:
				mayContribute(actor, subject) === true
					? await withdrawnOf(reader, municipalityId, subject.trajectoryId, approachId)
					: { means: [], progress: [] },
			may: { contribute: mayContribute(actor, subject) === true },
		};
	},
});

/** What was withdrawn of an approach, for who may put it back. */
async function withdrawnOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	approachId: string,
): Promise<{ means: Means[]; progress: Progress[] }> {
	const means = await meansOf(reader, municipalityId, trajectoryId, 'withdrawn');
	const progress = await progressOf(reader, municipalityId, trajectoryId, 'withdrawn');
	return {
		means: means.filter((one) => one.approachId === approachId),
		progress: progress.filter((one) => one.approachId === approachId),
	};
}

export const listMeans = query({
	name: 'means.list',
	summary: 'Lists the means of an approach.',
	http: { method: 'GET', path: '/aanpakken/{approachId}/middelen' },
	input: approachIdSchema,
	subject: accessOfApproach,
	allow: mayRead('plan'),
	async run({ reader, actor, subject }, { approachId }) {
		const all = await meansOf(reader, municipalityOf(actor), subject.trajectoryId);
		return all.filter((means) => means.approachId === approachId);
	},
});

export const listProgress = query({
	name: 'progress.list',
	summary: 'Lists the progress reports of an approach, the newest first.',
	http: { method: 'GET', path: '/aanpakken/{approachId}/voortgang' },
	input: approachIdSchema,
	subject: accessOfApproach,
	allow: mayRead('plan'),
	async run({ reader, actor, subject }, { approachId }) {
		const all = await progressOf(reader, municipalityOf(actor), subject.trajectoryId);
		return all.filter((progress) => progress.approachId === approachId);
	},
});

export const approachChoices = query({
	name: 'approach.choices',
	summary: 'Lists the agenda items and organisations to choose from for an approach.',
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ reader, actor }, { trajectoryId }) {
		const municipalityId = municipalityOf(actor);
		return {
			items: await agendaItemsOf(reader, municipalityId, trajectoryId, { withWithdrawn: true }),
			organisations: await readOrganisations(reader, municipalityId),
		};
	},
});
