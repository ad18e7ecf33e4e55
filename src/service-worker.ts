import { version } from '$app/env';
import { startWorker } from '#offline/worker.ts';

// SvelteKit wants this file outside the project's types; what it does stands where they are checked.
startWorker(version);
