// Imports one file in a process of its own, so that its memory is nobody else's; prints what it took as JSON.
import { importFigures } from '#features/publications/import-figures.server.ts';
import { fileAt } from '#features/publications/import-source.ts';
import type { System } from '#kernel/actor.ts';
import { scopeOf } from '#kernel/kernel.server.ts';
import { createPool } from '#server/database/pool.ts';
import { writing } from '#server/database/transaction.ts';

const { app, municipalityId, file, table, year } = JSON.parse(process.argv[2] ?? '{}');
const actor: System = { kind: 'system', municipalityId, language: 'nl' };
const pool = createPool(app, 1);
const began = performance.now();
const { figures } = await writing(pool, scopeOf(actor), {
	async work(tx) {
		const outcome = await importFigures(tx, [fileAt(file)], {
			municipalityId,
			now: new Date(),
			options: { table, title: `Kerncijfers wijken en buurten ${year}`, year },
		});
		return { outcome };
	},
});
const seconds = (performance.now() - began) / 1000;
await pool.end();
console.log(JSON.stringify({ figures, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
