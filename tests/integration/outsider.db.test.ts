import { describe, expect, it } from 'vitest';
import { queries } from '#features/registry.server.ts';
import { publicParts } from '#features/trajectory/trajectory.policy.ts';
import { Failure } from '#kernel/failure.ts';
import type { Actor } from '#kernel/actor.ts';
import type { AnyQuery } from '#kernel/query.server.ts';
import { asOwner } from '#server/database/owner.ts';
import { inputOf } from '#tests/support/endpoint-input.ts';
import { fill } from '#tests/support/filled-world.ts';
import { testWorld } from '#tests/support/world.ts';

/**
 * A colleague of an organisation that takes no part in a trajectory is a member of the municipality, and yet may read
 * no more of that trajectory than the public: what was withdrawn, who wrote what, and the parts that are not public
 * stay among those who take part.
 */
const world = await fill(await testWorld());
const { home } = world.filled;
const outsider = await world.addMember(home, 'professional', String(home.open.new_organisation));

const aboutTrajectory = (queries as readonly AnyQuery[])
	.map((query) => [query.name, query, inputOf(query, home.open)] as const)
	.filter(([, , input]) =>
		Object.keys(input).some((name) => name in { areaSlug: 1 } || /Id$/.test(name)),
	) // prettier-ignore
	.filter(([name]) => !['figures.import', 'membership.list', 'signalPost.form'].includes(name));

async function publish(parts: readonly string[]): Promise<void> {
	await asOwner(world.database.owner, (tx) =>
		tx
			.updateTable('trajectory')
			.set({ public_parts: [...parts] })
			.where('municipality_id', '=', home.id)
			.where('id', '=', String(home.open.trajectory))
			.execute(),
	);
}

async function answer(actor: Actor, query: AnyQuery, input: unknown): Promise<unknown> {
	try {
		return await world.kernel.ask(actor, query as never, input);
	} catch (failure) {
		// The public does not find what somebody else hears no about, or is asked to sign in first.
		if (failure instanceof Failure)
			return [401, 403, 404].includes(failure.status) ? 'no' : failure.code;
		throw failure;
	}
}

/** An answer without the check that every visitor gets anew, and without what only somebody without an account may. */
function content(answered: unknown): unknown {
	if (typeof answered !== 'object' || answered === null || !('check' in answered)) return answered;
	return { ...answered, check: null, may: null };
}

describe.each(publicParts)('where only %s is public', (part) => {
	it.each(aboutTrajectory)('%s', async (_, query, input) => {
		await publish([part]);
		const seen = await answer(outsider, query, input);
		expect(content(seen)).toEqual(content(await answer(home.visitor, query, input)));
	});
});
