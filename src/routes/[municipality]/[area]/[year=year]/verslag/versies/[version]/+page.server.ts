import { documentNamed } from '#features/report/report-paths.ts';
import { readReportVersion } from '#features/report/report-version.queries.server.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it is whole as the server sends it, and loads no script. */
export const csr = false;

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const document = documentNamed(url.searchParams.get('document') ?? 'verslag') ?? 'report';
	return {
		version: await locals.ask(readReportVersion, {
			reportVersionId: params.version,
			document,
			taal: locals.language,
			audience: url.searchParams.get('lezer') === 'openbaar' ? 'public' : 'participants',
		}),
	};
};
