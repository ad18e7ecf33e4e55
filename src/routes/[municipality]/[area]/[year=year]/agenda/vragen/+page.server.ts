import { readQuestions } from '#features/agenda/questions.queries.server.ts';
import {
	addSolution,
	changeSolution,
	restoreSolution,
	skipQuestions,
	takeUpQuestions,
	withdrawSolution,
} from '#features/agenda/solution.commands.server.ts';
import { addCounterweight } from '#features/analysis/counterweight.commands.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

const notices = {
	oplossing: 'solutionSaved',
	tegenover: 'oppositeSaved',
	opgeslagen: 'saved',
	overgeslagen: 'skipped',
	opgepakt: 'takenUp',
} as const;

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const { actor } = locals;
	const notice = url.searchParams.get('melding') as keyof typeof notices | null;
	const read = await locals.ask(readQuestions, {
		trajectoryId: trajectory.id,
		findingId: url.searchParams.get('risico') ?? undefined,
	});
	return {
		...read,
		withdrawnSolutions: read.withdrawnSolutions.map((one) => ({ ...one, restoreId: newId() })),
		organisation: actor.kind === 'member' ? actor.organisationName : '',
		ids: {
			solution: newId(),
			opposite: newId(),
			change: newId(),
			withdraw: newId(),
			skip: newId(),
			takeUp: newId(),
		},
		notice: notice && (notices[notice] ?? null),
	};
};

/** Back to the risk that is talked about, or to all of them. */
const done = (notice: keyof typeof notices) => ({
	next: ({ url }: { url: URL }) => {
		const risk = url.searchParams.get('risico');
		return `${url.pathname}?${risk ? `risico=${encodeURIComponent(risk)}&` : ''}melding=${notice}`;
	},
});

export const actions: Actions = {
	add: formAction(addSolution, done('oplossing')),
	change: formAction(changeSolution, done('opgeslagen')),
	withdraw: formAction(withdrawSolution, done('opgeslagen')),
	restore: formAction(restoreSolution, done('opgeslagen')),
	oppose: formAction(addCounterweight, done('tegenover')),
	skip: formAction(skipQuestions, done('overgeslagen')),
	takeUp: formAction(takeUpQuestions, done('opgepakt')),
};
