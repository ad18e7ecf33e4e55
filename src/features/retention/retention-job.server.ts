import type { ClientConfig } from 'pg';
import type { Kernel } from '#kernel/kernel.server.ts';
import { loggable } from '#kernel/loggable.ts';
import { asOwner } from '#server/database/owner.ts';
import { carryOutRetention } from './retention.commands.server.ts';

/** Removes what is past its period in one municipality, batch after batch. */
export async function clearPastPeriod(kernel: Kernel, municipalityId: string): Promise<void> {
	const actor = { kind: 'system', municipalityId, language: 'nl' } as const;
	for (;;) {
		const { isDone } = await kernel.run(actor, carryOutRetention, {});
		if (isDone) return;
	}
}

/** The same in every municipality; where it does not succeed, the others go on and the job is tried again. */
export async function clearAllPastPeriod(kernel: Kernel, owner: ClientConfig): Promise<void> {
	const towns = await asOwner(owner, (tx) => tx.selectFrom('municipality').select('id').execute());
	const failed: unknown[] = [];
	for (const { id } of towns)
		await clearPastPeriod(kernel, id).catch((error: unknown) => {
			failed.push(error);
			console.error(loggable(error));
		});
	if (failed.length > 0) throw new AggregateError(failed, 'What is past its period was not removed everywhere.'); // prettier-ignore
}
