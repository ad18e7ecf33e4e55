import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, isTest, lineAt, root, sourceFiles, type Import } from './source-files.ts';

const files = sourceFiles('src');
const imports = new Map(files.map((file) => [file.path, importsOf(file)]));

/** The rooms from the first to the last: a room may import those on the lines before its own, never the other way round. */
const rooms = [
	['content'],
	['areas'],
	['accounts'],
	['trajectory'],
	['evidence'],
	['lifeworld', 'figures'],
	['publications', 'warnings'],
	['analysis'],
	['agenda', 'frameworks'],
	['execution'],
	['signals'],
	['recognition'],
	['retrieval'],
	['thread', 'report', 'overview', 'example'],
	['retention'],
];
const levelOf = new Map(rooms.flatMap((line, level) => line.map((room) => [room, level] as const)));

/** What stands outside the rooms, and what of ours it may import (docs/architecture.md). */
const outside: Record<string, string[]> = {
	'src/statistics': [],
	'src/locales': [],
	'src/kernel': ['src/locales', 'src/server'],
	'src/server': [
		'src/ui/document',
		'src/kernel/failure.ts',
		'src/kernel/id.ts',
		'src/kernel/clock.ts',
	],
	'src/ui': ['src/locales', 'src/kernel'],
	'src/offline': ['src/kernel', 'src/locales', 'src/ui'],
	content: [],
};
const belowFeatures = ['src/kernel', 'src/server', 'src/ui', 'src/statistics', 'src/locales', 'src/offline', 'content']; // prettier-ignore

/** May a file import another? Null when it may; otherwise the rule that it breaks. */
function broken(from: string, to: string): string | null {
	const within = (file: string, folders: string[]) =>
		folders.some((place) => file === place || file.startsWith(`${place}/`));
	const home = Object.keys(outside).find((folder) => within(from, [folder]));
	if (home) {
		const allowed = outside[home] ?? [];
		return within(to, [home, ...allowed])
			? null
			: `${home} may import ${allowed.join(', ') || 'nothing of ours'}`;
	}
	if (/^src\/features\//.test(from)) return brokenByFeature(from, to, within(to, belowFeatures));
	// Routes and hooks stand on top; nothing may import them but themselves.
	return null;
}

function brokenByFeature(from: string, to: string, isBelow: boolean): string | null {
	if (isBelow) return null;
	const [own, other] = [roomOf(from), roomOf(to)];
	if (other === null) return 'features may import the rooms before them and what stands below';
	// Files beside the rooms, such as the registry, put them together.
	if (own === '' || own === other) return null;
	if (own === null || other === '') return 'only routes and scripts import the registry';
	const [here, there] = [levelOf.get(own), levelOf.get(other)];
	if (here === undefined || there === undefined)
		return 'this room is not in the order of the rooms';
	return there < here ? null : `${own} comes before ${other}, or beside it`;
}

/** The room of a file; '' for what lies in src/features itself; null outside of it. */
function roomOf(file: string): string | null {
	const match = /^src\/features\/(?:([^/]+)\/)?/.exec(file);
	return match ? (match[1] ?? '') : null;
}

function everyImport(wanted: (file: string) => boolean): { from: string; it: Import }[] {
	return [...imports]
		.filter(([file]) => wanted(file))
		.flatMap(([from, list]) => list.map((it) => ({ from, it })));
}

describe('imports', () => {
	it('lead to files that are there', () => {
		const lost = everyImport(() => true)
			.filter(({ it }) => it.file && !existsSync(path.join(root, it.file)))
			.map(({ from, it }) => `${from} → ${it.specifier}`);
		expect(lost).toEqual([]);
	});

	it('go one way only', () => {
		const wrong = everyImport((file) => !isTest(file)).flatMap(({ from, it }) => {
			const rule = it.file && broken(from, it.file);
			return rule ? [`${from} → ${it.file}: ${rule}`] : [];
		});
		expect(wrong).toEqual([]);
	});

	it('that go the wrong way are seen', () => {
		expect(broken('src/features/analysis/a.ts', 'src/features/agenda/b.ts')).toMatch(/before/);
		expect(broken('src/features/figures/a.ts', 'src/features/lifeworld/b.ts')).toMatch(/beside/);
		expect(broken('src/kernel/a.ts', 'src/features/agenda/b.ts')).toMatch(/may import/);
		expect(broken('src/features/agenda/a.ts', 'src/routes/b.ts')).toMatch(/rooms before/);
		expect(broken('src/features/agenda/a.ts', 'src/features/registry.server.ts')).toMatch(/only/);
		expect(broken('src/features/agenda/a.ts', 'src/features/analysis/b.ts')).toBeNull();
	});

	it('know every room, and no room that is gone', () => {
		const folders = readdirSync(path.join(root, 'src/features'), { withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.map(({ name }) => name);
		expect(folders.filter((name) => !levelOf.has(name))).toEqual([]);
	});

	it('make no circle between files', () => {
		expect(circles()).toEqual([]);
	});

	it('bring nothing of the server into the browser', () => {
		const reached = reachableFromBrowser();
		const wrong = [...reached.keys()].filter(isOfServer).map((file) => chainTo(file, reached));
		expect(wrong).toEqual([]);
		// The search itself works: components are reached, and through them what they import.
		expect(reached.has('src/kernel/fields.ts') || reached.has('src/ui/Page.svelte')).toBe(true);
	});

	it('give tests nothing that the program needs', () => {
		const wrong = everyImport((file) => !isTest(file))
			.filter(({ it }) => it.file && isTest(it.file))
			.map(({ from, it }) => `${from} → ${it.file}`);
		expect(wrong).toEqual([]);
	});
});

describe('routes', () => {
	it('hold no SQL', () => {
		const sql =
			/\bsql`|\b(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\s*\(|\.query\s*\(/g;
		const wrong = files
			.filter((file) => file.path.startsWith('src/routes/'))
			.flatMap((file) => [
				...[...file.code.matchAll(sql)].map(
					(hit) => `${file.path}:${lineAt(file.code, hit.index)}`,
				),
				...(imports.get(file.path) ?? [])
					.filter(({ specifier }) => /^(pg|kysely)\b|#server\/database/.test(specifier))
					.map(({ specifier }) => `${file.path} → ${specifier}`),
			]);
		expect(wrong).toEqual([]);
	});
});

/** What a page's script may be made of. */
function isOfServer(file: string): boolean {
	return /\.server\.ts$|^src\/server\/|\/\+(page|layout)\.server\.ts$|\/\+server\.ts$/.test(file);
}

/** Every file that reaches the browser, each with the file that brings it. Types are erased and bring nothing. */
function reachableFromBrowser(): Map<string, string | null> {
	const starts = files
		.map((file) => file.path)
		.filter(
			(file) => !isTest(file) && /\.svelte$|\/\+(page|layout)\.ts$|hooks\.client\.ts$/.test(file),
		);
	const reached = new Map<string, string | null>(starts.map((file) => [file, null]));
	for (const [file] of reached)
		for (const { file: next, typeOnly } of imports.get(file) ?? [])
			if (next && !typeOnly && !reached.has(next)) reached.set(next, file);
	return reached;
}

function chainTo(file: string, reached: Map<string, string | null>): string {
	const chain = [file];
	for (let by = reached.get(file); by; by = reached.get(by)) chain.unshift(by);
	return chain.join(' → ');
}

/** Circles of imports, types included: each as the files on it. */
function circles(): string[] {
	const state = new Map<string, 'open' | 'done'>();
	const trail: string[] = [];
	const found: string[] = [];
	const visit = (file: string): void => {
		state.set(file, 'open');
		trail.push(file);
		for (const { file: next } of imports.get(file) ?? []) {
			if (!next || !imports.has(next)) continue;
			if (state.get(next) === 'open' && next !== file)
				found.push([...trail.slice(trail.indexOf(next)), next].join(' → '));
			else if (!state.has(next)) visit(next);
		}
		trail.pop();
		state.set(file, 'done');
	};
	for (const file of imports.keys()) if (!state.has(file)) visit(file);
	return found;
}
