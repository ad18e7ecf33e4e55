import { createReadStream } from 'node:fs';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasSharedData, sharedData } from '#tests/support/shared.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import { writing } from '#server/database/transaction.ts';
import { scopeOf } from '#kernel/kernel.server.ts';
import { importFigures, type ImportContext } from './import-figures.server.ts';
import { fileAt, type SourceFile } from './import-source.ts';

let world: World;
beforeAll(async () => {
	world = await testWorld();
});
const run = (files: SourceFile[], options: ImportContext['options'] = {}) =>
	writing(world.kernel.pool, scopeOf(world.home.system), {
		first: 'SELECT 1',
		async work(tx) {
			const outcome = await importFigures(tx, files, {
				municipalityId: world.home.id,
				now: world.clock.now(),
				options,
			});
			return { outcome, last: 'SELECT 1' };
		},
	});

describe.skipIf(!hasSharedData)('the whole country', () => {
	it('is imported', async () => {
		const t = performance.now();
		const result = await run([fileAt(sharedData('cbs-kwb-2020/kwb2020_heel_nederland.csv.gz'))]);
		console.log(performance.now() - t, process.memoryUsage.rss() / 1e6, result);
		expect(result).toMatchObject({ areas: 17341, figures: 745663, replaced: 0 });
		console.log(await run([fileAt(sharedData('cbs-kwb-2020/kwb2020_heel_nederland.csv.gz'))]));
	});
});
