import { exchangeCsv } from '#features/analysis/exchange-csv.ts';
import { exchangeDocument } from '#features/analysis/exchange-document.ts';
import { outgoingForm } from '#features/analysis/exchange-out.ts';
import { exchangeXlsx } from '#features/analysis/exchange-xlsx.ts';
import { analysisForm } from '#features/analysis/form.queries.server.ts';
import { reportFile } from '#features/report/report-file.server.ts';
import { slugOf } from '#features/trajectory/slug.ts';
import { findTrajectory } from '#features/trajectory/trajectory.queries.server.ts';
import { exchangeTexts } from '#locales/form-exchange.ts';
import { asLanguage } from '#locales/messages.ts';
import { download } from '#server/http/download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, url }) => {
	const at = new Date();
	const trajectory = await locals.ask(findTrajectory, {
		areaSlug: params.area,
		startYear: params.year,
	});
	const form = await locals.ask(analysisForm, { trajectoryId: trajectory.id });
	const language = asLanguage(url.searchParams.get('taal') ?? locals.language);
	const isFilled = url.searchParams.get('inhoud') !== 'leeg';
	const out = outgoingForm(form, trajectory, { isFilled, language, at });
	const name = exchangeTexts[language].fileName(slugOf(trajectory.areaName), trajectory.startYear, isFilled); // prettier-ignore
	const kind = url.searchParams.get('soort');
	if (kind === 'docx')
		return reportFile({ format: 'docx', model: exchangeDocument(out), name, language: locals.language }); // prettier-ignore
	if (kind === 'csv') return download({ kind: 'csv', bytes: exchangeCsv(out), name });
	return download({ kind: 'xlsx', bytes: exchangeXlsx(out), name });
};
