import { addAgendaItem } from '#features/agenda/agenda-item.commands.server.ts';
import { findingsToChoose } from '#features/agenda/choosing.queries.server.ts';
import { itemDraft } from '#features/agenda/item-draft.ts';
import { listSolutions } from '#features/agenda/solution.queries.server.ts';
import { sideOf } from '#features/analysis/finding-side.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import { questionTexts } from '#locales/questions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const { findings, priorities } = await locals.ask(findingsToChoose, {
		trajectoryId: trajectory.id,
	});
	const first = new Set(priorities.map(({ findingId }) => findingId));
	const chosen = url.searchParams.getAll('bevinding');
	// From the three questions: what was chosen there comes along, as a text to change and as where it came from.
	const wanted = url.searchParams.getAll('oplossing[]');
	const solutions = (await locals.ask(listSolutions, { trajectoryId: trajectory.id })).filter(
		({ id }) => wanted.includes(id),
	);
	const protective = findings.filter((one) => chosen.includes(one.id) && sideOf(one) === 'protective'); // prettier-ignore
	return {
		solutions,
		draft: {
			title: '',
			text: itemDraft({ protective, solutions }, questionTexts[locals.language]),
			findingIds: chosen,
			withoutFindingReason: '',
		},
		findings: findings.map(({ id, text }) => ({ id, text, isPriority: first.has(id) })),
		requestId: newId(),
	};
};

export const actions: Actions = {
	add: formAction(addAgendaItem, {
		next: ({ url }) => `${url.pathname.replace(/\/nieuw$/, '')}?melding=toegevoegd`,
	}),
};
