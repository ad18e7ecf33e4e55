import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { shippedKeys } from './country-columns.ts';

const municipalities = 355;
const districtsEach = 9;
const neighbourhoodsEach = 4;

/**
 * Writes a country of the size of the Netherlands in CBS's own layout, with invented numbers that are the same at every
 * run: 1 country, 355 municipalities, 3,195 districts, 12,780 neighbourhoods. Gives the path.
 */
export async function writeMadeUpCountry(path: string): Promise<string> {
	const out = createWriteStream(path);
	let seed = 1;
	const next = () => (seed = (seed * 48271) % 2147483647);
	const write = async (line: string) => {
		if (!out.write(`${line}\n`)) await once(out, 'drain');
	};
	let id = 0;
	const row = (code: string, name: string, level: string) => {
		const values = shippedKeys
			.slice(6)
			.map((key) =>
				key.startsWith('MeestVoorkomende') || next() % 20 === 0 ? '.' : String(next() % 5000),
			);
		return [id++, code, name, level, code, '.', ...values].join(';');
	};
	await write(shippedKeys.join(';'));
	await write(row('NL00', 'Nederland', 'Land'));
	for (let m = 1; m <= municipalities; m += 1) {
		const number = String(m).padStart(4, '0');
		const name = `Gemeente ${m}`;
		await write(row(`GM${number}`, name, 'Gemeente'));
		for (let d = 0; d < districtsEach; d += 1) {
			const district = `${number}${String(d).padStart(2, '0')}`;
			await write(row(`WK${district}`, name, 'Wijk'));
			for (let n = 0; n < neighbourhoodsEach; n += 1)
				await write(row(`BU${district}${String(n).padStart(2, '0')}`, name, 'Buurt'));
		}
	}
	out.end();
	await once(out, 'finish');
	return path;
}
