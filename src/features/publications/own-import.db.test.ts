import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { showProfile } from '#features/figures/figures.queries.server.ts';
import { groupProfile } from '#features/figures/profile.ts';
import { seriesList } from '#features/figures/series.server.ts';
import { valuesOfSeries } from '#features/figures/values.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { scopeOf } from '#kernel/kernel.server.ts';
import { reading } from '#server/database/transaction.ts';
import { runtime, setRuntime } from '#server/runtime.ts';
import { writeXlsx } from '#server/spreadsheets/xlsx-write.ts';
import { keepUpload } from '#server/uploads.server.ts';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';
import { testWorld } from '#tests/support/world.ts';
import {
	receiveOwnImport,
	setOwnChoices,
	setOwnColumns,
	setOwnMeaning,
} from './own-import.commands.server.ts';
import {
	listOwnImports,
	ownImportCheck,
	ownImportColumnsView,
	ownImportMeasures,
	ownImportPreview,
	readOwnImport,
} from './own-import.queries.server.ts';
import {
	carryOutOwnImport,
	changeOwnVisibility,
	restoreOwnImport,
	withdrawOwnImport,
} from './own-publish.commands.server.ts';

const world = await testWorld();
const { home, elsewhere, kernel } = world;
const { analyst, process_manager: manager } = home.members;

const places: [code: string, name: string, level: string, parent: string][] = [
	['GM0202', 'Arnhem', 'municipality', 'NL'],
	['WK020210', 'Geitenkamp', 'district', 'GM0202'],
	['BU02021001', 'Geitenkamp', 'neighbourhood', 'WK020210'],
	['BU02021002', 'Arnhemse Allee', 'neighbourhood', 'WK020210'],
	['BU02021003', 'Monnikenhuizen', 'neighbourhood', 'WK020210'],
];

beforeAll(async () => {
	const dataDir = mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-own-'));
	setRuntime({ ...runtime(), config: { ...runtime().config, dataDir } });
	for (const [code, name, level, parent] of places)
		await sqlAsOwner(
			world.database.owner,
			`INSERT INTO area (municipality_id, code, boundary_year, level, name, parent_code) VALUES ($1, $2, 2023, $3, $4, $5)`,
			[home.id, code, level, name, parent],
		);
});

async function* bytesOf(content: string | Uint8Array): AsyncGenerator<Buffer> {
	yield Buffer.from(content as string);
}

/** Uploads a file as somebody; gives the answer of taking it in. */
async function bring(content: string | Uint8Array, actor: Actor = analyst, name = 'leden.csv') {
	const requestId = newId();
	await keepUpload(requestId, 1, name, bytesOf(content));
	return kernel.run(actor, receiveOwnImport, {}, requestId);
}

const meaning = (change: object = {}) => ({
	title: 'Leden van verenigingen',
	publisher: 'Gemeente',
	licence: 'CC BY 4.0',
	gathered: 'Opgave van de verenigingen zelf',
	visibility: 'public',
	...change,
});

/** Says of a file what the program proposes, and describes it. */
async function describeFile(ownImportId: string, change: object = {}, actor: Actor = analyst) {
	const proposal = await kernel.ask(actor, ownImportColumnsView, { ownImportId });
	const { columns, headerRow, ...layout } = proposal.layout;
	const said = columns.map(({ index: _, header: __, ...column }) => column);
	const { version } = await kernel.run(actor, setOwnColumns, { ownImportId, version: 1, ...layout, headerRow: headerRow + 1, columns: said }); // prettier-ignore
	const { measures } = await kernel.ask(actor, ownImportMeasures, { ownImportId });
	return kernel.run(actor, setOwnMeaning, { ownImportId, version, ...meaning(change), measures });
}

async function importFile(content: string, change: object = {}, replacesId: string | null = null) {
	const { id } = await bring(content);
	const { version } = await describeFile(id, change);
	return kernel.run(analyst, carryOutOwnImport, { ownImportId: id, version, replacesId });
}

/** What a reader finds of a publication, by code and period. */
async function shownOf(publicationId: string, actor: Actor = home.members.reader) {
	return reading(kernel.pool, scopeOf(actor), async (reader) => {
		const series = await seriesList(reader, home.id, { publicationId });
		const rows: Record<string, unknown> = {};
		for (const one of series)
			for (const { code, measured } of await valuesOfSeries(reader, home.id, one.seriesId, {
				codes: places.slice(2).map(([it]) => it),
			}))
				// prettier-ignore
				rows[`${code} ${one.period}`] = 'value' in measured ? measured.value : measured.missing;
		return rows;
	});
}

const file = (rows: [string, number, number | string][], header = 'Code;Jaar;Leden') =>
	[header, ...rows.map((row) => row.join(';'))].join('\n');
const first = file([
	['BU02021001', 2023, 61],
	['BU02021002', 2023, 4],
	['BU02021003', 2023, 38],
]);

describe('an own file', () => {
	test('comes in, is described, checked, looked at and imported; only what passed the gate is there', async () => {
		const { id, isKnown } = await bring(first);
		expect(isKnown).toBe(false);
		const { version } = await describeFile(id);
		const check = await kernel.ask(analyst, ownImportCheck, { ownImportId: id });
		expect(check).toMatchObject({ rows: 3, problems: [], figures: 3, areas: 3 });
		const preview = await kernel.ask(analyst, ownImportPreview, { ownImportId: id });
		expect(preview).toMatchObject({
			shown: 2,
			asTooSmall: 1,
			toProtectOthers: 0,
			replacesId: null,
		});
		const done = await kernel.run(analyst, carryOutOwnImport, { ownImportId: id, version });
		expect(done).toMatchObject({ shown: 2, asTooSmall: 1, areas: 3 });
		expect(await shownOf(done.publicationId)).toEqual({
			'BU02021001 2023': 60,
			'BU02021002 2023': 'too_small',
			'BU02021003 2023': 40,
		});
		// The rows of the file are not kept once they are not needed.
		expect(await sqlAsOwner(world.database.owner, 'SELECT 1 FROM own_file_sheet WHERE import_id = $1', [id])).toEqual([]); // prettier-ignore
	});

	test('the same file twice changes nothing', async () => {
		const again = await bring(first);
		expect(again.isKnown).toBe(true);
		const { items } = await kernel.ask(analyst, listOwnImports, {});
		expect(items).toHaveLength(1);
	});

	test('a corrected file replaces its predecessor, which stays readable and stands again when it is undone', async () => {
		const [before] = (await kernel.ask(analyst, listOwnImports, {})).items;
		const corrected = first.replace('61', '71');
		const { id } = await bring(corrected);
		const { version } = await describeFile(id);
		const preview = await kernel.ask(analyst, ownImportPreview, { ownImportId: id });
		expect(preview.replacesId).toBe(before!.publicationId);
		const done = await kernel.run(analyst, carryOutOwnImport, { ownImportId: id, version, replacesId: preview.replacesId }); // prettier-ignore
		expect(await shownOf(done.publicationId)).toMatchObject({ 'BU02021001 2023': 70 });
		expect(await shownOf(before!.publicationId!)).toMatchObject({ 'BU02021001 2023': 60 });
		const { items } = await kernel.ask(analyst, listOwnImports, {});
		expect(items.map((one) => one.isReplaced)).toEqual([false, true]);
		// What was replaced cannot be taken back: it does not stand.
		await expect(kernel.run(manager, withdrawOwnImport, { ownImportId: before!.id, version: 4 })).rejects.toMatchObject({ code: 'ownImport.place_taken' }); // prettier-ignore

		const undone = await kernel.run(manager, withdrawOwnImport, { ownImportId: id, version: done.version, reason: 'Verkeerde versie' }); // prettier-ignore
		const after = await kernel.ask(analyst, listOwnImports, {});
		expect(after.items.map(({ state, isReplaced }) => [state, isReplaced])).toEqual([['withdrawn', false], ['imported', false]]); // prettier-ignore
		expect(await shownOf(done.publicationId, home.visitor)).toEqual({});
		await kernel.run(manager, restoreOwnImport, { ownImportId: id, version: undone.version });
		expect((await kernel.ask(analyst, listOwnImports, {})).items.map((one) => one.isReplaced)).toEqual([false, true]); // prettier-ignore
		expect(await shownOf(done.publicationId, home.visitor)).toMatchObject({ 'BU02021001 2023': 70 }); // prettier-ignore
	});

	test('next year what was said is proposed again, and it is the same table beside the other', async () => {
		const next = file([['BU02021001', 2024, 66], ['BU02021002', 2024, 12], ['BU02021003', 2024, 38]]); // prettier-ignore
		const { id } = await bring(next);
		const columns = await kernel.ask(analyst, ownImportColumnsView, { ownImportId: id });
		expect(columns.before?.fileName).toBe('leden.csv');
		const measures = await kernel.ask(analyst, ownImportMeasures, { ownImportId: id });
		expect(measures).toMatchObject({ isAsBefore: true, meaning: { title: 'Leden van verenigingen' } }); // prettier-ignore
		const { version } = await describeFile(id);
		const preview = await kernel.ask(analyst, ownImportPreview, { ownImportId: id });
		expect(preview.replacesId).toBeNull();
		await kernel.run(analyst, carryOutOwnImport, { ownImportId: id, version });
		const { versions, tableId } = await kernel.ask(analyst, readOwnImport, { ownImportId: id });
		expect(tableId).toBe('eigen-leden-van-verenigingen');
		expect(versions.map(({ period, isReplaced }) => [period, isReplaced])).toEqual([
			['2024', false],
			['2023', false],
			['2023', true],
		]);
	});
});

test('a small count that follows from what an earlier file showed is told before and after the import', async () => {
	const rows = (small: number, total: number) => file([['WK020210', 2019, total], ['BU02021001', 2019, small], ['BU02021002', 2019, 57], ['BU02021003', 2019, 33]], 'Code;Jaar;Meldingen'); // prettier-ignore
	const said = { title: 'Meldingen' };
	const before = await importFile(rows(11, 101), said);
	expect(before.exposed).toEqual([]);
	const { id } = await bring(rows(9, 99));
	const { version } = await describeFile(id, said);
	const preview = await kernel.ask(analyst, ownImportPreview, { ownImportId: id });
	const small = [{ title: 'Meldingen', area: 'Geitenkamp', period: '2019' }];
	expect(preview.exposed).toEqual(small);
	const { replacesId } = preview;
	const done = await kernel.run(analyst, carryOutOwnImport, { ownImportId: id, version, replacesId }); // prettier-ignore
	expect(done.exposed).toEqual(small);
	const { outcome } = await kernel.ask(analyst, readOwnImport, { ownImportId: id });
	expect(outcome?.exposed).toEqual(small);
	// What the page advises: without these rows and their total nothing can be worked out.
	await kernel.run(manager, withdrawOwnImport, { ownImportId: id, version: done.version });
	const mended = file(
		[
			['BU02021002', 2019, 57],
			['BU02021003', 2019, 33],
		],
		'Code;Jaar;Meldingen',
	);
	expect(await importFile(mended, said, before.publicationId)).toMatchObject({ exposed: [], shown: 2 }); // prettier-ignore
});

test('rows with problems stop an import until they are left out by choice', async () => {
	const wrong = file([['BU02021001', 2021, 61], ['BU02029999', 2021, 40], ['BU02021003', 2021, '3o']], 'Code;Jaar;Vrijwilligers'); // prettier-ignore
	const { id } = await bring(wrong);
	const { version } = await describeFile(id, { title: 'Vrijwilligers' });
	const { problems } = await kernel.ask(analyst, ownImportCheck, { ownImportId: id });
	expect(problems.map(({ kind, row }) => [kind, row])).toEqual([['unknown_area', 3], ['not_a_number', 4]]); // prettier-ignore
	await expect(kernel.run(analyst, carryOutOwnImport, { ownImportId: id, version })).rejects.toMatchObject({ code: 'ownImport.wrong_rows' }); // prettier-ignore
	const chosen = await kernel.run(analyst, setOwnChoices, { ownImportId: id, version, leavesOut: true }); // prettier-ignore
	const done = await kernel.run(analyst, carryOutOwnImport, { ownImportId: id, version: chosen.version }); // prettier-ignore
	expect(done).toMatchObject({ rows: 3, leftOut: 2, shown: 1 });
});

test('a name that fits two areas is chosen, and remembered', async () => {
	const named = 'Naam;Aantal 2022\nGeitenkamp;61\nMonnikenhuizen;40';
	const { id } = await bring(named);
	const { version } = await describeFile(id, { title: 'Namen' });
	const check = await kernel.ask(analyst, ownImportCheck, { ownImportId: id });
	expect(check.unsure).toEqual([{ written: 'Geitenkamp', rows: 1, choices: ['WK020210', 'BU02021001'] }]); // prettier-ignore
	const areas = [{ written: 'Geitenkamp', code: 'BU02021001' }];
	await expect(kernel.run(analyst, setOwnChoices, { ownImportId: id, version, areas: [{ written: 'Geitenkamp', code: 'WK054601' }] })).rejects.toMatchObject({ problems: [{ path: 'areas.0.code' }] }); // prettier-ignore
	await kernel.run(analyst, setOwnChoices, { ownImportId: id, version, areas });
	expect((await kernel.ask(analyst, ownImportCheck, { ownImportId: id })).problems).toEqual([]);
});

describe('who may see', () => {
	const asked = (base: number) => `Code;% eenzaam 2023;respondenten\nBU02021001;40;${base}\nBU02021003;35;240`; // prettier-ignore

	test('what is for participants only is not read by the public, and passes the gate again when that changes', async () => {
		const done = await importFile(asked(48), { title: 'Eenzaamheid', visibility: 'participants' }); // prettier-ignore
		expect(await shownOf(done.publicationId)).toMatchObject({ 'BU02021001 2023': 40 });
		expect(await shownOf(done.publicationId, home.visitor)).toEqual({});
		const { version } = await kernel.ask(manager, readOwnImport, { ownImportId: done.id });
		await kernel.run(manager, changeOwnVisibility, { ownImportId: done.id, version, visibility: 'public' }); // prettier-ignore
		const { publicationId } = await kernel.ask(manager, readOwnImport, { ownImportId: done.id });
		expect(publicationId).not.toBe(done.publicationId);
		expect(await shownOf(publicationId!, home.visitor)).toMatchObject({ 'BU02021001 2023': 'too_small', 'BU02021003 2023': 35 }); // prettier-ignore
		expect(await shownOf(done.publicationId, home.visitor)).toEqual({});
	});

	test('a reader, a colleague and another municipality do not get at a file on its way in', async () => {
		const { id } = await bring(asked(99));
		await expect(kernel.ask(home.members.reader, readOwnImport, { ownImportId: id })).rejects.toMatchObject({ code: 'role_not_allowed' }); // prettier-ignore
		await expect(kernel.ask(manager, ownImportColumnsView, { ownImportId: id })).rejects.toMatchObject({ code: 'ownImport.not_yours' }); // prettier-ignore
		await expect(kernel.ask(elsewhere.members.analyst, readOwnImport, { ownImportId: id })).rejects.toMatchObject({ code: 'not_found' }); // prettier-ignore
		const seen = await reading(kernel.pool, scopeOf(manager), (reader) => sql<object>`SELECT * FROM own_file_sheet`.execute(reader as never)); // prettier-ignore
		expect(seen.rows).toEqual([]);
		const mine = await reading(kernel.pool, scopeOf(analyst), (reader) => sql<object>`SELECT * FROM own_file_sheet`.execute(reader as never)); // prettier-ignore
		expect(mine.rows.length).toBeGreaterThan(0);
	});
});

test('a figure that is said to be sensitive is not on a profile until somebody asks for it', async () => {
	const { id } = await bring('Code;Gezinnen 2023\nBU02021003;40');
	const { version } = await describeFile(id, { title: 'Hulp aan gezinnen' });
	const { meaning: said } = await kernel.ask(analyst, readOwnImport, { ownImportId: id });
	const measures = said!.measures.map((one) => ({ ...one, sensitivity: 'sensitive' }));
	const described = await kernel.run(analyst, setOwnMeaning, { ownImportId: id, version, ...said!, measures }); // prettier-ignore
	await kernel.run(analyst, carryOutOwnImport, { ownImportId: id, version: described.version });
	const profile = await kernel.ask(home.members.reader, showProfile, { code: 'BU02021003' });
	const titles = (withSensitive: boolean) =>
		groupProfile(profile!.lines, withSensitive).groups.flatMap(({ entries }) => entries.map(({ line }) => line.title)); // prettier-ignore
	expect(titles(true)).toContain('Gezinnen');
	expect(titles(false)).not.toContain('Gezinnen');
});

test('raw counts are seen by nobody, not even through a query that forgets everything', async () => {
	for (const actor of [home.members.administrator, analyst, home.system, home.visitor]) {
		const { rows } = await reading(kernel.pool, scopeOf(actor), (reader) => sql<object>`SELECT * FROM own_count`.execute(reader as never)); // prettier-ignore
		expect(rows).toEqual([]);
	}
	const [stored] = await sqlAsOwner<{ n: number }>(world.database.owner, 'SELECT count(*)::integer AS n FROM own_count'); // prettier-ignore
	expect(stored!.n).toBeGreaterThan(3);
});

describe('is refused with a sentence', () => {
	test.each([
		['nothing', '', 'ownImport.unreadable'],
		['empty lines', ';;\n;;\n', 'ownImport.empty'],
		['a million rows', 'Code;Leden\n' + 'B;1\n'.repeat(1_000_000), 'ownImport.too_many_cells'],
		[
			'too many columns',
			`Code;${'a;'.repeat(300)}\nBU02021001;${'1;'.repeat(300)}`,
			'ownImport.too_many_cells',
		],
		[
			'a list of persons',
			'Naam;Mail;Code\n' + 'x;iemand@voorbeeld.nl;BU02021001\n'.repeat(4),
			'ownImport.persons',
		],
		['more than 10 MB', 'x'.repeat(11 * 1024 * 1024), 'ownImport.too_large'],
	])('%s', { timeout: 60_000 }, async (_what, content, code) => {
		// prettier-ignore
		await expect(bring(content)).rejects.toMatchObject({ code });
	});
});

test('more numbers than the gate can look through at once are refused where the columns are chosen', async () => {
	const header = `Code;Jaar;${Array.from({ length: 40 }, (_, at) => `Soort ${at + 1}`).join(';')}`;
	const lines = Array.from({ length: 1600 }, (_, at) => `BU02021001;${1990 + (at % 30)};${'1;'.repeat(39)}${at}`); // prettier-ignore
	const { id } = await bring([header, ...lines].join('\n'));
	await expect(describeFile(id)).rejects.toMatchObject({ code: 'ownImport.too_many_figures' });
});

test('formulas in a spreadsheet are what they were saved as, and never calculated', async () => {
	const rows = [['Code', 'Jaar', 'Oefeningen'], ['BU02021001', '2023', '=1+1'], ['BU02021002', '2023', '=HYPERLINK("http://x")'], ['BU02021003', '2023', '40']]; // prettier-ignore
	const columns = [{ width: 10 }, { width: 10 }, { width: 10 }];
	const bytes = writeXlsx([{ name: 'Blad', columns, rows }], { title: 'x', language: 'nl-NL' });
	const { id } = await bring(bytes, analyst, 'formules.xlsx');
	const proposal = await kernel.ask(analyst, ownImportColumnsView, { ownImportId: id });
	const { columns: found, headerRow, ...layout } = proposal.layout;
	const said = found.map(({ index: _, header: __, ...column }, at) => ({ ...column, role: (['area_code', 'period', 'number'] as const)[at]! })); // prettier-ignore
	const { version } = await kernel.run(analyst, setOwnColumns, { ownImportId: id, version: 1, ...layout, headerRow: headerRow + 1, columns: said }); // prettier-ignore
	const { measures } = await kernel.ask(analyst, ownImportMeasures, { ownImportId: id });
	await kernel.run(analyst, setOwnMeaning, { ownImportId: id, version, ...meaning(), measures });
	const { problems } = await kernel.ask(analyst, ownImportCheck, { ownImportId: id });
	expect(problems.map(({ kind }) => kind)).toEqual(['formula', 'formula']);
});
