import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { root } from './source-files.ts';

const fixture = path.join(root, 'tests/architecture/reader.fixture.ts');
const marker = '@ts-expect-error';

/** The lines of the fixture, counted from 1, on which the compiler finds something. */
function errorsIn(text: string): number[] {
	const options: ts.CompilerOptions = {
		strict: true,
		noEmit: true,
		skipLibCheck: true,
		allowImportingTsExtensions: true,
		target: ts.ScriptTarget.ESNext,
		module: ts.ModuleKind.ESNext,
		moduleResolution: ts.ModuleResolutionKind.Bundler,
		types: ['node'],
	};
	const host = ts.createCompilerHost(options);
	const { readFile } = host;
	host.readFile = (name) => (path.resolve(name) === fixture ? text : readFile(name));
	host.getSourceFile = (name, target) => {
		const content = host.readFile(name);
		return content === undefined ? undefined : ts.createSourceFile(name, content, target);
	};
	const program = ts.createProgram([fixture], options, host);
	const source = program.getSourceFile(fixture);
	return ts
		.getPreEmitDiagnostics(program, source)
		.map(
			({ start = 0 }) => ts.getLineAndCharacterOfPosition(source as ts.SourceFile, start).line + 1,
		);
}

it('a write through a reader or outside a command does not compile', { timeout: 60_000 }, () => {
	const text = readFileSync(fixture, 'utf8');
	const marked = text.split('\n').flatMap((line, at) => (line.includes(marker) ? [at + 2] : []));
	expect(marked.length).toBeGreaterThan(5);
	expect(errorsIn(text.replaceAll(marker, 'not expected'))).toEqual(marked);
});
