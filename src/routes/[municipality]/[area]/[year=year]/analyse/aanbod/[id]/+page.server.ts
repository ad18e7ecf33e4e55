import { readProvision } from '#features/analysis/entry.queries.server.ts';
import {
	changeProvision,
	restoreProvision,
	withdrawProvision,
} from '#features/analysis/provision.commands.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import { findingTexts } from '#locales/analysis-finding.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
	const { trajectory, language } = await parent();
	const t = findingTexts[language];
	const notices: Record<string, string> = {
		opgeslagen: t.noticeSaved,
		ingetrokken: t.noticeWithdrawn,
		teruggezet: t.noticeRestored,
	};
	return {
		...(await locals.ask(readProvision, { provisionId: params.id })),
		trajectory,
		notice: notices[url.searchParams.get('melding') ?? ''] ?? null,
		requestIds: { change: newId(), withdraw: newId(), restore: newId() },
	};
};

const next = (notice: string) => (event: RequestEvent) => `${event.url.pathname}?melding=${notice}`;

export const actions = {
	change: formAction(changeProvision, { next: next('opgeslagen') }),
	withdraw: formAction(withdrawProvision, { next: next('ingetrokken') }),
	restore: formAction(restoreProvision, { next: next('teruggezet') }),
} satisfies Actions;
