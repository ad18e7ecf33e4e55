import { summaryFor } from '#features/report/report-documents.server.ts';
import { unlessBusy } from '#features/report/report-file.server.ts';
import { summaryNamed } from '#features/report/report-paths.ts';
import { readReportData } from '#features/report/report.queries.server.ts';
import { summaryPlaces } from '#features/report/sections.ts';
import { ownWords } from '#features/report/own-words.ts';
import { dutchReadability } from '#statistics/readability.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it is whole as the server sends it, and loads no script. */
export const csr = false;

export const load: PageServerLoad = async ({ params, parent, locals }) => {
	const { trajectory } = await parent();
	const { language } = locals;
	const kind = summaryNamed(params.summary);
	const data = await locals.ask(readReportData, { trajectoryId: trajectory.id });
	const fitted = await unlessBusy(summaryFor(kind, data, language), language);
	return {
		kind,
		fitted,
		readability:
			kind === 'residents' && language === 'nl' ? dutchReadability(ownWords(fitted.model)) : null,
		places: summaryPlaces(kind)
			.filter(({ part }) => data[part] !== null)
			.map(({ slug, name }) => ({ slug, name: name[language] })),
	};
};
