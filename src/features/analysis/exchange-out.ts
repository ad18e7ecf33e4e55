import type { Language } from '#locales/messages.ts';
import { entryCode, formCode, type EntryTable } from './exchange-code.ts';
import { findingSlot, slotsOf, withPrefix } from './exchange-slots.ts';
import { rowsOf, type AnalysisForm, type FormRow } from './form.ts';
import type { FrameworkColumn, FrameworkDomain, FrameworkTheme } from './framework.schema.ts';

/** What is asked of a form that goes out. */
export interface ExchangeChoice {
	isFilled: boolean;
	language: Language;
	/** When it goes out; the code of the form says so. */
	at: Date;
}

/** An entry as it goes out. */
export interface OutgoingEntry {
	columnId: FrameworkColumn['id'];
	text: string;
	code: string;
	/** The titles of what it rests on, as far as the reader may see it. */
	sources: string[];
}

/** A theme with what is written under it, in the order of the columns. */
export interface OutgoingTheme {
	theme: FrameworkTheme;
	entries: OutgoingEntry[];
	/** The titles of all that is cited under this theme. */
	sources: string[];
}

/** A form that goes out, before it is a file. */
export interface OutgoingForm {
	code: string;
	language: Language;
	isFilled: boolean;
	areaName: string;
	themesHeading: string;
	source: string;
	columns: FrameworkColumn[];
	domains: { domain: FrameworkDomain; themes: OutgoingTheme[] }[];
}

/**
 * The form of a trajectory as it goes out to paper or a spreadsheet. Each entry stands once, at its first theme. What is
 * grouped in another finding does not go out by itself. Empty, it has what the framework offers and nothing else.
 */
export function outgoingForm(
	form: AnalysisForm,
	trajectory: { id: string; areaName: string },
	{ isFilled, language, at }: ExchangeChoice,
): OutgoingForm {
	const { framework } = form;
	const offered = <Part extends { aside?: string }>(part: Part) => isFilled || !part.aside;
	const rows = new Map(rowsOf(form).map((row) => [row.theme.id, row]));
	const write = entryWriter(form, language);
	return {
		code: formCode(trajectory.id, isFilled, at),
		language,
		isFilled,
		areaName: trajectory.areaName,
		themesHeading: framework.themesHeading[language],
		source: framework.source[language],
		columns: framework.columns.filter(offered),
		domains: framework.domains
			.map((domain) => ({
				domain,
				themes: domain.themes.filter(offered).map((theme) => {
					const row = isFilled ? rows.get(theme.id) : undefined;
					return row ? write(row) : { theme, entries: [], sources: [] };
				}),
			}))
			.filter(({ themes }) => themes.length > 0),
	};
}

function entryWriter({ framework, sources }: AnalysisForm, language: Language) {
	const slots = new Map(slotsOf(framework).map((slot) => [slot.id, slot]));
	const titles = new Map(sources.map(({ id, title }) => [id, title]));
	const order = framework.columns.map(({ id }) => id);

	function entry(
		table: EntryTable,
		{ id, version }: { id: string; version: number },
		slotId: string,
		text: string,
		cited: readonly string[] = [],
	): OutgoingEntry[] {
		const slot = slots.get(slotId);
		if (!slot) return [];
		return [
			{
				columnId: slot.columnId,
				text: withPrefix(text, slot, language),
				code: entryCode(table, id, version),
				sources: cited.flatMap((source) => titles.get(source) ?? []),
			},
		];
	}

	return (row: FormRow): OutgoingTheme => ({
		theme: row.theme,
		entries: [
			...row.findings
				.filter(({ themes }) => themes[0] === row.theme.id)
				.flatMap((one) => entry('finding', one, findingSlot(one), one.text, one.sources)),
			...row.provisions.flatMap((one) =>
				entry('provision', one, `provision.${one.standing}`, one.text),
			),
			...row.needs.flatMap((one) => entry('knowledge_need', one, 'knowledge', one.question)),
		].toSorted((a, b) => order.indexOf(a.columnId) - order.indexOf(b.columnId)),
		sources: row.sources.map(({ title }) => title),
	});
}
