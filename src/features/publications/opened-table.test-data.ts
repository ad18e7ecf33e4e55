import { fetchTools } from '#server/fetching/fetch-json.ts';
import { MISSING_REASONS } from './batch.ts';
import type { FigureSource } from './figure-source.ts';
import type { FetchContext, FetchProgress } from './table-asked.ts';

/** A context that fetches everything from one address, without waiting. */
export function fetchingFrom(
	address: URL,
	folder: string,
	report?: (progress: FetchProgress) => void,
): FetchContext {
	const tools = { ...fetchTools, sleep: async () => {} };
	const sources = { odata4: address, odata3: address, thirdParty: address };
	return { sources, folder, tools, patience: { attempts: 2 }, ...(report && { report }) };
}

type Droppable = FigureSource & { drop(): void };

interface Read<Table extends Droppable> {
	keys: string[];
	cells: Map<string, unknown>;
	table: Table;
}

/** Everything a table holds: by area, measure and period a value (with its margins), or the reason why there is none. */
export async function readTable<Table extends Droppable>(table: Table): Promise<Read<Table>> {
	const keys = table.series.map(({ measure, period }) => `${measure} ${period}`);
	const cells = new Map<string, unknown>();
	for await (const { areas, values, missing, lower, upper } of table.batches())
		for (const [a, { code }] of areas.entries())
			for (const [s, key] of keys.entries()) {
				const at = a * keys.length + s;
				const reason = MISSING_REASONS[missing[at] as number];
				const bounds = lower && upper && !reason ? [lower[at], upper[at]] : [];
				cells.set(
					`${code} ${key}`,
					reason ?? (bounds.length ? [values[at], ...bounds] : values[at]),
				);
			}
	table.drop();
	return { keys, cells, table };
}
