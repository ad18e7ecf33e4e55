import {
	changeNeed,
	restoreNeed,
	withdrawNeed,
} from '#features/analysis/knowledge-need.commands.server.ts';
import { answerNeed, reopenNeed } from '#features/analysis/need-answer.commands.server.ts';
import { readNeed } from '#features/analysis/need-page.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import { needTexts } from '#locales/analysis-need.ts';
import { findingTexts } from '#locales/analysis-finding.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
	const { trajectory, language } = await parent();
	const t = findingTexts[language];
	const search = url.searchParams.get('zoek') ?? '';
	const notices: Record<string, string> = {
		opgeslagen: t.noticeSaved,
		antwoord: t.noticeAnswered,
		heropend: needTexts[language].noticeReopened,
		ingetrokken: t.noticeWithdrawn,
		teruggezet: t.noticeRestored,
	};
	return {
		...(await locals.ask(readNeed, { knowledgeNeedId: params.id, search })),
		search,
		trajectory,
		notice: notices[url.searchParams.get('melding') ?? ''] ?? null,
		requestIds: { change: newId(), answer: newId(), withdraw: newId(), restore: newId() },
	};
};

const next = (notice: string) => (event: RequestEvent) => `${event.url.pathname}?melding=${notice}`;

export const actions = {
	change: formAction(changeNeed, { next: next('opgeslagen') }),
	answer: formAction(answerNeed, { next: next('antwoord') }),
	reopen: formAction(reopenNeed, { next: next('heropend') }),
	withdraw: formAction(withdrawNeed, { next: next('ingetrokken') }),
	restore: formAction(restoreNeed, { next: next('teruggezet') }),
} satisfies Actions;
