import { exchangeTexts } from '#locales/form-exchange.ts';
import { languages } from '#locales/messages.ts';
import { nameMeant } from './exchange-names.ts';
import type { Grid, GridCell } from './exchange-grid.ts';
import { allParts } from './framework.ts';
import type { Framework } from './framework.schema.ts';

/** What a column of a file holds: a column of the form, or one of those around it. */
export type ColumnRole = { role: 'theme' | 'domain' | 'code' } | { role: 'column'; id: string };

/** The heading of a table of the form. */
export interface GridHeader {
	/** Which of the rows it is. */
	row: number;
	roles: Map<number, ColumnRole>;
	/** Columns that were taken for one of the form by their place: what stands above them, and for which. */
	byPlace: { heading: string; columnId: string }[];
	/** What stands above the columns that are none of the form. */
	unknown: Map<number, string>;
	/** The text above the column of codes: the code of the form stands in it. */
	codeText: string;
}

/** A heading further down than this is none. */
const deepest = 40;

/**
 * Finds the row with the names of the columns, in either language, wherever it stands and in whatever order; null for a
 * table that has none: it is no table of the form.
 */
export function headerOf(grid: Grid, framework: Framework): GridHeader | null {
	const candidates = roleNames(framework);
	let best: { row: number; roles: Map<number, ColumnRole> } | null = null;
	for (const [row, cells] of grid.rows.slice(0, deepest).entries()) {
		const roles = rolesIn(cells, candidates);
		if (roles.size >= 2 && roles.size > (best?.roles.size ?? 0)) best = { row, roles };
	}
	if (!best) return null;
	const cells = grid.rows[best.row] ?? [];
	const unknown = new Map(cells.filter(({ column }) => !best.roles.has(column)).map((cell) => [cell.column, textOf(cell)])); // prettier-ignore
	const byPlace = placeOthers(best.roles, unknown, framework);
	const code = cells.find(({ column }) => best.roles.get(column)?.role === 'code');
	return { ...best, byPlace, unknown, codeText: code ? textOf(code) : '' };
}

interface RoleName {
	name: string;
	of: ColumnRole;
}

function roleNames(framework: Framework): RoleName[] {
	const theme = { role: 'theme' } as const;
	const { columns } = allParts(framework);
	return languages.flatMap((language): RoleName[] => [
		{ name: framework.themesHeading[language], of: theme },
		...['Thema', 'Thema’s', 'Themes', 'Theme'].map((name) => ({ name, of: theme })),
		{ name: exchangeTexts[language].domain, of: { role: 'domain' } },
		...columns.map(({ id, name }) => ({
			name: name[language],
			of: { role: 'column' as const, id },
		})),
	]);
}

function rolesIn(cells: readonly GridCell[], candidates: readonly RoleName[]) {
	const roles = new Map<number, ColumnRole>();
	const taken = new Set<string>();
	for (const cell of cells) {
		const text = textOf(cell);
		// A sentence is no heading, however it begins.
		if (text.length > 60) continue;
		const meant: ColumnRole | null = /^code\b/i.test(text)
			? { role: 'code' }
			: nameMeant(text, candidates);
		const key = meant && JSON.stringify(meant);
		if (!meant || !key || taken.has(key)) continue;
		taken.add(key);
		roles.set(cell.column, meant);
	}
	return roles;
}

/**
 * A column that was given another name: when all known columns stand in the order in which the form goes out, what
 * stands where a missing one should be is taken for it.
 */
function placeOthers(
	roles: Map<number, ColumnRole>,
	unknown: Map<number, string>,
	framework: Framework,
): GridHeader['byPlace'] {
	const order: string[] = framework.columns.map(({ id }) => id);
	const themeAt = [...roles].find(([, { role }]) => role === 'theme')?.[0];
	if (themeAt === undefined) return [];
	const known = [...roles].flatMap(([column, one]) =>
		one.role === 'column' ? [{ column, id: one.id }] : [],
	);
	const isMoved = known.some(({ column, id }) => column !== themeAt + 1 + order.indexOf(id));
	if (isMoved) return [];
	const missing = order.filter((id) => !known.some((one) => one.id === id));
	return missing.flatMap((id) => {
		const column = themeAt + 1 + order.indexOf(id);
		const heading = unknown.get(column);
		if (heading === undefined) return [];
		unknown.delete(column);
		roles.set(column, { role: 'column', id });
		return [{ heading, columnId: id }];
	});
}

function textOf({ paragraphs }: GridCell): string {
	return paragraphs.join(' ').replace(/\s+/g, ' ').trim();
}
