import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceServer, type SourceServer } from '#server/fetching/source-server.test-data.ts';
import { hasSharedData, sharedData } from '#tests/support/shared.ts';
import { lookAtOData4, openOData4 } from './odata4-table.ts';
import { fetchingFrom, readTable } from './opened-table.test-data.ts';
import type { TableAsked } from './table-asked.ts';

let folder: string;
let server: SourceServer | undefined;
beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'tables-'));
});
afterEach(async () => {
	await server?.close();
	await rm(folder, { recursive: true });
});
const context = () => fetchingFrom(server!.address, folder);

describe.skipIf(!hasSharedData)(
	'a table of version 4, by the published description of 2017',
	() => {
		const text = (name: string) => readFile(sharedData(`cbs-odata4-83765NED/${name}.json`), 'utf8');
		const next = (skip: number) => `/83765NED/Observations?$skip=${skip}`;
		const observation = (
			Id: number,
			Measure: string,
			area: string,
			Value: number | null,
			more = {},
		) => ({
			Id,
			Measure,
			ValueAttribute: 'None',
			Value,
			StringValue: null,
			WijkenEnBuurten: area,
			...more,
		});
		const pages = [
			[observation(1, 'T001036', 'NL00', 17081507), observation(2, 'T001036', 'WK020210', 3895)],
			[
				observation(3, 'ZW25810_1', 'WK020210', 1800),
				observation(4, 'ZW25810_2', 'WK020210', 900),
				observation(5, 'M003039', 'WK020210', null, { ValueAttribute: 'Impossible' }),
				observation(6, 'CRI1100', 'WK020210', 4),
				observation(7, 'T001036', 'LD01', 1),
			],
		];
		async function serve4() {
			const properties = (await text('Properties')).replaceAll(/[“”]/g, '"');
			const parts = new Map([
				['Properties', properties],
				['Dimensions', await text('Dimensions')],
				['MeasureCodes', await text('MeasureCodes')],
				['MeasureGroups', await text('MeasureGroups')],
				['WijkenEnBuurtenCodes', await text('WijkenEnBuurtenCodes_pilot')],
			]);
			server = await sourceServer((asking) => {
				if (asking.startsWith(next(0).split('?')[0] as string)) {
					const at = asking.includes('$skip=1') ? 1 : 0;
					const link = new URL(next(1), server!.address).href;
					return { json: { value: pages[at], ...(at === 0 && { '@odata.nextLink': link }) } };
				}
				const part = parts.get(asking.split('/')[2] ?? '');
				return part === undefined ? undefined : { json: JSON.parse(part) };
			});
		}

		it('has the same keys as version 3, whatever its codes', async () => {
			await serve4();
			const asking: TableAsked = { service: 'odata4', table: '83765NED', only: {} };
			expect(await lookAtOData4(asking, context())).toMatchObject({
				period: '2017',
				records: 1537850,
			});
			const { keys, cells, table } = await readTable(await openOData4(asking, context()));
			expect(keys).toEqual([
				'AantalInwoners 2017',
				'GemiddeldeWoningwaarde 2017',
				'GemiddeldElektriciteitsverbruikTotaal.Appartement 2017',
				'GemiddeldAardgasverbruikTotaal.Appartement 2017',
				'TotaalDiefstalUitWoningSchuurED 2017',
			]);
			expect(table.series.map(({ indicator }) => indicator)).toEqual([
				'residents',
				'dwelling-value',
				'electricity-use-apartment',
				'gas-use-apartment',
				'theft-per-1000',
			]);
			expect(cells.get('WK020210 AantalInwoners 2017')).toBe(3895);
			expect(cells.get('WK020210 GemiddeldeWoningwaarde 2017')).toBe('cannot_occur');
			expect(cells.get('NL GemiddeldeWoningwaarde 2017')).toBe('not_published');
			expect(table.facts).toMatchObject({
				boundaryYear: 2017,
				licence: 'CC BY 4.0',
				source: 'odata4',
			});
			expect(table.areaNames.get('BU03630000')).toBe('Kop Zeedijk');
			expect(table.skipped).toBe(1);
		});
	},
);
