import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { commands, queries } from '#features/registry.server.ts';
import { command, type AnyCommand } from '#kernel/command.server.ts';
import { query, type AnyQuery } from '#kernel/query.server.ts';
import { apiRoutes } from '#kernel/api-routes.server.ts';
import { isTest, root, sourceFiles } from './source-files.ts';

const sources = sourceFiles('src').filter(({ path: file }) => !isTest(file));
const suffix = /\.(commands|queries)\.server\.ts$/;
const declared = (
	await Promise.all(
		sources
			.filter(({ path: file }) => suffix.test(file))
			.map(async ({ path: file }) => {
				const module = (await import(pathToFileURL(path.join(root, file)).href)) as object;
				return Object.values(module).filter(isPart).map((part) => ({ file, part })); // prettier-ignore
			}),
	)
).flat();

function isPart(value: unknown): value is AnyCommand | AnyQuery {
	const kind = (value as { kind?: unknown } | null)?.kind;
	return kind === 'command' || kind === 'query';
}

it('every command and query is in the registry, once', () => {
	const registered = new Map<string, number>();
	for (const { name } of [...commands, ...queries])
		registered.set(name, (registered.get(name) ?? 0) + 1);
	const forgotten = declared
		.filter(({ part }) => registered.get(part.name) !== 1)
		.map(({ file, part }) => `${part.name} (${file}): ${registered.get(part.name) ?? 0} times`);
	expect(forgotten).toEqual([]);
	expect(declared.length).toBe(commands.length + queries.length);
});

it('every command and query has a policy', () => {
	const without = [...commands, ...queries].filter(({ allow }) => typeof allow !== 'function');
	expect(without.map(({ name }) => name)).toEqual([]);
});

it('a command or query without a policy does not even load', () => {
	const { allow: _, ...rest } = commands[0] as AnyCommand;
	expect(() => command(rest as never)).toThrow(/has no policy/);
	const { allow: __, ...other } = queries[0] as AnyQuery;
	expect(() => query(other as never)).toThrow(/has no policy/);
});

it('commands and queries stand only in files that say so', () => {
	const elsewhere = sources
		.filter(({ path: file }) => !suffix.test(file) && !file.startsWith('src/kernel/'))
		.filter(({ code }) => /=\s*(command|query)\(\{/.test(code))
		.map(({ path: file }) => file);
	expect(elsewhere).toEqual([]);
});

it('a command writes in a file of commands and a query reads in a file of queries', () => {
	const misplaced = declared.filter(
		({ file, part }) => !file.endsWith(part.kind === 'command' ? '.commands.server.ts' : '.queries.server.ts'), // prettier-ignore
	);
	expect(misplaced.map(({ file, part }) => `${part.name} in ${file}`)).toEqual([]);
});

it('no two share a place in the API', () => {
	expect(() => apiRoutes(commands, queries)).not.toThrow();
});

it('names and places in the API follow one pattern', () => {
	const patterns: Record<string, RegExp> = {
		change: /^PATCH /,
		withdraw: /^POST .*\/intrekking$/,
		restore: /^POST .*\/herstel$/,
	};
	const wrong = [...commands, ...queries].flatMap(({ name, http }) => {
		const verb = name.split('.')[1] ?? '';
		const place = http ? `${http.method} ${http.path}` : '';
		const isNamed = /^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/.test(name);
		return isNamed && (patterns[verb]?.test(place) ?? true) ? [] : [`${name}: ${place}`];
	});
	expect(wrong).toEqual([]);
});
