import { slugOf } from '#features/trajectory/slug.ts';
import type { Language } from '#locales/messages.ts';
import { reportTexts } from '#locales/report.ts';

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
