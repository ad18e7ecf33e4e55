import { comparableAreas } from '#features/figures/comparable-areas.server.ts';
import { loadRules, rulesThatCount } from '#features/warnings/rules.server.ts';
import { computeWarnings } from '#features/warnings/compute.server.ts';
import type { WatchedArea } from '#features/warnings/courses.ts';
import { surroundings } from '#features/warnings/own-warnings.server.ts';
import type { System } from '#kernel/actor.ts';
import { scopeOf } from '#kernel/kernel.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { createPool } from '#server/database/pool.ts';
import { reading } from '#server/database/transaction.ts';
import { medianMilliseconds } from './load.ts';
import { single, type Result } from './result.ts';
import type { Stage } from './stage.ts';

/** What looks at all areas of the country: the areas like one wijk, and every early-warning rule about every area. */
export async function benchWholeCountry(stage: Stage): Promise<Result[]> {
	const { municipalityId } = stage;
	const actor: System = { kind: 'system', municipalityId, language: 'nl' };
	const pool = createPool(stage.app, 1);
	const read = <T>(work: (reader: Reader) => Promise<T>) => reading(pool, scopeOf(actor), work);
	const alike = () => read((reader) => comparableAreas(reader, municipalityId, 'WK020210'));
	const began = performance.now();
	const { compared, areas } = await alike();
	const first = performance.now() - began;
	if (areas.length === 0) throw new Error('No comparable areas were found.');
	const results = [
		single(`Comparable areas of one wijk among ${compared}, asked for the first time`, first, 'ms', 'under 100 ms'),
		single('The same, later', await medianMilliseconds(30, alike), 'ms', 'under 100 ms'),
		...(await warnings(read, municipalityId)),
	]; // prettier-ignore
	await pool.end();
	return results;
}

/** All rules about all wijken and buurten, one municipality after another as the job does it. */
async function warnings(
	read: <T>(work: (reader: Reader) => Promise<T>) => Promise<T>,
	municipalityId: string,
): Promise<Result[]> {
	const rules = rulesThatCount(await read((reader) => loadRules(reader, municipalityId)));
	const areas = await read((reader) => watchedAreas(reader, municipalityId));
	const began = performance.now();
	let found = 0;
	for (const some of Map.groupBy(areas, ({ code }) => code.slice(2, 6)).values())
		found += await read(async (reader) => {
			const around = await surroundings(reader, municipalityId, rules, some);
			return (await computeWarnings(reader, municipalityId, rules, some, around)).length;
		});
	const seconds = (performance.now() - began) / 1000;
	const what = `${rules.length} early-warning rules over ${areas.length} areas and ten years (${found} found)`;
	return [single(what, seconds, 's', '')];
}

async function watchedAreas(reader: Reader, municipalityId: string): Promise<WatchedArea[]> {
	const rows = await reader
		.selectFrom('area')
		.select(['code', 'name', 'level'])
		.where('municipality_id', '=', municipalityId)
		.where('boundary_year', '=', 2020)
		.where('level', 'in', ['district', 'neighbourhood'])
		.orderBy('code')
		.execute();
	return rows as WatchedArea[];
}
