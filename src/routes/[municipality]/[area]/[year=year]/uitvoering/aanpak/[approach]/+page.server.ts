import {
	changeApproach,
	restoreApproach,
	withdrawApproach,
} from '#features/execution/approach.commands.server.ts';
import {
	addMeans,
	changeMeans,
	restoreMeans,
	withdrawMeans,
} from '#features/execution/means.commands.server.ts';
import { approachChoices, readApproach } from '#features/execution/plan.queries.server.ts';
import {
	reportProgress,
	restoreProgress,
	withdrawProgress,
} from '#features/execution/progress.commands.server.ts';
import { signalsOfApproach } from '#features/signals/signal.queries.server.ts';
import { readThread } from '#features/thread/thread.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

const notices = { opgeslagen: 'saved', toegevoegd: 'added' } as const;

export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
	const { trajectory } = await parent();
	const read = await locals.ask(readApproach, { approachId: params.approach });
	const notice = url.searchParams.get('melding') as keyof typeof notices | null;
	return {
		...read,
		thread: await locals.ask(readThread, {
			trajectoryId: trajectory.id,
			kind: 'approach',
			id: params.approach,
		}),
		signals: (await locals.ask(signalsOfApproach, { approachId: params.approach })).signals,
		choices: read.may.contribute
			? await locals.ask(approachChoices, { trajectoryId: trajectory.id })
			: null,
		ids: {
			change: newId(),
			withdraw: newId(),
			restore: newId(),
			addMeans: newId(),
			report: newId(),
		},
		means: read.approach.means.map((means) => ({ means, changeId: newId(), withdrawId: newId() })),
		progress: read.approach.progress.map((report) => ({ report, withdrawId: newId() })),
		withdrawn: {
			means: read.withdrawn.means.map((means) => ({ ...means, restoreId: newId() })),
			progress: read.withdrawn.progress.map((report) => ({ ...report, restoreId: newId() })),
		},
		notice: notice && (notices[notice] ?? null),
	};
};

const next = ({ url }: { url: URL }) => `${url.pathname}?melding=opgeslagen`;

export const actions: Actions = {
	change: formAction(changeApproach, { next }),
	withdraw: formAction(withdrawApproach, { next }),
	restore: formAction(restoreApproach, { next }),
	addMeans: formAction(addMeans, { next }),
	changeMeans: formAction(changeMeans, { next }),
	withdrawMeans: formAction(withdrawMeans, { next }),
	restoreMeans: formAction(restoreMeans, { next }),
	report: formAction(reportProgress, { next }),
	withdrawProgress: formAction(withdrawProgress, { next }),
	restoreProgress: formAction(restoreProgress, { next }),
};
