import { sql } from 'kysely';
import * as v from 'valibot';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { wholeNumber } from '#kernel/fields.ts';
import { nothing, query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { columnName } from '#server/spreadsheets/sheet.ts';
import { mayImport } from './import.commands.server.ts';
import { shownBefore } from './own-earlier.server.ts';
import { passGate } from './own-gate.ts';
import { ownImportOfInput, type OwnImport } from './own-import-row.server.ts';
import { ownColumnsViewSchema, ownImportIdSchema } from './own-import.schema.ts';
import { shown } from './own-layout.ts';
import { proposeMeasures } from './own-measures.ts';
import { outcomeOf, titleOfNumber } from './own-outcome.ts';
import { likelyPredecessor, standingPublications } from './own-publish.server.ts';
import { checkFile, proposeLayout, tableOf } from './own-work.server.ts';
import { mayWorkOnFile } from './own.policy.ts';

/** An own file in the list: what it is called, where it stands. */
export interface OwnImportLine {
	id: string;
	fileName: string;
	title: string | null;
	period: string | null;
	state: OwnImport['state'];
	/** An imported one whose place was taken by a later one. */
	isReplaced: boolean;
	isMine: boolean;
	createdAt: Date;
	importedAt: Date | null;
	publicationId: string | null;
}

const pageSize = 50;

export const listOwnImports = query({
	name: 'ownImport.list',
	summary:
		'Lists the municipality’s own files of figures, the newest first, 50 a page; those that were never imported and put aside are left out.',
	http: { method: 'GET', path: '/eigen-cijferbestanden' },
	input: v.object({ page: v.optional(wholeNumber(1, 100_000), 1) }),
	subject: nothing,
	allow: mayImport,
	async run({ reader, actor }, { page }) {
		const rows = await linesOf(reader, actor, sql`NOT (i.state = 'withdrawn' AND i.publication_id IS NULL)`, page); // prettier-ignore
		const items = rows.map(({ total: _, ...line }) => line);
		return { items, total: rows[0]?.total ?? 0, page, pageSize };
	},
});

export const readOwnImport = query({
	name: 'ownImport.read',
	summary:
		'Shows what was said about an own file, what became of it, and the other files of its kind; none of its numbers.',
	http: { method: 'GET', path: '/eigen-cijferbestanden/{ownImportId}' },
	input: ownImportIdSchema,
	subject: ownImportOfInput,
	allow: mayImport,
	async run({ reader, actor, subject }) {
		const [line] = await linesOf(reader, actor, sql`i.id = ${subject.id}::uuid`, 1);
		const kin = subject.tableId === null ? [] : await linesOf(reader, actor, sql`i.table_id = ${subject.tableId}`, 1); // prettier-ignore
		const versions = kin.map(({ total: _, ...one }) => one);
		const { areaChoices: _choices, fingerprint: _print, ...rest } = subject;
		return { ...rest, isMine: line?.isMine ?? false, isReplaced: line?.isReplaced ?? false, versions }; // prettier-ignore
	},
});

/** How many rows of a file are shown to recognise its columns by. */
const SAMPLE_ROWS = 8;

// The rows of a file on its way in are for the page of whoever brought it: no address in the API gives them.
export const ownImportColumnsView = query({
	name: 'ownImport.columns',
	summary: 'Proposes what each column of an own file is, beside its first rows.',
	input: ownColumnsViewSchema,
	subject: ownImportOfInput,
	allow: mayWorkOnFile,
	async run({ reader, actor, subject }, { sheet: asked, headerRow }) {
		const proposal = await proposeLayout(reader, actor, subject, { sheet: asked, headerRow });
		const { layout, sheet, years, before } = proposal;
		const rows = sheet.rows.filter(({ index }) => index > layout.headerRow).slice(0, SAMPLE_ROWS);
		return {
			layout,
			years,
			isSaid: subject.layout !== null,
			before: before && { id: before.id, fileName: before.fileName, importedAt: before.importedAt },
			letters: layout.columns.map(({ index }) => columnName(index)),
			examples: layout.columns.map(({ index }) => rows.map(({ cells }) => shown(cells[index]))),
			rowNumbers: rows.map(({ index }) => index + 1),
			above: sheet.rows.filter(({ index }) => index < layout.headerRow).slice(0, SAMPLE_ROWS).map(({ index, cells }) => ({ row: index + 1, text: cells.map(shown).filter(Boolean).join(' · ').slice(0, 160) })), // prettier-ignore
		};
	},
});

export const ownImportMeasures = query({
	name: 'ownImport.measures',
	summary:
		'Proposes what each figure of an own file means, after the file of last year or its name.',
	input: ownImportIdSchema,
	subject: ownImportOfInput,
	allow: mayWorkOnFile,
	async run({ reader, actor, subject }) {
		const { layout, sheet, before } = await proposeLayout(reader, actor, subject);
		const said = subject.meaning ?? before?.meaning ?? null;
		return {
			meaning: said,
			isSaid: subject.meaning !== null,
			isAsBefore: subject.meaning === null && before?.meaning != null,
			measures: proposeMeasures(sheet, layout, [...(before?.meaning?.measures ?? []), ...(subject.meaning?.measures ?? [])]), // prettier-ignore
			hasBase: layout.columns.some(({ role }) => role === 'base'),
		};
	},
});

export const ownImportCheck = query({
	name: 'ownImport.check',
	summary: 'Checks every row of an own file and lists all problems.',
	input: ownImportIdSchema,
	subject: ownImportOfInput,
	allow: mayWorkOnFile,
	async run({ reader, actor, subject }) {
		const { checked, areas, layout } = await checkFile(reader, actor, subject);
		const { problems, rows, wrongRows, notes, unsure, cells } = checked;
		return {
			...{ problems, rows, wrongRows, notes },
			figures: cells.length,
			areas: new Set(cells.map(({ area }) => area.code)).size,
			missing: cells.filter(({ value }) => value === null).length,
			sheetName: subject.sheets[layout.sheet]?.name ?? '',
			unsure: unsure.map(({ written, codes, rows: times }) => ({ written, rows: times, choices: codes })), // prettier-ignore
			known: areas.own,
			leavesOut: subject.leavesOut,
			chosen: subject.areaChoices,
		};
	},
});

export const ownImportPreview = query({
	name: 'ownImport.preview',
	summary: 'Shows what will be seen of an own file once it has passed the gate.',
	input: v.object({ ...ownImportIdSchema.entries, series: v.optional(wholeNumber(1, 100_000), 1) }),
	subject: ownImportOfInput,
	allow: mayWorkOnFile,
	async run({ reader, actor, subject }, { series: asked }) {
		const { checked, areas, meaning } = await checkFile(reader, actor, subject);
		const tableId = await tableOf(reader, municipalityOf(actor), subject);
		const all = new Set(checked.cells.map(({ period }) => period));
		const before = await shownBefore(reader, municipalityOf(actor), tableId, [...all]);
		const gated = passGate(checked.cells, meaning.measures, areas.children, meaning.visibility, before); // prettier-ignore
		const keyOf = ({ cell }: (typeof gated.cells)[number]) => [cell.measure, cell.category].join('\t'); // prettier-ignore
		const firstOf = new Map(gated.cells.toReversed().map((one) => [keyOf(one), one.cell]));
		const keys = [...new Set(gated.cells.map(keyOf))];
		const chosen = keys[Math.min(asked, keys.length) - 1];
		const cells = gated.cells.filter((one) => keyOf(one) === chosen);
		const periods = [...new Set(cells.map(({ cell }) => cell.period))].toSorted();
		const standing = await standingPublications(reader, municipalityOf(actor));
		return {
			...outcomeOf(gated, meaning.measures),
			...{ wrongRows: checked.wrongRows, leavesOut: subject.leavesOut, rows: checked.rows },
			visibility: meaning.visibility,
			series: keys.map((key) => titleOfNumber(firstOf.get(key)!, meaning.measures)),
			chosen: Math.max(0, keys.indexOf(chosen ?? '')) + 1,
			unit: meaning.measures.find(({ key }) => key === cells[0]?.cell.measure)?.unit ?? '',
			periods,
			areas: [...new Set(cells.map(({ cell }) => cell.area))]
				.toSorted((a, b) => a.code.localeCompare(b.code))
				.map(({ code, name, level }) => ({
					...{ code, name, level },
					values: periods.map((period) => {
						const one = cells.find(({ cell }) => cell.area.code === code && cell.period === period);
						return { value: one?.value ?? null, missing: one ? one.missing : ('not_measured' as const), isUncertain: (one?.base ?? 100) < 100 }; // prettier-ignore
					}),
				})),
			standing: standing.map(({ id, title, period, retrievedAt }) => ({ id, title, period, retrievedAt })), // prettier-ignore
			replacesId: likelyPredecessor(standing, tableId, all)?.id ?? null,
		};
	},
});

async function linesOf(
	reader: Reader,
	actor: Actor,
	which: ReturnType<typeof sql>,
	page: number,
): Promise<(OwnImportLine & { total: number })[]> {
	const membership = actor.kind === 'member' ? actor.membershipId : null;
	const { rows } = await sql<OwnImportLine & { total: number }>`
		SELECT i.id, i.file_name AS "fileName", i.meaning->>'title' AS title, p.period, i.state,
			i.state = 'imported' AND p.replaced_at IS NOT NULL AS "isReplaced",
			coalesce(i.created_by = ${membership}::uuid, false) AS "isMine", i.created_at AS "createdAt",
			i.imported_at AS "importedAt", i.publication_id AS "publicationId", (count(*) OVER ())::integer AS total
		FROM own_import i
		LEFT JOIN publication p ON p.municipality_id = i.municipality_id AND p.id = i.publication_id
		WHERE i.municipality_id = ${municipalityOf(actor)}::uuid AND ${which}
		ORDER BY i.created_at DESC, i.id DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`.execute(
		reader,
	);
	return rows;
}
