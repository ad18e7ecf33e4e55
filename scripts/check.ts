// npm run check: types, lint and format, without running a test.
import { runChecks } from './support/checks.ts';

const { passed, failed } = await runChecks();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
