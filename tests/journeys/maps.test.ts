import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { areaTexts } from '#locales/areas.ts';
import { areaMapTexts } from '#locales/area-map.ts';
import { boundaryTexts } from '#locales/boundaries.ts';
import { person } from './support/person.ts';
import { allWays, desk } from './support/way.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'maps-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A square wijk of Arnhem. */
const wijk = (code: string, name: string, west: number) => ({
	type: 'Feature',
	properties: { wijkcode: code, wijknaam: name, gemeentecode: 'GM0202' },
	geometry: {
		type: 'Polygon',
		coordinates: [
			[
				[west, 51.99],
				[west + 0.01, 51.99],
				[west + 0.01, 52],
				[west, 52],
				[west, 51.99],
			],
		],
	},
});
const file = path.join(folder, 'wijken.geojson');
writeFileSync(
	file,
	JSON.stringify({
		type: 'FeatureCollection',
		features: [wijk('WK020210', 'Geitenkamp', 5.93), wijk('WK020211', 'Presikhaaf-West', 5.94)],
	}),
);

it.each(allWays(desk))(
	'an analyst brings boundaries in, finds a wijk with a mistake in its name and sees it on a map, %s',
	async (_name, way) => {
		const analyst = await person('analyst', way);
		const t = analyst.words(boundaryTexts);
		const areas = analyst.words(areaTexts);
		await analyst.goes('/arnhem/gebieden/grenzen');
		await analyst.sees(t.title);
		await analyst.page.locator('input[type=file]').setInputFiles(file);
		// Without a year nothing is stored, and the sentence says what to do.
		await analyst.presses(t.start);
		await analyst.reads(t.problems.no_year);
		await analyst.goes('/arnhem/gebieden/grenzen');
		await analyst.page.locator('input[type=file]').setInputFiles(file);
		await analyst.page.locator('input[name=year]').last().fill('2020');
		await analyst.presses(t.start);
		await analyst.reads(t.doneTitle.shapes);
		await analyst.sees(t.title);

		await analyst.goes('/arnhem/gebieden?zoek=Gietenkamp');
		await analyst.reads(areas.similar('Gietenkamp'));
		await analyst.sees(areas.title);
		await analyst.goes('/arnhem/gebieden?zoek=xylofoon');
		await analyst.reads(areas.notFound);
		await analyst.sees(areas.title);

		const m = analyst.words(areaMapTexts);
		await analyst.goes('/arnhem/cijfers/indicator/residents?gebied=WK020210&niveau=wijken');
		await analyst.reads(m.title);
		await analyst.page.getByRole('link', { name: /^Geitenkamp: / }).waitFor();
		await analyst.sees(/./);
		if (!way.scripts) return;
		await analyst.follows(m.zoom);
		await analyst.page.getByRole('status').waitFor();
		await analyst.sees(/./);
		expect(analyst.place).toContain('/kaart');
	},
);
