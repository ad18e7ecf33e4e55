import type { Kernel } from '#kernel/kernel.server.ts';
import { loggable } from '#kernel/loggable.ts';
import { startJobs, type Task } from '#server/jobs.server.ts';
import { onEnd, runtime } from '#server/runtime.ts';
import { figuresChangedTask } from './figures/figures-changed.server.ts';
import { attachmentTasks, dropStaleTask } from './evidence/attachment-files.server.ts';
import { runBoundaryImport, takeUpBoundaryImports } from './areas/boundary-import-job.server.ts';
import { boundaryTask } from './areas/boundary-import.commands.server.ts';
import { runImport, takeUpImports } from './publications/import-job.server.ts';
import { importTask } from './publications/import.commands.server.ts';
import { computeOwnWarnings } from './warnings/warning.commands.server.ts';
import { checkAllSources, checkSourcesOf } from './publications/check-sources.server.ts';
import { clearAllPastPeriod } from './retention/retention-job.server.ts';
import { forgetAddresses } from './signals/forget-addresses.server.ts';
import { checkTask } from './publications/check-sources.commands.server.ts';

/** Every kind of job there is. */
function tasks(kernel: Kernel): Record<string, Task> {
	return {
		...attachmentTasks,
		[checkTask]: async (payload) => {
			await checkSourcesOf(kernel, (payload as { municipalityId: string }).municipalityId);
		},
		check_all_sources: () => checkAllSources(kernel, runtime().database.owner),
		clear_past_period: () => clearAllPastPeriod(kernel, runtime().database.owner),
		[importTask]: async (payload) => {
			await runImport(kernel, payload as { municipalityId: string; importId: string });
		},
		forget_signal_addresses: () => forgetAddresses(runtime().database.owner, kernel.clock.now()),
		[figuresChangedTask]: async (payload) => {
			const { municipalityId } = payload as { municipalityId: string };
			await kernel.run({ kind: 'system', municipalityId, language: 'nl' }, computeOwnWarnings, {});
		},
		[boundaryTask]: async (payload) => {
			await runBoundaryImport(kernel, payload as { municipalityId: string; importId: string });
		},
	};
}

const lookEvery = 15_000;

/** In the night from Sunday to Monday, at an odd moment: everyone asks at whole hours. What is past its period goes every night. */
const crontab = `17 3 * * 1 check_all_sources
41 2 * * * clear_past_period
23 2 * * * forget_signal_addresses
41 3 * * * ${dropStaleTask}`;

/** Starts carrying out jobs in this process, and takes up what a process that died left behind. */
export async function startWork(kernel: Kernel): Promise<void> {
	const { owner } = runtime().database;
	await startJobs(owner, tasks(kernel), crontab);
	const look = () =>
		Promise.all([takeUpImports(kernel, owner), takeUpBoundaryImports(kernel, owner)]).catch(
			(error) => console.error(loggable(error)),
		);
	const timer = setInterval(look, lookEvery);
	timer.unref();
	onEnd(async () => clearInterval(timer));
	await look();
}
