import { beforeAll, describe, expect, it } from 'vitest';
import { queries } from '#features/registry.server.ts';
import { eraseContribution } from '#features/retention/contribution.commands.server.ts';
import { Failure } from '#kernel/failure.ts';
import type { AnyQuery } from '#kernel/query.server.ts';
import { inputOf } from '#tests/support/endpoint-input.ts';
import { fill } from '#tests/support/filled-world.ts';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';
import { testWorld } from '#tests/support/world.ts';

/** Of an erased source nothing is left but that it was there: whatever lists, cites or counts it has to bear that. */
const world = await fill(await testWorld());
const { home } = world.filled;
const all = (queries as readonly AnyQuery[]).map((query) => [query.name, query] as const);
const { administrator, process_manager, professional } = home.members;

beforeAll(async () => {
	const sources = await sqlAsOwner<{ id: string; version: number }>(
		world.database.owner,
		"SELECT id, version FROM evidence WHERE municipality_id = $1 AND kind <> 'figure'",
		[home.id],
	);
	expect(sources.length).toBeGreaterThan(10);
	for (const { id: evidenceId, version } of sources)
		await world.kernel.run(administrator, eraseContribution, { evidenceId, version, sure: true });
});

describe('when every source was erased, it still answers', () => {
	it.each(all)('%s', async (_, query) => {
		for (const actor of [process_manager, professional, home.visitor])
			for (const rows of [home.open, home.closed]) {
				const asked = world.kernel.ask(actor, query as never, inputOf(query, rows));
				const failure = await asked.then(
					() => null,
					(error: unknown) => error,
				);
				if (failure !== null && !(failure instanceof Failure)) throw failure;
			}
	});
});
