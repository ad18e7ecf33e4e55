// npm test: everything that must hold. npm test -- FILTER runs only the test files whose path
// contains FILTER, without the checks.
import { globSync } from 'node:fs';
import { buildIfChanged, quietly, ROOT } from './support/build.ts';
import { runChecks } from './support/checks.ts';
import { findChromium } from './support/chromium.ts';
import { testEnvironment } from './support/environment.ts';
import { runProjects, sum, type Outcome } from './support/vitest.ts';

const filters = process.argv.slice(2);
const log = (line: string) => console.log(line);
const started = Date.now();

function filesIn(pattern: string): string[] {
	return globSync(pattern, { cwd: ROOT }).filter(
		(file) => filters.length === 0 || filters.some((filter) => file.includes(filter)),
	);
}

async function step(title: string, work: () => Promise<Partial<Outcome>>): Promise<Outcome> {
	log(`\n${title}`);
	try {
		return sum([await work()]);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return { passed: 0, failed: 1, skipped: [] };
	}
}

const quick = filesIn('{src,scripts,tests/architecture,tests/integration}/**/*.test.ts');
const processes = filesIn('tests/process/**/*.test.ts');
const journeys = filesIn('tests/journeys/**/*.test.ts');
const outcomes: Outcome[] = [];

if (filters.length === 0) outcomes.push(await step('Checks', runChecks));
else await quietly('svelte-kit', ['sync']);
if (quick.length > 0) {
	outcomes.push(
		await step('Architecture, unit and integration tests', () =>
			runProjects(['architecture', 'unit', 'db'], filters, testEnvironment),
		),
	);
}
if (processes.length + journeys.length > 0) {
	outcomes.push(
		await step('Build', async () => {
			await buildIfChanged(() => undefined);
			return { passed: 1 };
		}),
	);
}
if (processes.length > 0) {
	outcomes.push(
		await step('Starting and stopping', () => runProjects(['process'], filters, testEnvironment)),
	);
}
if (journeys.length > 0) {
	outcomes.push(
		await step('Journeys', () => {
			const CHROMIUM_PATH = findChromium(log);
			return runProjects(['journeys'], filters, { ...testEnvironment, CHROMIUM_PATH });
		}),
	);
}

const { passed, failed, skipped } = sum(outcomes);
if (outcomes.length === 0) log(`No test file has ${filters.join(' or ')} in its path.`);
if (skipped.length > 0) log(`\nSkipped (${skipped.length}):\n${skipped.join('\n')}`);
log(`\nTook ${Math.round((Date.now() - started) / 1000)} s.`);
log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
