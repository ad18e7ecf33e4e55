import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { Failure } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { boundaryYears, ownAreasOf, type OwnAreas } from './own-areas.server.ts';
import { checkRows, type Checked } from './own-check.ts';
import { guessLayout } from './own-guess.ts';
import { isMeasured, type OwnLayout, type OwnSheet } from './own-layout.ts';
import type { OwnMeaning } from './own-meaning.ts';
import { measuresIn } from './own-measures.ts';
import { asBefore, mostAlike } from './own-memory.ts';
import { findOwnImport, ownImportColumns, type OwnImport } from './own-import-row.server.ts';
import { readSheet } from './own-raw.server.ts';

/** How many earlier files are looked at to find the one of last year. */
const REMEMBERED = 300;

/** One sheet of a file on its way in. Throws when the file is not open any more, or its rows are gone. */
export async function openSheet(
	reader: Reader,
	actor: Actor,
	{ id, state }: OwnImport,
	position: number,
): Promise<OwnSheet> {
	if (state !== 'open') throw new Failure('ownImport.not_open', 409);
	const sheet = await readSheet(reader, municipalityOf(actor), id, position);
	if (!sheet) throw new Failure('ownImport.file_gone', 409);
	return sheet;
}

/** How a file may be read, where no one said so yet. */
export interface Proposal {
	layout: OwnLayout;
	sheet: OwnSheet;
	areas: OwnAreas;
	years: number[];
	/** The earlier file that it was taken from. */
	before: OwnImport | null;
}

/**
 * How a sheet of a file may be read: as was said, as of the earlier file that it is most like, or as it looks. A sheet
 * or header that is asked for gets a proposal of its own. Throws where no areas are known to match with.
 */
export async function proposeLayout(
	reader: Reader,
	actor: Actor,
	subject: OwnImport,
	asked: { sheet?: number | null; headerRow?: number | null } = {},
): Promise<Proposal> {
	const municipalityId = municipalityOf(actor);
	const { years, likely } = await boundaryYears(reader, municipalityId);
	const year = subject.layout?.boundaryYear ?? likely;
	if (year === undefined) throw new Failure('ownImport.no_areas', 409);
	const areas = await ownAreasOf(reader, municipalityId, year);
	const position = asked.sheet ?? subject.layout?.sheet ?? (await likeliestSheet(reader, actor, subject, areas)); // prettier-ignore
	const sheet = await openSheet(reader, actor, subject, position);
	const headerRow = asked.headerRow ? asked.headerRow - 1 : undefined;
	const said = subject.layout;
	const before = await beforeOf(reader, municipalityId, subject);
	const isAsSaid = said?.sheet === position && (headerRow ?? said.headerRow) === said.headerRow;
	if (said && isAsSaid) return { layout: said, sheet, areas, years, before };
	const guessed = guessLayout(sheet, position, areas.finder, { headerRow, boundaryYear: year });
	const layout = before?.layout ? asBefore(guessed, before.layout) : guessed;
	return { layout, sheet, areas, years, before: before?.layout ? before : null };
}

/** The first sheet that has areas and numbers; else the first. */
async function likeliestSheet(
	reader: Reader,
	actor: Actor,
	subject: OwnImport,
	{ finder }: OwnAreas,
): Promise<number> {
	for (const position of subject.sheets.keys()) {
		const { columns } = guessLayout(await openSheet(reader, actor, subject, position), position, finder); // prettier-ignore
		const hasArea = columns.some(({ role }) => role === 'area_code' || role === 'area_name');
		if (hasArea && columns.some(isMeasured)) return position;
	}
	return 0;
}

async function beforeOf(
	reader: Reader,
	municipalityId: string,
	{ rememberedFrom }: OwnImport,
): Promise<OwnImport | null> {
	if (rememberedFrom === null) return null;
	return (await findOwnImport(reader, municipalityId, rememberedFrom)) ?? null;
}

/**
 * The earlier file that a new one is most like; null when it is like none. Those that were imported, and what the same
 * person described but did not import: the file that had to be mended.
 */
export async function findBefore(
	reader: Reader,
	municipalityId: string,
	membershipId: string,
	layouts: readonly OwnLayout[],
): Promise<OwnImport | null> {
	const rows = await reader
		.selectFrom('own_import')
		.select(ownImportColumns)
		.where('municipality_id', '=', municipalityId)
		.where('layout', 'is not', null)
		.where((eb) => eb.or([eb('state', '=', 'imported'), eb('created_by', '=', membershipId)]))
		.orderBy('created_at', 'desc')
		.orderBy('id', 'desc')
		.limit(REMEMBERED)
		.execute();
	const earlier = (rows as unknown as OwnImport[]).flatMap((one) => (one.layout ? [{ id: one, layout: one.layout }] : [])); // prettier-ignore
	return layouts.flatMap((layout) => mostAlike(layout, earlier)?.id ?? [])[0] ?? null;
}

/** How many mended files are followed back to the one that was imported. */
const MOST_MENDED = 50;

/** The table of files of this kind: that of the file it was taken after, or of the one before that; null when new. */
export async function tableOf(
	reader: Reader,
	municipalityId: string,
	{ tableId, rememberedFrom }: Pick<OwnImport, 'tableId' | 'rememberedFrom'>,
): Promise<string | null> {
	let [table, before] = [tableId, rememberedFrom];
	for (let step = 0; table === null && before !== null && step < MOST_MENDED; step += 1) {
		const earlier: OwnImport | undefined = await findOwnImport(reader, municipalityId, before);
		[table, before] = [earlier?.tableId ?? null, earlier?.rememberedFrom ?? null];
	}
	return table;
}

/** A file with every row checked. */
export interface CheckedFile {
	checked: Checked;
	areas: OwnAreas;
	layout: OwnLayout;
	meaning: OwnMeaning;
}

/** Checks every row of an open file by what was said about it. Throws when something was not said yet. */
export async function checkFile(
	reader: Reader,
	actor: Actor,
	subject: OwnImport,
): Promise<CheckedFile> {
	const { layout, meaning } = subject;
	if (!layout) throw new Failure('ownImport.columns_first', 409);
	const sheet = await openSheet(reader, actor, subject, layout.sheet);
	const said = new Set(meaning?.measures.map(({ key }) => key));
	const isSaid = [...measuresIn(sheet, layout).keys()].every((key) => said.has(key));
	if (!meaning || !isSaid) throw new Failure('ownImport.meaning_first', 409);
	const areas = await ownAreasOf(reader, municipalityOf(actor), layout.boundaryYear);
	const checked = checkRows(sheet, layout, areas.finder, subject.areaChoices, meaning.measures);
	return { checked, areas, layout, meaning };
}
