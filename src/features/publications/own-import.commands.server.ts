import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { memberOf, municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, invalid, type FieldProblem } from '#kernel/failure.ts';
import { nothing } from '#kernel/query.server.ts';
import { scanText } from '#kernel/privacy/scan.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, type Changed } from '#server/database/rows.ts';
import { FileReadError } from '#server/documents/file-read-error.ts';
import { readFileContent } from '#server/documents/read-file.server.ts';
import { OWN_FILE_LIMIT } from '#server/http/bodylimit.ts';
import { uploadedFiles } from '#server/uploads.server.ts';
import { indicatorOf } from '#features/figures/catalogue.ts';
import { choiceKey } from './own-area.ts';
import { boundaryYears, ownAreasOf } from './own-areas.server.ts';
import { guessLayout } from './own-guess.ts';
import { findOwnImport, ownImportOfInput, type OwnImport } from './own-import-row.server.ts';
import {
	receiveOwnImportSchema,
	setOwnChoicesSchema,
	setOwnColumnsSchema,
	setOwnMeaningSchema,
} from './own-import.schema.ts';
import {
	dataRows,
	isMeasured,
	MOST_OWN_FIGURES,
	shown,
	type OwnColumn,
	type OwnLayout,
	type OwnSheet,
} from './own-layout.ts';
import { measuresIn, MOST_OWN_MEASURES } from './own-measures.ts';
import { isTooLarge, keptSheets, storeSheets } from './own-raw.server.ts';
import { findBefore, openSheet } from './own-work.server.ts';
import { mayWorkOnFile } from './own.policy.ts';
import { mayImport } from './import.commands.server.ts';

export const receiveOwnImport = command({
	name: 'ownImport.receive',
	summary:
		'Takes in a municipality’s own file of figures (CSV or XLSX), uploaded under the id of this request; nothing is shown of it before it was described, checked and imported.',
	http: { method: 'POST', path: '/eigen-cijferbestanden' },
	input: receiveOwnImportSchema,
	subject: nothing,
	allow: mayImport,
	async run({ tx, actor, clock, requestId }) {
		const municipalityId = municipalityOf(actor);
		const { membershipId } = memberOf(actor);
		const file = await uploadedFile(requestId);
		const known = await knownFile(tx, municipalityId, file.fingerprint, membershipId);
		// The same file again changes nothing.
		if (known) return { id: known, isKnown: true };
		const layouts = await guessAll(tx, municipalityId, file.sheets);
		const before = await findBefore(tx, municipalityId, membershipId, layouts);
		await tx
			.insertInto('own_import')
			.values({
				...{ municipality_id: municipalityId, id: requestId, format: file.format },
				...{ file_name: file.name.slice(0, 200), fingerprint: file.fingerprint },
				sheets: JSON.stringify(file.sheets.map(sizeOf)),
				remembered_from: before?.id ?? null,
				area_choices: JSON.stringify(before?.areaChoices ?? {}),
				...{ created_by: membershipId, created_at: clock.now() },
			})
			.execute();
		const place = { municipalityId, importId: requestId, ownerId: membershipId };
		await storeSheets(tx, place, file.sheets);
		return { id: requestId, isKnown: false };
	},
});

export const setOwnColumns = command({
	name: 'ownImport.setColumns',
	summary: 'Says what each column of an own file is.',
	http: { method: 'PUT', path: '/eigen-cijferbestanden/{ownImportId}/kolommen' },
	input: setOwnColumnsSchema,
	subject: ownImportOfInput,
	allow: mayWorkOnFile,
	async run({ tx, actor, subject }, input) {
		const sheet = await openSheet(tx, actor, subject, input.sheet);
		const names = sheet.rows.find(({ index }) => index === input.headerRow - 1)?.cells ?? [];
		const columns = input.columns.map((column, index): OwnColumn => ({
			...column,
			...{ index, header: shown(names[index]).slice(0, 200) },
		}));
		const { decimal, level, boundaryYear, period } = input;
		const layout: OwnLayout = {
			...{ sheet: input.sheet, headerRow: input.headerRow - 1 },
			...{ decimal, level, boundaryYear, period, columns },
		};
		const { years } = await boundaryYears(tx, municipalityOf(actor));
		const problems = layoutProblems(layout, years);
		if (problems.length > 0) throw invalid(problems);
		const figures = dataRows(sheet, layout.headerRow).length * columns.filter(isMeasured).length;
		if (figures > MOST_OWN_FIGURES) throw new Failure('ownImport.too_many_figures', 400);
		if (measuresIn(sheet, layout).size > MOST_OWN_MEASURES)
			throw new Failure('ownImport.too_many_measures', 400);
		return changeOwn(tx, actor, subject, input.version, { layout: JSON.stringify(layout) });
	},
});

export const setOwnMeaning = command({
	name: 'ownImport.setMeaning',
	summary: 'Says what the figures of an own file mean, where they come from, and who may see them.',
	http: { method: 'PUT', path: '/eigen-cijferbestanden/{ownImportId}/betekenis' },
	input: setOwnMeaningSchema,
	subject: ownImportOfInput,
	allow: mayWorkOnFile,
	async run({ tx, actor, subject }, { ownImportId: _, version, ...meaning }) {
		const { layout } = subject;
		if (!layout) throw new Failure('ownImport.columns_first', 409);
		const sheet = await openSheet(tx, actor, subject, layout.sheet);
		const known = measuresIn(sheet, layout);
		const problems = meaning.measures.flatMap((one, at): FieldProblem[] => {
			const path = `measures.${at}`;
			const hasBase = layout.columns.some(({ role }) => role === 'base');
			const isBased = one.type === 'percentage' || one.type === 'score';
			return [
				...(known.has(one.key) ? [] : [{ path: `${path}.key`, code: 'unknown' as const }]),
				...(one.indicator === null || indicatorOf(one.indicator) ? [] : [{ path: `${path}.indicator`, code: 'unknown' as const }]), // prettier-ignore
				...(one.origin === 'published' && one.publishedIn === '' ? [{ path: `${path}.publishedIn`, code: 'required' as const }] : []), // prettier-ignore
				...(one.origin === 'own' && isBased && !hasBase ? [{ path: `${path}.origin`, code: 'base_missing' as const }] : []), // prettier-ignore
			];
		});
		if (problems.length > 0) throw invalid(problems);
		return changeOwn(tx, actor, subject, version, { meaning: JSON.stringify(meaning) });
	},
});

export const setOwnChoices = command({
	name: 'ownImport.setChoices',
	summary:
		'Says which areas are meant by names that are unknown or fit several, and whether rows with problems are left out.',
	http: { method: 'PUT', path: '/eigen-cijferbestanden/{ownImportId}/keuzes' },
	input: setOwnChoicesSchema,
	subject: ownImportOfInput,
	allow: mayWorkOnFile,
	async run({ tx, actor, subject }, { version, areas, leavesOut }) {
		const { layout } = subject;
		if (!layout) throw new Failure('ownImport.columns_first', 409);
		const { byCode } = await ownAreasOf(tx, municipalityOf(actor), layout.boundaryYear);
		const problems = areas.flatMap(
			({ code }, at): FieldProblem[] =>
			code === null || byCode.has(code) ? [] : [{ path: `areas.${at}.code`, code: 'unknown_area' }], // prettier-ignore
		);
		if (problems.length > 0) throw invalid(problems);
		const said = areas.map(({ written, code }) => [choiceKey(written), code] as const);
		const all = Object.entries({ ...subject.areaChoices, ...Object.fromEntries(said) });
		const choices = Object.fromEntries(all.filter(([, code]) => code !== null));
		const values = { area_choices: JSON.stringify(choices), leaves_out: leavesOut };
		return { ...(await changeOwn(tx, actor, subject, version, values)), leavesOut };
	},
});

/** Changes an open import that still has the version its writer read. */
export async function changeOwn(
	tx: Tx,
	actor: Actor,
	subject: OwnImport,
	version: number,
	values: Parameters<typeof changeRow<'own_import'>>[3],
): Promise<Changed> {
	if (subject.state !== 'open') throw new Failure('ownImport.not_open', 409);
	const row = { municipalityId: municipalityOf(actor), id: subject.id, version };
	return changeRow(tx, 'own_import', row, values, {
		current: () => findOwnImport(tx, row.municipalityId, row.id),
	});
}

async function uploadedFile(requestId: string) {
	const [file] = await uploadedFiles(requestId);
	if (!file) throw new Failure('ownImport.gone', 400);
	try {
		const content = await readFileContent(file.location, OWN_FILE_LIMIT);
		if (content.format === 'docx') throw new Failure('ownImport.unreadable', 400);
		const sheets = keptSheets(content.sheets);
		if (sheets.length === 0) throw new Failure('ownImport.empty', 400);
		if (isTooLarge(sheets)) throw new Failure('ownImport.too_many_cells', 400);
		refusePersons(sheets);
		const fingerprint = createHash('sha256').update(await readFile(file.location)).digest('hex'); // prettier-ignore
		return { name: file.name, format: content.format, sheets, fingerprint };
	} catch (error) {
		if (error instanceof FileReadError) throw new Failure(`ownImport.${error.reason}`, 400);
		throw error;
	}
}

/** From so many cells on that point to a person, a file is taken for a list of persons. */
const TOO_MANY_PERSONS = 3;
const pointing: ReadonlySet<string> = new Set(['bsn', 'email', 'iban', 'phone', 'birthDate', 'licencePlate']); // prettier-ignore

/** A file with one row per person does not come in at all: figures are about areas. */
function refusePersons(sheets: readonly OwnSheet[]): void {
	let found = 0;
	for (const { rows } of sheets)
		for (const { cells } of rows)
			for (const cell of cells) {
				if (typeof cell !== 'string' || cell.length < 6) continue;
				if (scanText(cell).some(({ kind }) => pointing.has(kind))) found += 1;
				if (found >= TOO_MANY_PERSONS) throw new Failure('ownImport.persons', 400);
			}
}

/** A file that is there already: imported, or on its way in by the same person. */
async function knownFile(
	reader: Reader,
	municipalityId: string,
	fingerprint: string,
	membershipId: string,
): Promise<string | undefined> {
	const row = await reader
		.selectFrom('own_import')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('fingerprint', '=', fingerprint)
		.where((eb) =>
			eb.or([
				eb('state', '=', 'imported'),
				eb.and([eb('state', '=', 'open'), eb('created_by', '=', membershipId)]),
			]),
		)
		.orderBy('state')
		.executeTakeFirst();
	return row?.id;
}

async function guessAll(
	reader: Reader,
	municipalityId: string,
	sheets: readonly OwnSheet[],
): Promise<OwnLayout[]> {
	const { likely: year } = await boundaryYears(reader, municipalityId);
	if (year === undefined) throw new Failure('ownImport.no_areas', 409);
	const { finder } = await ownAreasOf(reader, municipalityId, year);
	return sheets.map((sheet, index) => guessLayout(sheet, index, finder));
}

const sizeOf = ({ name, rows }: OwnSheet) => ({
	name,
	rows: rows.length,
	columns: Math.max(0, ...rows.map(({ cells }) => cells.length)),
});

/** What is missing in a layout before its rows can be checked, beside the field that says it. */
function layoutProblems(
	{ columns, period, boundaryYear }: OwnLayout,
	years: readonly number[],
): FieldProblem[] {
	const problems: FieldProblem[] = [];
	const having = (role: OwnColumn['role']) => columns.filter((one) => one.role === role);
	const twice = (['area_code', 'area_name', 'period', 'indicator', 'category'] as const).flatMap((role) => having(role).slice(1)); // prettier-ignore
	for (const { index } of twice) problems.push({ path: `columns.${index}.role`, code: 'role_twice' }); // prettier-ignore
	if (having('area_code').length + having('area_name').length === 0) problems.push({ path: 'columns.0.role', code: 'no_area_column' }); // prettier-ignore
	const measured = columns.filter(isMeasured);
	if (measured.length === 0) problems.push({ path: 'columns.0.role', code: 'no_number_column' });
	const isDated = having('period').length > 0 || measured.every((one) => one.period !== null);
	if (!isDated && period === null) problems.push({ path: 'period', code: 'no_period_said' });
	for (const { index, of } of columns.filter(({ role }) => role === 'part' || role === 'base'))
		if (of !== null && !measured.some((one) => one.index === of)) problems.push({ path: `columns.${index}.of`, code: 'unknown' }); // prettier-ignore
	for (const { index } of sameTwice(measured)) problems.push({ path: `columns.${index}.name`, code: 'measure_twice' }); // prettier-ignore
	if (!years.includes(boundaryYear)) problems.push({ path: 'boundaryYear', code: 'unknown' });
	return problems;
}

/** Columns that measure the same in the same period as one before them. */
function sameTwice(measured: readonly OwnColumn[]): OwnColumn[] {
	const seen = new Set<string>();
	return measured.filter(({ name, header, period }) => {
		const key = `${(name || header).toLowerCase()}\t${period}`;
		const isTwice = seen.has(key);
		seen.add(key);
		return isTwice;
	});
}
