import { quietly, run } from './build.ts';

/** What holds for all sources, apart from what they do. */
export type Check = { name: string; run(): Promise<{ code: number; output: string }> };

const PRETTIER = [
	'--check',
	'--ignore-path',
	'.gitignore',
	'--ignore-path',
	'.prettierignore',
	'.',
];

/** The checks, in the order in which they are run. */
export const CHECKS: Check[] = [
	{
		name: 'types',
		async run() {
			await quietly('svelte-kit', ['sync']);
			return run('svelte-check', ['--fail-on-warnings', '--output', 'human']);
		},
	},
	{ name: 'lint', run: () => run('eslint', ['--max-warnings', '0', '.']) },
	{ name: 'format', run: () => run('prettier', PRETTIER) },
];

/** Runs all checks, shows what each found, and gives how many passed and failed. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
	let failed = 0;
	for (const check of CHECKS) {
		const { code, output } = await check.run().catch((error: Error) => ({
			code: 1,
			output: error.message,
		}));
		console.log(`${code === 0 ? '✓' : '✗'} ${check.name}`);
		if (code === 0) continue;
		failed += 1;
		console.log(output.trim());
	}
	return { passed: CHECKS.length - failed, failed };
}
