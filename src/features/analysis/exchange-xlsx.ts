import { exchangeTexts } from '#locales/form-exchange.ts';
import { writeXlsx, type CellToWrite, type SheetToWrite } from '#server/spreadsheets/xlsx-write.ts';
import { guideRows } from './exchange-guide.ts';
import type { OutgoingForm, OutgoingTheme } from './exchange-out.ts';
import { outgoingRows } from './exchange-rows.ts';

/** Rows to write in under each theme: more in an empty form than beneath what is there already. */
const spareRows = { empty: 3, filled: 1 };

/** The form as an XLSX file: how to fill it in, and a sheet per domain with a row per entry. */
export function exchangeXlsx(form: OutgoingForm): Uint8Array {
	const sheets = [guideSheet(form), ...form.domains.map((one) => domainSheet(form, one))];
	return writeXlsx(sheets, {
		title: `${exchangeTexts[form.language].sheetTitle} – ${form.areaName}`,
		language: form.language === 'nl' ? 'nl-NL' : 'en-GB',
	});
}

function guideSheet(form: OutgoingForm): SheetToWrite {
	return {
		name: exchangeTexts[form.language].guideSheet,
		columns: [
			{ width: 32, look: 'plain' },
			{ width: 100, look: 'plain' },
		],
		rows: guideRows(form).map(({ title, label = '', text = '' }): CellToWrite[] =>
			title === undefined
				? [{ value: label, look: 'label' }, text]
				: [{ value: title, look: 'title' }],
		),
	};
}

function domainSheet(
	form: OutgoingForm,
	{ domain, themes }: OutgoingForm['domains'][number],
): SheetToWrite {
	const { language, columns } = form;
	const heading = (value: string) => ({ value, look: 'header' as const });
	const spare = form.isFilled ? spareRows.filled : spareRows.empty;
	return {
		name: domain.id === 'outside' ? domain.name[language] : `${domain.id} ${domain.name[language]}`,
		columns: [
			{ width: 26, look: 'rowHeader' },
			...columns.map(({ kind }) => ({ width: kind === 'sources' ? 28 : 38 })),
			{ width: 15, look: 'quiet' as const },
		],
		headerRows: 1,
		headerColumns: 1,
		rows: [
			[
				heading(form.themesHeading),
				...columns.map(({ name }) => heading(name[language])),
				{ value: codeHeading(form), look: 'quiet' },
			],
			...themes.flatMap((theme) => themeRows(form, theme, spare)),
		],
	};
}

function themeRows(form: OutgoingForm, theme: OutgoingTheme, spare: number): CellToWrite[][] {
	const empty = [theme.theme.name[form.language], ...form.columns.map(() => ''), ''];
	return [...outgoingRows(form, theme), ...Array.from({ length: spare }, () => empty)];
}

/** The heading of the column of codes, which also says what form it is. */
export function codeHeading({ language, code }: OutgoingForm): string {
	return `${exchangeTexts[language].code} ${code}`;
}
