import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { DocumentModel } from '#ui/document/model.ts';
import { fontCoverage } from './font-coverage.ts';
import { measuringSource, typstSource } from './typst-source.ts';
import type { MeasuredPart } from './render-protocol.ts';
import type { Coverage } from './typst-text.ts';

const FACES = ['Regular', 'It', 'Semibold', 'SemiboldIt'];

interface Typeface {
	readonly files: Buffer[];
	readonly covers: Coverage;
}
let typeface: Typeface | undefined;

/**
 * Compiles a document to PDF/UA-1, in this very process: use `renderPdf`, which keeps the work and
 * its memory out of the server.
 * @throws Error with Typst's own messages when the document does not compile.
 */
export function compilePdf(model: DocumentModel): Uint8Array {
	return compiling(typstSource(model, loadedTypeface().covers), (compiler, document) =>
		compiler.pdf(document, { pdfStandard: 'ua-1' }),
	);
}

/**
 * How many pages a document's blocks take when they begin on top of a page, set as in the PDF; the last page counts
 * by how far it is filled. Without contents, and without the title unless it is asked for. Use `pagesOf`, as with `compilePdf`.
 * @throws Error as `compilePdf` does.
 */
export function measurePages(model: DocumentModel, part: MeasuredPart): number {
	return compiling(measuringSource(model, part, loadedTypeface().covers), (compiler, document) => {
		const [end] = compiler.query(document, { selector: '<end>', field: 'value' }) as [EndOfText];
		return end.page - 1 + Math.max(0, end.y - end.top) / (end.height - end.top - end.bottom);
	});
}

/** Where the text ends, in points from the top of its page, and how that page is laid out. */
interface EndOfText {
	readonly page: number;
	readonly y: number;
	readonly height: number;
	readonly top: number;
	readonly bottom: number;
}

type Document = NonNullable<ReturnType<NodeCompiler['compile']>['result']>;

function compiling<Result>(
	mainFileContent: string,
	use: (compiler: NodeCompiler, document: Document) => Result,
): Result {
	// A new compiler for each document (some 17 ms): a used one patches its previous source, and with
	// characters beyond ASCII that patch can keep old text or abort the process (Typst 0.14).
	const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: loadedTypeface().files }] });
	const compiled = compiler.compile({ mainFileContent });
	if (!compiled.result) throw new Error(`Typst: ${messages(compiler, compiled)}`);
	const result = use(compiler, compiled.result);
	// The cache is the process's, not the compiler's.
	compiler.evictCache(0);
	return result;
}

function loadedTypeface(): Typeface {
	return (typeface ??= loadTypeface());
}

function loadTypeface(): Typeface {
	const require = createRequire(import.meta.url);
	const files = FACES.map((face) =>
		readFileSync(require.resolve(`source-sans/TTF/SourceSans3-${face}.ttf`)),
	);
	return { files, covers: commonCoverage(files.map(fontCoverage)) };
}

/** Italic has fewer characters than upright: a text may be set in either. */
function commonCoverage(faces: readonly Coverage[]): Coverage {
	return (codePoint) => faces.every((covers) => covers(codePoint));
}

function messages(compiler: NodeCompiler, failed: ReturnType<NodeCompiler['compile']>): string {
	const diagnostics = failed.takeDiagnostics();
	const found = diagnostics ? compiler.fetchDiagnostics(diagnostics) : [];
	return found.map((entry: { message: string }) => entry.message).join('; ') || 'unknown failure';
}
