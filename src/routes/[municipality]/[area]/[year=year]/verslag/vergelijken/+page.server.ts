import { unlessBusy } from '#features/report/report-file.server.ts';
import { documentNamed } from '#features/report/report-paths.ts';
import {
	listReportVersions,
	readReportVersion,
} from '#features/report/report-version.queries.server.ts';
import { documentOf } from '#features/report/report-documents.server.ts';
import { readReportData } from '#features/report/report.queries.server.ts';
import { compareDocuments } from '#ui/document/compare.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it is whole as the server sends it, and loads no script. */
export const csr = false;

/** How an address names the report as it is now. */
const now = 'nu';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
	const { trajectory } = await parent();
	const versions = await locals.ask(listReportVersions, { trajectoryId: trajectory.id });
	const document = documentNamed(url.searchParams.get('document') ?? 'verslag') ?? 'report';
	const from = url.searchParams.get('van') || versions[0]?.id;
	const to = url.searchParams.get('naar') || now;

	async function model(which: string) {
		const { language } = locals;
		if (which === now) {
			const data = await locals.ask(readReportData, { trajectoryId: trajectory.id });
			return unlessBusy(documentOf(document, data, language), language);
		}
		const asked = { reportVersionId: which, document, taal: language };
		return (await locals.ask(readReportVersion, asked)).model;
	}
	const compared = from && compareDocuments(await model(from), await model(to));
	return { versions, document, from: from ?? '', to, sections: compared || null };
};
