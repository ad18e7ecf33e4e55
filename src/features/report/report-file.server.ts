import { error } from '@sveltejs/kit';
import { slugOf } from '#features/trajectory/slug.ts';
import { explain } from '#kernel/explain.ts';
import { Failure } from '#kernel/failure.ts';
import type { Language } from '#locales/messages.ts';
import { reportTexts } from '#locales/report.ts';
import { DocumentsBusyError } from '#server/documents/render-process.server.ts';

const types = {
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

interface File {
	kind: keyof typeof types;
	bytes: Uint8Array;
	trajectory: { areaName: string; startYear: number };
	language: Language;
}

/** Makes the file; where too many are being made already, the error page says to try again in a moment. */
export async function makeFile(work: Promise<Uint8Array>, language: Language): Promise<Uint8Array> {
	try {
		return await work;
	} catch (busy) {
		if (!(busy instanceof DocumentsBusyError)) throw busy;
		error(503, explain(new Failure('documents.busy', 503), language), { code: 'documents.busy' });
	}
}

/** The report as a file to download. What is in it depends on who asks, so nobody in between may keep it. */
export function reportFile({ kind, bytes, trajectory, language }: File): Response {
	const { areaName, startYear } = trajectory;
	const name = `${reportTexts[language].fileName(slugOf(areaName), startYear)}.${kind}`;
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': types[kind],
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'private, no-store',
		},
	});
}
