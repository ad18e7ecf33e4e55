import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { queries } from '#features/registry.server.ts';
import { createKernel } from '#kernel/kernel.server.ts';
import { Failure } from '#kernel/failure.ts';
import { inputOf } from '#tests/support/endpoint-input.ts';
import { fill } from '#tests/support/filled-world.ts';
import { rawMark } from '#tests/support/filled-own.ts';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';
import { testWorld } from '#tests/support/world.ts';

const world = await fill(await testWorld());
const { home } = world.filled;
/** The program with its policies switched off: the wall stands alone. */
const unjudged = createKernel({ pool: world.kernel.pool, clock: world.clock, publish: () => {}, judge: () => true }); // prettier-ignore

it('the raw count is there', async () => {
	const rows = await sqlAsOwner(world.database.owner, 'SELECT 1 FROM own_count WHERE value = $1', [rawMark]); // prettier-ignore
	expect(rows.length).toBeGreaterThan(0);
});

it.each(queries.map((one) => [one.name, one] as const))(
	'%s gives no raw count to anybody, also not with policies switched off',
	async (_name, query) => {
		// Who brought a file sees its rows until it is imported; everybody else is asked for here.
		const { administrator, analyst } = home.members;
		for (const actor of [administrator, analyst, home.visitor, home.system])
			for (const rows of [home.open, { ...home.open, own_import: home.open.imported_own! }]) {
				const answer = await unjudged
					.ask(actor, query as never, inputOf(query, rows))
					.catch((failure: unknown) => (failure instanceof Failure ? failure.code : 'broke'));
				expect(JSON.stringify(answer) ?? '').not.toContain(String(rawMark));
			}
	},
);

it('one file touches the tables with raw counts', () => {
	const folder = path.join(process.cwd(), 'src');
	const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
		(name) => /\.(ts|svelte)$/.test(name) && !/\.test\.ts$|schema\.ts$/.test(name),
	);
	const touching = sources.filter((name) =>
		/own_count|own_file_sheet|raw_counts/.test(readFileSync(path.join(folder, name), 'utf8')),
	);
	expect(touching).toEqual([path.join('features', 'publications', 'own-raw.server.ts')]);
});
