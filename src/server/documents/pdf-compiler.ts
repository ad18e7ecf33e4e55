import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { DocumentModel } from '#ui/document/model.ts';
import { fontCoverage } from './font-coverage.ts';
import { typstSource } from './typst-source.ts';
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
	typeface ??= loadTypeface();
	// A new compiler for each document (some 17 ms): a used one patches its previous source, and with
	// characters beyond ASCII that patch can keep old text or abort the process (Typst 0.14).
	const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: typeface.files }] });
	const compiled = compiler.compile({ mainFileContent: typstSource(model, typeface.covers) });
	if (!compiled.result) throw new Error(`Typst: ${messages(compiler, compiled)}`);
	const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
	// The cache is the process's, not the compiler's.
	compiler.evictCache(0);
	return pdf;
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
