import { error } from '@sveltejs/kit';
import { reportFile } from '#features/report/report-file.server.ts';
import { documentNamed } from '#features/report/report-paths.ts';
import { readReportVersion } from '#features/report/report-version.queries.server.ts';
import { slugOf } from '#features/trajectory/slug.ts';
import { explain } from '#kernel/explain.ts';
import { notFound } from '#kernel/failure.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, url }) => {
	const { language } = locals;
	const document = documentNamed(params.document);
	if (!document) error(404, explain(notFound(), language), { code: 'not_found' });
	const { model, name, audience } = await locals.ask(readReportVersion, {
		reportVersionId: params.version,
		document,
		taal: language,
		audience: url.searchParams.get('lezer') === 'openbaar' ? 'public' : 'participants',
	});
	const parts = [params.document, params.area, slugOf(name), audience === 'public' && 'openbaar'];
	return reportFile({
		format: params.format,
		model: { ...model, baseUrl: url.origin },
		name: parts.filter(Boolean).join('-'),
		language,
	});
};
