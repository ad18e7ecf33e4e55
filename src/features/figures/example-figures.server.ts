import { sql } from 'kysely';
import figures from '#examples/geitenkamp/figures.json' with { type: 'json' };
import { newId } from '#kernel/id.ts';
import type { Tx } from '#server/database/handles.ts';
import { storeAreas } from './area-store.server.ts';
import { parseAreaCode } from './area-code.ts';
import type { AreaRow } from './batch.ts';
import { indicatorOf } from './catalogue.ts';
import { bareKey } from './indicator-match.ts';

type Publication = (typeof figures.publications)[number];
type Value = number | { missing: string };

/**
 * Loads the published figures of the worked example: a first profile, before anyone imported a file. Of what the file
 * does not know (when it was retrieved) the moment of loading is kept. A file of the same table that is imported later
 * takes their place. Gives how many figures there are.
 */
export async function loadExampleFigures(
	tx: Tx,
	{ municipalityId, now }: { municipalityId: string; now: Date },
): Promise<number> {
	let count = 0;
	for (const publication of figures.publications as Publication[])
		count += await loadPublication(tx, municipalityId, now, publication);
	return count;
}

async function loadPublication(
	tx: Tx,
	municipality_id: string,
	now: Date,
	publication: Publication,
): Promise<number> {
	const id = newId();
	const boundaryYear = publication.boundariesYear ?? publication.year;
	const areas = areasOf(publication);
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
			kind: publication.kind.replaceAll('-', '_'),
			published_on: publication.updated,
			retrieved_at: publication.retrieved ?? now,
			checksum: `example ${figures.version} ${publication.id}`,
			population: 'population' in publication ? JSON.stringify(publication.population) : null,
			created_at: now,
		})
		.execute();
	const series = await tx
		.insertInto('series')
		.values(
			publication.figures.map(({ indicator, column }, position) => {
				const known = indicatorOf(indicator);
				return {
					municipality_id,
					publication_id: id,
					measure: bareKey(column),
					indicator,
					title: known?.name.nl ?? column,
					unit: known?.unit.nl ?? '',
					decimals: known?.decimals ?? 0,
					period: String(publication.year),
					position,
				};
			}),
		)
		.returning('id')
		.execute();
	const cells = publication.figures.flatMap(({ values }, index) =>
		areas.flatMap(({ code }, area) => {
			const value = (values as Record<string, Value | undefined>)[code];
			return value === undefined ? [] : [{ series: series[index]?.id, area: ids[area], value }];
		}),
	);
	await sql`
		INSERT INTO figure (municipality_id, series_id, area_id, value, missing)
		SELECT ${municipality_id}::uuid, series, area, value, missing
		FROM jsonb_to_recordset(${JSON.stringify(cells.map(flat))}::jsonb)
			AS cell (series integer, area integer, value double precision, missing text)`.execute(tx);
	return cells.length;
}

function flat({ value, ...rest }: { series?: number; area?: number; value: Value }) {
	return typeof value === 'number'
		? { ...rest, value }
		: { ...rest, missing: value.missing.replaceAll('-', '_') };
}

function areasOf({ areaCodes }: Publication): AreaRow[] {
	return figures.areas
		.filter(({ code }) => code in areaCodes)
		.flatMap(({ code, name }) => {
			const area = parseAreaCode(code);
			return area
				? [{ ...area, name, municipalityName: null, boundaryChange: null, postcode: null }]
				: [];
		});
}
