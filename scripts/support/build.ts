import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the project. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

const SOURCES = ['src', 'content', 'static', 'vite.config.ts', 'package.json', 'package-lock.json'];
const STAMP = path.join(ROOT, 'build/.wijkagenda-sources');

/** Builds when a source changed since the last complete build; gives whether it did. */
export async function buildIfChanged(log: (line: string) => void): Promise<boolean> {
	const wanted = fingerprint();
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return false;
	log('Building…');
	await quietly('svelte-kit', ['sync']);
	await quietly('vite', ['build', '--logLevel', 'warn']);
	writeFileSync(STAMP, wanted);
	return true;
}

/** One hash over the names and contents of all sources. */
function fingerprint(): string {
	const hash = createHash('sha256');
	for (const file of SOURCES.flatMap((source) => filesIn(path.join(ROOT, source)))) {
		hash
			.update(`${path.relative(ROOT, file)}\0`)
			.update(readFileSync(file))
			.update('\0');
	}
	return hash.digest('hex');
}

function filesIn(place: string): string[] {
	if (!existsSync(place)) return [];
	if (!statSync(place).isDirectory()) return [place];
	return readdirSync(place, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !/\.test\.ts$/.test(entry.name))
		.map((entry) => path.join(entry.parentPath, entry.name))
		.sort();
}

/**
 * Runs a program of node_modules/.bin under this Node; its output is shown only when it fails.
 */
export async function quietly(program: string, args: string[]): Promise<void> {
	const { code, output } = await run(program, args);
	if (code !== 0) throw new Error(`${output.trim()}\n${program} ${args.join(' ')} failed.`);
}

/** Runs a program of node_modules/.bin under this Node and gives its exit code and output. */
export async function run(
	program: string,
	args: string[],
	environment: NodeJS.ProcessEnv = process.env,
): Promise<{ code: number; output: string }> {
	const script = path.join(ROOT, 'node_modules/.bin', program);
	const child = spawn(process.execPath, [script, ...args], {
		cwd: ROOT,
		env: { ...environment, FORCE_COLOR: '0', NO_COLOR: '1', NODE_ENV: undefined },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	child.stdout.on('data', (chunk) => (output += chunk));
	child.stderr.on('data', (chunk) => (output += chunk));
	const code = await new Promise<number>((resolve) => child.on('close', (c) => resolve(c ?? 1)));
	return { code, output };
}
