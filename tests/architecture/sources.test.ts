import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { isTest, lineAt, sourceFiles, type SourceFile } from './source-files.ts';

const files = [...sourceFiles('src'), ...sourceFiles('scripts'), ...sourceFiles('tests')];
const generated = new Set(['src/server/database/schema.ts']);
const longest = 400;

function placesOf(file: SourceFile, isWrong: (node: ts.Node) => boolean): string[] {
	const parsed = ts.createSourceFile(file.path, file.code, ts.ScriptTarget.Latest, false);
	const places: string[] = [];
	const visit = (node: ts.Node): void => {
		if (isWrong(node)) places.push(`${file.path}:${lineAt(file.code, node.end)}`);
		ts.forEachChild(node, visit);
	};
	visit(parsed);
	return places;
}

describe('our sources', () => {
	it('hold no `any`', () => {
		const isAny = (node: ts.Node) => node.kind === ts.SyntaxKind.AnyKeyword;
		expect(files.flatMap((file) => placesOf(file, isAny))).toEqual([]);
	});

	it('silence no type error without saying which', () => {
		const silence = new RegExp('@ts-(ignore|nocheck)', 'g');
		const wrong = files
			.filter(({ path }) => path !== 'tests/architecture/sources.test.ts')
			.flatMap(({ path, text }) =>
				[...text.matchAll(silence)].map((hit) => `${path}:${lineAt(text, hit.index)}`),
			);
		expect(wrong).toEqual([]);
	});

	it('are called after what they hold: no utils, no helpers, no barrels', () => {
		const vague = /(^|\/)(utils?|helpers?|common|misc|index)(\.[^/]*)?(\/|$)/i;
		expect(files.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([]);
	});

	it('re-export nothing of others', () => {
		const isBarrel = (node: ts.Node) =>
			ts.isExportDeclaration(node) && !node.exportClause && node.moduleSpecifier !== undefined;
		expect(files.flatMap((file) => placesOf(file, isBarrel))).toEqual([]);
	});

	it(`have at most ${longest} lines`, () => {
		const lengths = files
			.filter(({ path }) => !generated.has(path))
			.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
			.sort((a, b) => b.lines - a.lines);
		const middle = lengths[Math.floor(lengths.length / 2)]?.lines;
		const report = lengths.filter(({ path, lines }) => lines > 200 && !isTest(path));
		// eslint-disable-next-line no-console -- a report for whoever looks for what to split
		console.info(
			`Median ${middle} lines. Over 200: ${report.map(({ path, lines }) => `${path} ${lines}`).join(', ')}`,
		);
		expect(lengths.filter(({ lines }) => lines > longest)).toEqual([]);
	});
});
