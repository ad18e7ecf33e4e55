import type { OutgoingForm, OutgoingTheme } from './exchange-out.ts';

/** What is written under a theme as rows of texts: the theme, the columns of the form, and the code. One entry a row. */
export function outgoingRows(form: OutgoingForm, { theme, entries }: OutgoingTheme): string[][] {
	return entries.map(({ columnId, text, code, sources }) => [
		theme.name[form.language],
		...form.columns.map((column) => {
			if (column.id === columnId) return text;
			return column.kind === 'sources' ? sources.join('\n') : '';
		}),
		code,
	]);
}
