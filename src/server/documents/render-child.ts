/**
 * The process that turns documents into files (started by render-process.server.ts, run by Node as
 * it is). One job at a time; it ends when its parent does.
 */
import { compileDocx } from './docx-file.ts';
import { compileOdt } from './odt-file.ts';
import { compilePdf, measurePages } from './pdf-compiler.ts';
import type { DocumentModel } from '#ui/document/model.ts';
import type { DocumentFormat, RenderAnswer, RenderJob, RenderResult } from './render-protocol.ts';

const compilers: Record<
	DocumentFormat,
	(model: DocumentModel) => Uint8Array | Promise<Uint8Array>
> = {
	pdf: compilePdf,
	docx: compileDocx,
	odt: compileOdt,
};

process.on('message', (job: RenderJob) => void answer(job));
process.on('disconnect', () => process.exit(0));

async function answer({ id, format, model }: RenderJob): Promise<void> {
	const outcome = await render(format, model).then(
		(result) => ({ result }),
		(error: unknown) => ({ failure: error instanceof Error ? error.message : String(error) }),
	);
	const reply: RenderAnswer = { id, memory: process.memoryUsage.rss(), ...outcome };
	process.send?.(reply);
}

async function render(format: RenderJob['format'], model: DocumentModel): Promise<RenderResult> {
	if (format === 'blockPages') return measurePages(model, 'blocks');
	if (format === 'allPages') return measurePages(model, 'whole');
	// A view of native memory cannot be sent as it is: copy.
	return new Uint8Array(await compilers[format](model));
}
