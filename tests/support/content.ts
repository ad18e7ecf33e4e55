import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** Reads a JSON file of the project, by its path from the project's root. */
export function readJson(path: string): unknown {
	return JSON.parse(readFileSync(new URL(path, root), 'utf8'));
}

/** The paths of the JSON files in a folder of the project. */
export function jsonFilesIn(folder: string): string[] {
	return readdirSync(new URL(folder, root))
		.filter((name) => name.endsWith('.json'))
		.map((name) => `${folder}/${name}`);
}
