import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { importsOf, isTest, sourceFiles } from './source-files.ts';

/**
 * What of a route goes past the commands and queries, and why that is right. `load`, an action's name or an HTTP method
 * after the file; a page without a file of its own on the server stands here as the page itself.
 */
const withoutPolicy: Record<string, string> = {
	'src/routes/+layout.server.ts load': 'shows who is asking, which the request itself already says',
	'src/routes/api/v1/openapi.json/+server.ts GET': 'what the API can do is public',
	'src/routes/stijlgids/+page.server.ts load':
		'the style guide shows components with made-up texts',
	'src/routes/stijlgids/+page.server.ts example': 'refuses its own example form, stores nothing',
	'src/routes/[municipality]/[area]/[year=year]/veld/postbak/+page.svelte':
		'shows what lies on the device itself',
	'src/routes/[municipality]/[area]/[year=year]/leefwereld/[moved=movedForm]/+server.ts GET':
		'leads from an old address to the new one',
	'src/routes/veld/zonder-netwerk/+page.svelte': 'says the same to everyone',
	'src/routes/taal/[language]/+server.ts GET': 'sets the cookie of the language',
};

/** The ways to a command or query; each of them asks its policy. */
const asks = /\blocals\.(ask|run)\b|\bkernel\.(ask|run)\b|\bformAction\(|\banswerApi\(/;
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'fallback'];

const files = sourceFiles('src');
const codeOf = new Map(files.map((file) => [file.path, file.code]));
const routes = files.filter(
	({ path: file }) => /\/\+(page|layout)\.server\.ts$|\/\+server\.ts$/.test(file) && !isTest(file),
);
const entries = routes.flatMap((file) => {
	// What a route takes from a file of ours on the server counts as its own.
	const helpers = importsOf(file)
		.filter(({ file: to, typeOnly }) => !typeOnly && to?.endsWith('.server.ts'))
		.filter(
			({ file: to }) => !/\.(commands|queries)\.server\.ts$|\/pages\.server\.ts$/.test(to ?? ''),
		)
		.filter(({ file: to }) => asks.test(codeOf.get(to ?? '') ?? ''));
	return partsOf(file.path, file.code).map(({ name, code }) => ({
		at: `${file.path} ${name}`,
		asks: asks.test(code) || (helpers.length > 0 && usesAny(file.code, code, helpers)),
	}));
});
const pagesAlone = files
	.map(({ path: file }) => file)
	.filter((file) => file.endsWith('/+page.svelte'))
	.filter((file) => !codeOf.has(file.replace('+page.svelte', '+page.server.ts')))
	.map((file) => ({ at: file, asks: false }));

/** What a route answers with: its load, each of its actions, its HTTP methods. */
function partsOf(file: string, code: string): { name: string; code: string }[] {
	const parsed = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
	return parsed.statements.flatMap((statement) => {
		if (!ts.isVariableStatement(statement) && !ts.isFunctionDeclaration(statement)) return [];
		if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
		if (ts.isFunctionDeclaration(statement))
			return partsNamed(statement.name?.text ?? '', statement, parsed);
		return statement.declarationList.declarations.flatMap((declaration) =>
			partsNamed(declaration.name.getText(parsed), declaration.initializer, parsed),
		);
	});
}

function partsNamed(
	name: string,
	value: ts.Node | undefined,
	file: ts.SourceFile,
): { name: string; code: string }[] {
	if (!value) return [];
	const plain = ts.isSatisfiesExpression(value) ? value.expression : value;
	if (name === 'actions' && ts.isObjectLiteralExpression(plain))
		return plain.properties.map((action) => ({
			name: action.name?.getText(file) ?? '',
			code: withLocals(action, file),
		}));
	if (name !== 'load' && !methods.includes(name)) return [];
	return [{ name, code: withLocals(plain, file) }];
}

/** The code of a part, with that of the functions of the same file that it calls. */
function withLocals(part: ts.Node, file: ts.SourceFile, seen = new Set<ts.Node>()): string {
	seen.add(part);
	const called = new Set(part.getText(file).match(/\b[a-zA-Z]\w*\b/g));
	const own = file.statements.flatMap((statement): ts.Node[] => {
		if (ts.isFunctionDeclaration(statement))
			return called.has(statement.name?.text ?? '') ? [statement] : [];
		if (!ts.isVariableStatement(statement)) return [];
		return statement.declarationList.declarations.filter((it) => called.has(it.name.getText(file)));
	});
	return [
		part.getText(file),
		...own.filter((node) => !seen.has(node)).map((node) => withLocals(node, file, seen)),
	].join('\n');
}

function usesAny(file: string, part: string, helpers: { specifier: string }[]): boolean {
	return helpers.some(({ specifier }) => {
		const line = file.split('import ').find((text) => text.includes(`'${specifier}'`)) ?? '';
		const taken = line.match(/[a-zA-Z]\w+/g) ?? [];
		return taken.some((name) => new RegExp(`\\b${name}\\(`).test(part));
	});
}

it('every route is read', () => {
	expect(routes.length).toBeGreaterThan(3);
	const read = new Set(entries.map(({ at }) => at.split(' ')[0]));
	const empty = routes.filter(({ path: file }) => !read.has(file)).map(({ path: file }) => file);
	expect(empty).toEqual([]);
});

it('whatever a route answers comes from a command or query with a policy', () => {
	const past = [...entries, ...pagesAlone]
		.filter(({ at, asks: does }) => !does && !(at in withoutPolicy))
		.map(({ at }) => at);
	expect(past).toEqual([]);
});

it('the list of exceptions names only what still is one', () => {
	const open = new Set([...entries, ...pagesAlone].filter((it) => !it.asks).map(({ at }) => at));
	expect(Object.keys(withoutPolicy).filter((at) => !open.has(at))).toEqual([]);
});

it('no page relies on a layout to ask for it', () => {
	const pages = new Set(routes.map(({ path: file }) => file).filter((file) => file.endsWith('+page.server.ts'))); // prettier-ignore
	const guarded = files
		.map(({ path: file }) => file)
		.filter(
			(file) => file.startsWith('src/routes/[municipality]/') && file.endsWith('+page.svelte'),
		)
		.filter((file) => !pages.has(`${path.posix.dirname(file)}/+page.server.ts`))
		.filter((file) => !(file in withoutPolicy));
	expect(guarded).toEqual([]);
});
