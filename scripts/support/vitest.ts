import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './build.ts';

/** What became of a number of tests; `skipped` holds their names. */
export type Outcome = { passed: number; failed: number; skipped: string[] };

type Report = {
	numPassedTests: number;
	numFailedTests: number;
	testResults: {
		name: string;
		status: string;
		message: string;
		assertionResults: { status: string; fullName: string }[];
	}[];
};

/**
 * Runs the tests of some Vitest projects, showing one line per file, and counts the outcome.
 * A file that cannot be loaded, or a run that ends without a report, counts as one failed test.
 */
export async function runProjects(
	projects: string[],
	filters: string[],
	environment: NodeJS.ProcessEnv,
): Promise<Outcome> {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-report-'));
	const report = path.join(folder, 'report.json');
	const chosen = projects.flatMap((project) => ['--project', project]);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const child = spawn(
		process.execPath,
		[
			path.join(ROOT, 'node_modules/vitest/vitest.mjs'),
			...['run', '--passWithNoTests', '--silent=passed-only', ...chosen, ...reporters, ...filters],
		],
		{ cwd: ROOT, env: environment, stdio: ['ignore', 'pipe', 'inherit'] },
	);
	const lines = createInterface({ input: child.stdout });
	lines.on('line', (line) => isNews(line) && console.log(line));
	const forward = (signal: NodeJS.Signals) => child.kill(signal);
	process.once('SIGINT', forward).once('SIGTERM', forward);
	const code = await new Promise<number>((resolve) => child.on('close', (c) => resolve(c ?? 1)));
	process.removeListener('SIGINT', forward).removeListener('SIGTERM', forward);
	try {
		return count(existsSync(report) ? readFileSync(report, 'utf8') : undefined, code);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Vitest's own banners say nothing that the person who runs the tests needs. */
function isNews(line: string): boolean {
	const plain = stripVTControlCharacters(line);
	return (
		plain.trim() !== '' &&
		!/^JSON report written|^\s*(RUN|Start at|Duration|Isolate|at least) /.test(plain)
	);
}

/** Counts a report; `code` is the exit code of the run, which also knows of errors between tests. */
export function count(report: string | undefined, code: number): Outcome {
	if (report === undefined) return { passed: 0, failed: 1, skipped: [] };
	const { numPassedTests, numFailedTests, testResults } = JSON.parse(report) as Report;
	const broken = testResults.filter(
		(file) =>
			file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
	).length;
	const failed = numFailedTests + broken;
	const skipped = testResults
		.flatMap((file) => file.assertionResults)
		.filter((test) => ['pending', 'skipped', 'todo', 'disabled'].includes(test.status))
		.map((test) => test.fullName);
	return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped };
}

/** Adds outcomes up. */
export function sum(outcomes: Partial<Outcome>[]): Outcome {
	return {
		passed: outcomes.reduce((total, { passed = 0 }) => total + passed, 0),
		failed: outcomes.reduce((total, { failed = 0 }) => total + failed, 0),
		skipped: outcomes.flatMap(({ skipped = [] }) => skipped),
	};
}
