import {
	changeSilentRound,
	closeSilentRound,
	openSilentRound,
} from '#features/analysis/silent-round.commands.server.ts';
import { listSilentRounds } from '#features/analysis/silent-round.queries.server.ts';
import { silentRoundTexts } from '#locales/silent-round.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url, depends }) => {
	depends('analysis:round');
	const { trajectory } = await parent();
	const rounds = await locals.ask(listSilentRounds, { trajectoryId: trajectory.id });
	const t = silentRoundTexts[locals.language];
	const notices = new Map([
		['geopend', t.opened],
		['gewijzigd', t.changed],
		['gesloten', t.closed],
	]);
	return {
		rounds,
		requestId: newId(),
		notice: notices.get(url.searchParams.get('melding') ?? '') ?? null,
	};
};

const after = (notice: string) => ({
	next: ({ url }: { url: URL }) => `${url.pathname}?melding=${notice}`,
});

export const actions = {
	open: formAction(openSilentRound, after('geopend')),
	change: formAction(changeSilentRound, after('gewijzigd')),
	close: formAction(closeSilentRound, after('gesloten')),
} satisfies Actions;
