import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
	receiveOwnImport,
	setOwnColumns,
	setOwnMeaning,
} from '#features/publications/own-import.commands.server.ts';
import {
	ownImportColumnsView,
	ownImportMeasures,
	ownImportPreview,
} from '#features/publications/own-import.queries.server.ts';
import type { OwnMeasure } from '#features/publications/own-meaning.ts';
import { carryOutOwnImport } from '#features/publications/own-publish.commands.server.ts';
import { newId } from '#kernel/id.ts';
import { runtime, setRuntime } from '#server/runtime.ts';
import { keepUpload } from '#server/uploads.server.ts';
import { sqlAsOwner } from './tenant-tables.ts';
import type { TestMunicipality, World } from './world.ts';

/** An invented municipality of two wijken: the areas within each area. */
export const areasWithin = new Map([
	['GM9999', ['WK999901', 'WK999902']],
	['WK999901', ['BU99990100', 'BU99990101', 'BU99990102']],
	['WK999902', ['BU99990200', 'BU99990201', 'BU99990202', 'BU99990203']],
]);
export const neighbourhoods = [...areasWithin.values()].flat().filter((code) => code.startsWith('BU')); // prettier-ignore
export const everyArea = ['GM9999', ...[...areasWithin.values()].flat()];
export const categories = ['0-17', '18-44', '45-66', '67+'];
/** The category that is all others together. */
export const total = 'Totaal';

/** Counts by `code category year`, of neighbourhoods and categories that are no totals. */
export type Counts = ReadonlyMap<string, number>;

export const cellKey = (code: string, category: string, year: number) => `${code} ${category} ${year}`; // prettier-ignore

/** The count of any area and category: what is no sum itself is added up. */
export function countOf(counts: Counts, code: string, category: string, year: number): number {
	const parts = areasWithin.get(code);
	if (parts) return parts.reduce((sum, part) => sum + countOf(counts, part, category, year), 0);
	if (category !== total) return counts.get(cellKey(code, category, year)) ?? 0;
	return categories.reduce((sum, one) => sum + countOf(counts, code, one, year), 0);
}

/** The file with all of them, and every total. */
export function fileOf(counts: Counts, years: readonly number[]): string {
	const rows = years.flatMap((year) =>
		everyArea.flatMap((code) =>
			[...categories, total].map((category) =>
				[code, year, category, countOf(counts, code, category, year)].join(';'),
			),
		),
	);
	return ['Code;Jaar;Leeftijd;Meldingen', ...rows].join('\n');
}

/** Lets the municipality be this invented one and know its areas, with the boundaries of 2023. */
export async function knowAreas(world: World, town: TestMunicipality): Promise<void> {
	const parentOf = (code: string) => [...areasWithin].find(([, parts]) => parts.includes(code))?.[0] ?? 'NL'; // prettier-ignore
	await knowTheseAreas(world, town, everyArea.map((code) => ({ code, parent: parentOf(code) }))); // prettier-ignore
}

/** Gives a municipality its areas, of 2023 and by their codes only; the first is the municipality itself. */
export async function knowTheseAreas(
	{ database }: World,
	{ id }: TestMunicipality,
	areas: readonly { code: string; parent: string }[],
): Promise<void> {
	await sqlAsOwner(database.owner, 'UPDATE municipality SET code = $2 WHERE id = $1', [id, areas[0]?.code]); // prettier-ignore
	const levels = { GM: 'municipality', WK: 'district', BU: 'neighbourhood' } as const;
	for (const { code, parent } of areas)
		await sqlAsOwner(
			database.owner,
			`INSERT INTO area (municipality_id, code, boundary_year, level, name, parent_code) VALUES ($1, $2, 2023, $3, $2, $4)`,
			[id, code, levels[code.slice(0, 2) as keyof typeof levels], parent],
		);
}

/** Imports a file as the analyst would: through the commands, with what the program proposes. */
export async function importOwnFile(world: World, town: TestMunicipality, content: string) {
	return carryOutFile(world, town, await describeOwnFile(world, town, content));
}

/** Brings a file and says of it what the program proposes, but for what is said otherwise of each measure. */
export async function describeOwnFile(
	{ kernel }: World,
	{ members: { analyst } }: TestMunicipality,
	content: string,
	said: Partial<OwnMeasure> = {},
) {
	const dataDir = mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-own-'));
	setRuntime({ ...runtime(), config: { ...runtime().config, dataDir } });
	const requestId = newId();
	await keepUpload(requestId, 1, 'meldingen.csv', bytesOf(content));
	const { id: ownImportId } = await kernel.run(analyst, receiveOwnImport, {}, requestId);
	const { layout } = await kernel.ask(analyst, ownImportColumnsView, { ownImportId });
	const { columns, headerRow, ...rest } = layout;
	const known = columns.map(({ index: _, header: __, ...column }) => column);
	const { version } = await kernel.run(analyst, setOwnColumns, { ownImportId, version: 1, ...rest, headerRow: headerRow + 1, columns: known }); // prettier-ignore
	const proposed = await kernel.ask(analyst, ownImportMeasures, { ownImportId });
	const described = await kernel.run(analyst, setOwnMeaning, {
		...{ ownImportId, version, visibility: 'public' },
		measures: proposed.measures.map((measure) => ({ ...measure, ...said })),
		title: 'Meldingen',
		publisher: 'Gemeente',
		licence: 'CC BY 4.0',
		gathered: 'Eigen registratie',
	});
	return { ownImportId, version: described.version };
}

/** Imports a file that was described. */
export async function carryOutFile(
	{ kernel }: World,
	{ members: { analyst } }: TestMunicipality,
	{ ownImportId, version }: { ownImportId: string; version: number },
) {
	const { replacesId } = await kernel.ask(analyst, ownImportPreview, { ownImportId });
	return kernel.run(analyst, carryOutOwnImport, { ownImportId, version, replacesId });
}

async function* bytesOf(content: string): AsyncGenerator<Buffer> {
	yield Buffer.from(content);
}
