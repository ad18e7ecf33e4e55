// npm run bench [-- --json FILE] [--seconds N] [NAME…]: measures, each figure beside a yardstick of the same run.
// --seconds is how long the live form is measured: 60 by itself, 300 for the figure in docs/performance.md.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchObservation } from './bench/observation.ts';
import { benchField } from './bench/field.ts';
import { benchFigures } from './bench/figures.ts';
import { benchFindings } from './bench/findings.ts';
import { benchLive } from './bench/live.ts';
import { benchOutbox } from './bench/outbox.ts';
import { benchReport } from './bench/report.ts';
import { benchMemory } from './bench/memory.ts';
import { benchSearch } from './bench/search.ts';
import { asText, type Result } from './bench/result.ts';
import { openStage, type Stage } from './bench/stage.ts';

const benches: Record<string, (stage: Stage, seconds: number) => Promise<Result[]>> = {
	observation: benchObservation,
	findings: benchFindings,
	figures: benchFigures,
	live: benchLive,
	field: benchField,
	outbox: benchOutbox,
	search: benchSearch,
	report: benchReport,
	memory: benchMemory,
};

const { values, positionals } = parseArgs({
	options: { json: { type: 'string' }, seconds: { type: 'string', default: '60' } },
	allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in benches));
if (unknown.length > 0) {
	console.error(
		`There is no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`,
	);
	process.exit(1);
}

const stage = await openStage((line) => console.log(line));
const results: Result[] = [];
try {
	for (const [name, bench] of Object.entries(benches)) {
		if (positionals.length > 0 && !positionals.includes(name)) continue;
		for (const result of await bench(stage, Number(values.seconds))) {
			results.push(result);
			console.log(asText(result));
		}
	}
} finally {
	await stage.stop();
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
