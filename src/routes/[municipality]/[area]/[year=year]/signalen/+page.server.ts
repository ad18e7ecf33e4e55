import { redirect } from '@sveltejs/kit';
import { outcomes } from '#features/signals/course.ts';
import { listSignals } from '#features/signals/signal.queries.server.ts';
import { signalPaths } from '#features/signals/signal-paths.ts';
import type { PageServerLoad } from './$types';

const lists: Record<string, 'open' | 'closed' | 'mine'> = {
	open: 'open',
	afgerond: 'closed',
	mijn: 'mine',
};

export const load: PageServerLoad = async ({ parent, locals, params, url }) => {
	const { trajectory } = await parent();
	// Whoever only reads what is public can hand something in, where that was opened.
	if (!trajectory.may.readInside)
		redirect(303, signalPaths(params.municipality, trajectory).publicForm);
	const which = lists[url.searchParams.get('toon') ?? ''] ?? 'open';
	const outcome = outcomes.find((one) => one === url.searchParams.get('uitkomst'));
	const page = Number(/^[1-9]\d{0,4}$/.exec(url.searchParams.get('pagina') ?? '')?.[0] ?? 1);
	const input = { trajectoryId: trajectory.id, which, page };
	return {
		list: await locals.ask(listSignals, which === 'closed' ? { ...input, outcome } : input),
		which,
		outcome: which === 'closed' ? (outcome ?? null) : null,
	};
};
