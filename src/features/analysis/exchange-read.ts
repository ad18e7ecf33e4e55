import type { FileContent } from '#server/documents/file-content.ts';
import { languages } from '#locales/messages.ts';
import {
	findEntryCode,
	findFormCode,
	splitAtCodes,
	type EntryCode,
	type FormCode,
} from './exchange-code.ts';
import { gridsOf, type Grid, type GridCell } from './exchange-grid.ts';
import { isOwnText, ownTexts } from './exchange-guide.ts';
import { headerOf, type GridHeader } from './exchange-header.ts';
import { nameMeant } from './exchange-names.ts';
import { allParts } from './framework.ts';
import type { Framework } from './framework.schema.ts';

/** A text with the code that stood behind it. */
export interface Piece {
	text: string;
	code: EntryCode | null;
}

/** A cell of the form as it came back. */
export interface ReadCell {
	/** The column of the form. */
	columnId: string;
	/** Sheet and cell. */
	at: string;
	pieces: Piece[];
}

/** A row of the form as it came back. */
export interface ReadRow {
	/** Null when the file names a theme that the framework does not have. */
	themeId: string | null;
	themeText: string;
	/** The code in the column of codes. */
	code: EntryCode | null;
	at: string;
	cells: ReadCell[];
	sources: { at: string; lines: string[] } | null;
}

/** A text that stands in no cell of the form. */
export interface LooseText {
	text: string;
	at: string;
	themeId: string | null;
	/** What stands above its column, where it is a column of its own. */
	heading: string;
}

/** What a file says about its columns. */
export type ReadNote =
	| { note: 'column_by_place'; heading: string; columnId: string; at: string }
	| { note: 'column_unknown'; heading: string; at: string };

/** A form that came back, before it is compared with what there is. */
export interface ReadForm {
	format: FileContent['format'];
	code: FormCode | null;
	rows: ReadRow[];
	loose: LooseText[];
	notes: ReadNote[];
	/** The domains of which a theme was found: of the others nothing can be said to be removed. */
	domainIds: Set<string>;
}

/** Reads the form out of a file: every cell with its theme and column, and what has no place in it. */
export function readForm(content: FileContent, framework: Framework): ReadForm {
	const { format, grids, around } = gridsOf(content);
	const read: ReadForm = {
		format,
		code: around.map(findFormCode).find((code) => code !== null) ?? null,
		rows: [],
		loose: [],
		notes: [],
		domainIds: new Set(),
	};
	const themeMeant = remembered((text) => nameMeant(text, themeNames(framework)));
	const own = ownTexts(framework);
	for (const grid of grids) {
		const header = headerOf(grid, framework);
		if (header) readGrid(grid, header, themeMeant, read);
		else readLoose(grid, own, read);
	}
	for (const text of around)
		if (!isOwnText(text, own)) read.loose.push({ text, at: '', themeId: null, heading: '' });
	return read;
}

interface ThemeName {
	name: string;
	of: { id: string; domainId: string };
}

/** The same theme stands in front of many rows. */
function remembered<Found>(find: (text: string) => Found): (text: string) => Found {
	const found = new Map<string, Found>();
	return (text) => {
		const known = found.get(text) ?? find(text);
		found.set(text, known);
		return known;
	};
}

function themeNames(framework: Framework): ThemeName[] {
	return allParts(framework).domains.flatMap((domain) =>
		domain.themes.flatMap((theme) =>
			languages.map((language) => ({
				name: theme.name[language],
				of: { id: theme.id, domainId: domain.id },
			})),
		),
	);
}

function readGrid(
	grid: Grid,
	header: GridHeader,
	themeMeant: (text: string) => ThemeName['of'] | null,
	read: ReadForm,
): void {
	const where = (cell: GridCell) => [grid.name, cell.at].filter(Boolean).join(', ');
	read.code ??= findFormCode(header.codeText);
	for (const one of header.byPlace)
		read.notes.push({ note: 'column_by_place', ...one, at: grid.name });
	for (const heading of header.unknown.values())
		read.notes.push({ note: 'column_unknown', heading, at: grid.name });
	let theme: ThemeName['of'] | null = null;
	let themeText = '';
	// What stands above the heading has no place in the form.
	for (const cell of grid.rows.slice(0, header.row).flat()) addLoose(read, cell, where(cell));
	for (const cells of grid.rows.slice(header.row + 1)) {
		const named = cells.find(({ column }) => header.roles.get(column)?.role === 'theme');
		if (named) {
			themeText = textOf(named);
			theme = themeMeant(themeText);
			if (theme) read.domainIds.add(theme.domainId);
		}
		const row = readRow(cells, header, where, read, theme?.id ?? null);
		read.rows.push({ ...row, themeId: theme?.id ?? null, themeText });
	}
}

function readRow(
	cells: readonly GridCell[],
	{ roles, unknown }: GridHeader,
	where: (cell: GridCell) => string,
	read: ReadForm,
	themeId: string | null,
): Omit<ReadRow, 'themeId' | 'themeText'> {
	const row: Omit<ReadRow, 'themeId' | 'themeText'> = {
		code: null,
		at: cells[0] ? where(cells[0]) : '',
		cells: [],
		sources: null,
	};
	for (const cell of cells) {
		const found = roles.get(cell.column);
		const at = where(cell);
		if (found?.role === 'code') {
			row.code = findEntryCode(textOf(cell));
			row.at = at;
		} else if (found?.role !== 'column') {
			if (!found) addLoose(read, cell, at, themeId, unknown.get(cell.column));
		} else if (found.id === 'sources') row.sources = { at, lines: sourceLines(cell) };
		else row.cells.push({ columnId: found.id, at, pieces: cell.paragraphs.flatMap(splitAtCodes) });
	}
	return row;
}

function sourceLines({ paragraphs }: GridCell): string[] {
	return paragraphs.flatMap((one) => one.split('\n')).map((line) => line.trim()).filter(Boolean); // prettier-ignore
}

/** A table that is none of the form: our own explanation is skipped, but not what somebody wrote beside it. */
function readLoose(grid: Grid, own: ReadonlySet<string>, read: ReadForm): void {
	const [first] = grid.rows[0] ?? [];
	const isGuide = first !== undefined && isOwnText(textOf(first), own);
	for (const row of grid.rows) {
		// Beside a label of ours stands what it is the label of.
		const [label] = row;
		const isLabelled = isGuide && label !== undefined && label.column === 0 && isOwnText(textOf(label), own); // prettier-ignore
		for (const cell of row) {
			const at = [grid.name, cell.at].filter(Boolean).join(', ');
			const text = textOf(cell);
			if ((isLabelled && cell.column <= 1) || (isGuide && isOwnText(text, own)))
				read.code ??= findFormCode(text);
			else addLoose(read, cell, at);
		}
	}
}

function addLoose(
	read: ReadForm,
	cell: GridCell,
	at: string,
	themeId: string | null = null,
	heading = '',
): void {
	const text = cell.paragraphs.join('\n').trim();
	read.code ??= findFormCode(text);
	if (text !== '') read.loose.push({ text, at, themeId, heading });
}

function textOf({ paragraphs }: GridCell): string {
	return paragraphs.join(' ').replace(/\s+/g, ' ').trim();
}
