// npm run test:interop: files that go out, are changed in LibreOffice and come back. npm run test:interop -- FILTER
// runs only the test files whose path contains FILTER.
import { quietly } from './support/build.ts';
import { testEnvironment } from './support/environment.ts';
import { findLibreOffice } from './support/libreoffice.ts';
import { runProjects } from './support/vitest.ts';

const started = Date.now();
try {
	const { office, python } = findLibreOffice((line) => console.log(line));
	await quietly('svelte-kit', ['sync']);
	const { passed, failed, skipped } = await runProjects(['interop'], process.argv.slice(2), {
		...testEnvironment,
		LIBREOFFICE_PATH: office,
		LIBREOFFICE_PYTHON: python,
	});
	if (skipped.length > 0) console.log(`\nSkipped (${skipped.length}):\n${skipped.join('\n')}`);
	console.log(`\nTook ${Math.round((Date.now() - started) / 1000)} s.`);
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed > 0 || passed === 0 ? 1 : 0);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
