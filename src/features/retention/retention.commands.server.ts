import * as v from 'valibot';
import { municipalityOf, writerOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { changedMeanwhile } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { onlyRoles } from '#kernel/policy.ts';
import { nothing } from '#kernel/query.server.ts';
import { changeRow } from '#server/database/rows.ts';
import { clearKind, batch } from './clear-kind.server.ts';
import { startClearing } from '#features/evidence/clearing.server.ts';
import { periodsOf } from './periods.server.ts';
import { before } from './retention-kinds.ts';
import { setPeriodSchema } from './retention.schema.ts';

/** How long what is kept: whoever looks after the installation. */
export const keepsPeriods = onlyRoles('administrator');

export const setPeriod = command({
	name: 'retention.setPeriod',
	summary: 'Sets how long a kind of data is kept in this municipality, with the reason.',
	http: { method: 'PUT', path: '/bewaartermijnen/{kind}' },
	input: setPeriodSchema,
	subject: nothing,
	allow: keepsPeriods,
	async run({ tx, actor, clock, requestId }, { kind, months, reason, version }) {
		const municipalityId = municipalityOf(actor);
		const values = { months, reason, changed_by: writerOf(actor), changed_at: clock.now() };
		const current = async () =>
			(await periodsOf(tx, municipalityId)).find((period) => period.id === kind);
		const row = await current();
		if (row?.rowId)
			return changeRow(tx, 'retention_period', { municipalityId, id: row.rowId, version }, values, {
				current,
			});
		const added = await tx
			.insertInto('retention_period')
			.values({ municipality_id: municipalityId, id: requestId, kind, ...values })
			.onConflict((conflict) => conflict.columns(['municipality_id', 'kind']).doNothing())
			.returning(['id', 'version'])
			.executeTakeFirst();
		if (!added) throw changedMeanwhile(await current());
		return added;
	},
});

export const carryOutRetention = command({
	name: 'retention.carryOut',
	summary: 'Removes what is past its period, at most 500 of a kind at once, and logs how many.',
	http: { method: 'POST', path: '/bewaartermijnen/uitvoering' },
	input: v.object({}),
	subject: nothing,
	allow: keepsPeriods,
	async run({ tx, actor, clock, requestId }) {
		const municipalityId = municipalityOf(actor);
		const at = clock.now();
		await startClearing(tx);
		const removed = [];
		for (const { id: kind, months } of await periodsOf(tx, municipalityId)) {
			const overdue = { municipalityId, before: before(at, months), at };
			const count = await clearKind(tx, kind, overdue);
			if (count > 0) removed.push({ kind, months, count });
		}
		if (removed.length > 0)
			await tx
				.insertInto('removal')
				.values(
					removed.map(({ kind, months, count }) => ({
						municipality_id: municipalityId,
						id: newId(),
						at,
						kind,
						cause: 'period',
						months,
						count,
						membership_id: writerOf(actor),
					})),
				)
				.execute();
		return { id: requestId, removed, isDone: removed.every(({ count }) => count < batch) };
	},
});
