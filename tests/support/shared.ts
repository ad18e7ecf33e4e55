import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Where published data files to test against may lie: `WIJKAGENDA_SHARED`, else `../shared` beside
 * the project. They are never part of the project.
 */
export const sharedFolder = resolve(process.env.WIJKAGENDA_SHARED ?? '../shared');

/** The path of a published data file. */
export function sharedData(path: string): string {
	return join(sharedFolder, 'data', path);
}

/** Whether the published data files are there; tests that need them skip, visibly, when not. */
export const hasSharedData = existsSync(join(sharedFolder, 'data'));
