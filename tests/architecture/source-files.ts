import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The folder of the project. */
export const root = path.resolve(import.meta.dirname, '../..');

export interface SourceFile {
	/** From the project's root, with forward slashes. */
	path: string;
	/** The file as it stands on disk. */
	text: string;
	/** Its TypeScript: of a component the script blocks and the expressions of the markup, on the lines where they stand. */
	code: string;
}

export interface Import {
	/** As it is written. */
	specifier: string;
	/** The file of ours that is meant, from the project's root; null for a package. */
	file: string | null;
	/** Erased before anything runs. */
	typeOnly: boolean;
}

/** Every TypeScript file and component below these folders, tests included. */
export function sourceFiles(...folders: string[]): SourceFile[] {
	return folders.flatMap((folder) =>
		readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => /\.(ts|mjs|svelte)$/.test(name))
			.map((name) => readSource(`${folder}/${name.replaceAll('\\', '/')}`)),
	);
}

function readSource(file: string): SourceFile {
	const text = readFileSync(path.join(root, file), 'utf8');
	return { path: file, text, code: file.endsWith('.svelte') ? scriptsOf(text) : text };
}

/** The script blocks of a component; other lines are kept empty, so that line numbers stay right. */
function scriptsOf(text: string): string {
	const kept = [...text.matchAll(/(<script[^>]*>)([\s\S]*?)<\/script>/g)].map((block) => {
		const from = block.index + (block[1] ?? '').length;
		return [from, from + (block[2] ?? '').length] as const;
	});
	const inScript = (at: number) => kept.some(([from, to]) => at >= from && at < to);
	return text.replace(/[^\n]/g, (letter, at: number) => (inScript(at) ? letter : ' '));
}

/** Whether a file is a test, or made for tests only. */
export function isTest(file: string): boolean {
	return /\.test\.ts$|\.test-data\.ts$|Fixture\.svelte$|^tests\//.test(file);
}

/** The imports of a file, `import()` and `import x from` alike. */
export function importsOf(file: SourceFile): Import[] {
	const parsed = ts.createSourceFile(file.path, file.code, ts.ScriptTarget.Latest, false);
	const found: Import[] = [];
	const add = (specifier: ts.Expression | undefined, typeOnly: boolean) => {
		if (!specifier || !ts.isStringLiteralLike(specifier)) return;
		found.push({
			specifier: specifier.text,
			file: resolve(file.path, specifier.text),
			typeOnly,
		});
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isErased(node.importClause));
		else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
		else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
			add(node.arguments[0], false);
		ts.forEachChild(node, visit);
	};
	visit(parsed);
	return found;
}

/** `import type {…}`, or an import in which every name is a type. */
function isErased(clause: ts.ImportClause | undefined): boolean {
	if (!clause) return false;
	if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
	const names = clause.namedBindings;
	if (clause.name || !names || !ts.isNamedImports(names)) return false;
	return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

/** `#kernel/id.ts` stands for `src/kernel/id.ts`: the names of package.json. */
const names = Object.entries(
	(
		JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
			imports: Record<string, string>;
		}
	).imports,
).map(
	([name, place]) => [name.replace('*', ''), place.replace('./', '').replace('*', '')] as const,
);

function resolve(from: string, written: string): string | null {
	// What stands behind a question mark says to Vite how to import it (`?url`).
	const specifier = written.replace(/\?.*$/, '');
	const named = names.find(([name]) => specifier.startsWith(name));
	if (named) return named[1] + specifier.slice(named[0].length);
	if (!specifier.startsWith('.')) return null;
	const file = path.posix.join(path.posix.dirname(from), specifier);
	// What SvelteKit generates for a route is no file of ours.
	return file.endsWith('/$types') || file.endsWith('/$types.d.ts') ? null : file;
}

/** The line of a place in a text, counted from 1. */
export function lineAt(text: string, at: number): number {
	return text.slice(0, at).split('\n').length;
}
