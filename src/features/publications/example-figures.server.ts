import { readFileSync } from 'node:fs';
import type { Bilingual } from '#kernel/bilingual.ts';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import { tellFiguresChanged } from '#features/figures/figures-changed.server.ts';
import { storeAreas } from './area-store.server.ts';
import { missingIndex, type AreaRow } from './batch.ts';
import { storeFigures } from './figure-store.server.ts';
import type { MissingText } from '#features/figures/measured.ts';
import { catalogue, indicatorOf } from '#features/figures/catalogue.ts';
import { bareKey } from '#features/figures/indicator-match.ts';
import { parseAreaCode } from '#features/areas/area-code.ts';

type Value = number | { missing: MissingText };

/** A publication of `examples/geitenkamp/figures.json` (its README says what each part holds). */
interface Publication {
	id: string;
	tableId: string | null;
	title: string;
	year: number;
	holder: string;
	licence: string;
	updated: string | null;
	retrieved: string | null;
	boundariesYear: number | null;
	kind: string;
	areaCodes: Record<string, string>;
	population?: Bilingual;
	figures: { indicator: string; column: string; values: Record<string, Value> }[];
}

interface ExampleFigures {
	version: number;
	areas: { code: string; name: string }[];
	publications: Publication[];
}

const file = new URL('../../../examples/geitenkamp/figures.json', import.meta.url);

/**
 * Loads the published figures of the worked example: a first profile, before anyone imported a file. Of what the file
 * does not know (when it was retrieved) the moment of loading is kept. A file of the same table that is imported later
 * takes their place. Gives how many figures there are.
 */
export async function loadExampleFigures(
	tx: Tx,
	{ municipalityId, now }: { municipalityId: string; now: Date },
): Promise<number> {
	const example = JSON.parse(readFileSync(file, 'utf8')) as ExampleFigures;
	let count = 0;
	for (const publication of example.publications)
		count += await loadPublication(tx, { municipalityId, now, example }, publication);
	await tellFiguresChanged(tx, municipalityId);
	return count;
}

interface Loading {
	municipalityId: string;
	now: Date;
	example: ExampleFigures;
}

async function loadPublication(
	tx: Tx,
	{ municipalityId: municipality_id, now, example }: Loading,
	publication: Publication,
): Promise<number> {
	const id = newId();
	const boundaryYear = publication.boundariesYear ?? publication.year;
	const areas = areasOf(example, publication);
	const ids = await storeAreas(tx, municipality_id, boundaryYear, areas, new Map());
	await tx
		.insertInto('publication')
		.values({
			municipality_id,
			id,
			table_id: publication.tableId ?? publication.title,
			title: publication.title,
			publisher: publication.holder,
			licence: publication.licence,
			period: String(publication.year),
			boundary_year: boundaryYear,
			source: 'file',
			family:
				catalogue.families.find((family) => publication.id.startsWith(family.id))?.id ??
				publication.title,
			published_on: publication.updated,
			retrieved_at: publication.retrieved ?? now,
			checksum: `example ${example.version} ${publication.id}`,
			population: publication.population ? JSON.stringify(publication.population) : null,
			created_at: now,
		})
		.execute();
	await tx
		.insertInto('series')
		.values(
			publication.figures.map(({ indicator, column }, position) => {
				const known = indicatorOf(indicator);
				return {
					municipality_id,
					publication_id: id,
					measure: bareKey(column),
					kind: publication.kind.replaceAll('-', '_'),
					indicator,
					title: known?.name.nl ?? column,
					unit: known?.unit.nl ?? '',
					decimals: known?.decimals ?? 0,
					period: String(publication.year),
					position,
				};
			}),
		)
		.execute();
	const cells = areas.flatMap(({ code }) =>
		publication.figures.map(({ values }) => values[code] ?? { missing: 'not_published' as const }),
	);
	await storeFigures(tx, { municipalityId: municipality_id, publicationId: id }, ids, {
		columns: publication.figures,
		values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : NaN)),
		missing: Uint8Array.from(cells, (cell) =>
			typeof cell === 'number' ? 0 : missingIndex(cell.missing),
		),
	});
	return cells.length;
}

function areasOf({ areas }: ExampleFigures, { areaCodes }: Publication): AreaRow[] {
	return areas
		.filter(({ code }) => code in areaCodes)
		.flatMap(({ code, name }) => {
			const area = parseAreaCode(code);
			return area
				? [{ ...area, name, municipalityName: null, boundaryChange: null, postcode: null }]
				: [];
		});
}
