import { recordAgreements } from '#features/agenda/agreement.commands.server.ts';
import { findingsToChoose, readPriorities } from '#features/agenda/choosing.queries.server.ts';
import {
	choosePriority,
	restorePriority,
	withdrawPriority,
} from '#features/agenda/priority.commands.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

const notices = {
	gekozen: 'prioritySaved',
	ingetrokken: 'priorityWithdrawn',
	teruggezet: 'priorityRestored',
	instemming: 'agreementSaved',
} as const;

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const page = url.searchParams.get('pagina') ?? undefined;
	const read = await locals.ask(readPriorities, { trajectoryId: trajectory.id, page });
	const notice = url.searchParams.get('melding') as keyof typeof notices | null;
	return {
		...read,
		priorities: read.priorities.map((priority) => ({
			...priority,
			withdrawId: newId(),
			agreeId: newId(),
		})),
		withdrawn: read.withdrawn.map((priority) => ({ ...priority, restoreId: newId() })),
		chosen: await chosenFinding(locals, trajectory, url.searchParams.get('kies')),
		organisationId: locals.actor.kind === 'member' ? locals.actor.organisationId : null,
		requestId: newId(),
		notice: notice && (notices[notice] ?? null),
	};
};

/** The finding that somebody is about to choose; never one that the program proposes. */
async function chosenFinding(
	locals: App.Locals,
	trajectory: { id: string; may: { lead: boolean } },
	wanted: string | null,
) {
	if (!wanted || !trajectory.may.lead) return null;
	const { findings, priorities } = await locals.ask(findingsToChoose, {
		trajectoryId: trajectory.id,
	});
	if (priorities.some(({ findingId }) => findingId === wanted)) return null;
	return findings.find(({ id }) => id === wanted) ?? null;
}

export const actions: Actions = {
	choose: formAction(choosePriority, { next: ({ url }) => `${url.pathname}?melding=gekozen` }),
	agree: formAction(recordAgreements, {
		next: ({ url }) => `${url.pathname}?melding=instemming`,
	}),
	withdraw: formAction(withdrawPriority, {
		next: ({ url }) => `${url.pathname}?melding=ingetrokken`,
	}),
	restore: formAction(restorePriority, { next: ({ url }) => `${url.pathname}?melding=teruggezet` }),
};
