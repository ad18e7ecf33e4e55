import { expect, it } from 'vitest';
import { listTrajectories } from '#features/trajectory/trajectory.queries.server.ts';
import { testWorld } from '#tests/support/world.ts';

const world = await testWorld();

it('has a trajectory in both municipalities, and each sees its own', async () => {
	for (const town of [world.home, world.elsewhere]) {
		const found = await world.kernel.ask(town.members.reader, listTrajectories, {});
		expect(found.map(({ id }) => id)).toEqual([town.trajectoryId]);
	}
});
