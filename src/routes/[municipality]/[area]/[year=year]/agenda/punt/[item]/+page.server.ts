import {
	changeAgendaItem,
	orderAgendaItem,
	resumeAgendaItem,
	restoreAgendaItem,
	withdrawAgendaItem,
} from '#features/agenda/agenda-item.commands.server.ts';
import { readAgendaItem } from '#features/agenda/agenda.queries.server.ts';
import { findingsToChoose } from '#features/agenda/choosing.queries.server.ts';
import {
	changeDecision,
	recordDecision,
	restoreDecision,
	withdrawDecision,
} from '#features/agenda/decision.commands.server.ts';
import { readItemSupport } from '#features/agenda/standpoint.queries.server.ts';
import { readChains } from '#features/thread/chains.queries.server.ts';
import { readThread } from '#features/thread/thread.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
	const { trajectory } = await parent();
	const read = await locals.ask(readAgendaItem, { agendaItemId: params.item });
	const chains = await locals.ask(readChains, { trajectoryId: trajectory.id });
	const {
		support,
		knowsParties,
		may: mayState,
	} = await locals.ask(readItemSupport, {
		agendaItemId: params.item,
	});
	return {
		...read,
		chain: chains.find(({ agendaItemId }) => agendaItemId === params.item) ?? null,
		support,
		knowsParties,
		maySupport: mayState.enter || mayState.giveFor !== null,
		thread: await locals.ask(readThread, {
			trajectoryId: trajectory.id,
			kind: 'agendaItem',
			id: params.item,
		}),
		findings: read.may.contribute ? await choices(locals, trajectory.id, read.item.findings) : [],
		// One request id per form, so that sending one again repeats nothing.
		ids: {
			change: newId(),
			order: newId(),
			withdraw: newId(),
			restore: newId(),
			record: newId(),
			resume: newId(),
		},
		decisions: read.item.decisions.map((decision) => ({
			...decision,
			changeId: newId(),
			withdrawId: newId(),
		})),
		withdrawnDecisions: read.withdrawnDecisions.map((decision) => ({
			...decision,
			restoreId: newId(),
		})),
		notice: url.searchParams.get('melding') === 'opgeslagen' ? ('saved' as const) : null,
	};
};

/** Every finding that stands, and those that the item answers although they were withdrawn since. */
async function choices(
	locals: App.Locals,
	trajectoryId: string,
	answered: { id: string; text: string }[],
) {
	const { findings, priorities } = await locals.ask(findingsToChoose, { trajectoryId });
	const first = new Set(priorities.map(({ findingId }) => findingId));
	const known = new Set(findings.map(({ id }) => id));
	return [...findings, ...answered.filter(({ id }) => !known.has(id))].map(({ id, text }) => ({
		id,
		text,
		isPriority: first.has(id),
	}));
}

const next = ({ url }: { url: URL }) => `${url.pathname}?melding=opgeslagen`;

export const actions: Actions = {
	change: formAction(changeAgendaItem, { next }),
	order: formAction(orderAgendaItem, { next }),
	withdraw: formAction(withdrawAgendaItem, { next }),
	restore: formAction(restoreAgendaItem, { next }),
	resume: formAction(resumeAgendaItem, { next }),
	record: formAction(recordDecision, { next }),
	changeDecision: formAction(changeDecision, { next }),
	withdrawDecision: formAction(withdrawDecision, { next }),
	restoreDecision: formAction(restoreDecision, { next }),
};
