import { exchangeTexts } from '#locales/form-exchange.ts';
import { writeCsv } from '#server/spreadsheets/csv.ts';
import { outgoingRows } from './exchange-rows.ts';
import type { OutgoingForm } from './exchange-out.ts';
import { codeHeading } from './exchange-xlsx.ts';

/** The form as one CSV file: a row per entry, and one for each theme under which nothing is written. */
export function exchangeCsv(form: OutgoingForm): Uint8Array {
	const { language, columns } = form;
	const head = [
		exchangeTexts[language].domain,
		form.themesHeading,
		...columns.map(({ name }) => name[language]),
		codeHeading(form),
	];
	const rows = form.domains.flatMap(({ domain, themes }) =>
		themes.flatMap((theme) => {
			const written = outgoingRows(form, theme);
			const empty = [theme.theme.name[language], ...columns.map(() => ''), ''];
			return (written.length > 0 ? written : [empty]).map((row) => [domain.name[language], ...row]);
		}),
	);
	return writeCsv([head, ...rows]);
}
