import {
	addTensionAnswer,
	askTension,
	withdrawTensionAnswer,
} from '#features/analysis/tension.commands.server.ts';
import { listTensions } from '#features/analysis/tension.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import { togetherTexts } from '#locales/analysis-together.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory, language } = await parent();
	const t = togetherTexts[language];
	const notices: Record<string, string> = {
		verklaard: t.noticeExplained,
		uitzoeken: t.noticeInvestigated,
		opnieuw: t.noticeAskedAgain,
	};
	const found = await locals.ask(listTensions, { trajectoryId: trajectory.id });
	const standing = new Set(found.tensions.flatMap(({ answer }) => answer?.id ?? []));
	return {
		...found,
		/** What people said where figures and stories agree by now. */
		former: found.answers.filter(({ id }) => !standing.has(id)),
		requestIds: found.tensions.map(() => ({ explain: newId(), ask: newId() })),
		notice: notices[url.searchParams.get('melding') ?? ''] ?? null,
	};
};

const next = (notice: string) => (event: RequestEvent) => `${event.url.pathname}?melding=${notice}`;

export const actions = {
	explain: formAction(addTensionAnswer, { next: next('verklaard') }),
	investigate: formAction(askTension, { next: next('uitzoeken') }),
	again: formAction(withdrawTensionAnswer, { next: next('opnieuw') }),
} satisfies Actions;
