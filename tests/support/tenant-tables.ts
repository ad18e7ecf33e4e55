import pg, { type ClientConfig } from 'pg';

/** Runs SQL as the owner of the tables, whom no policy binds. */
export async function sqlAsOwner<Row extends object>(
	owner: ClientConfig,
	sql: string,
	values: unknown[] = [],
): Promise<Row[]> {
	const client = new pg.Client(owner);
	await client.connect();
	try {
		return (await client.query<Row>(sql, values)).rows;
	} finally {
		await client.end();
	}
}

/** The names of the tables whose rows belong to a municipality. */
export async function tenantTables(owner: ClientConfig): Promise<string[]> {
	const rows = await sqlAsOwner<{ name: string }>(
		owner,
		`SELECT c.table_name AS name FROM information_schema.columns c
		 JOIN information_schema.tables t USING (table_schema, table_name)
		 WHERE c.column_name = 'municipality_id' AND c.table_schema = 'public' AND t.table_type = 'BASE TABLE' ORDER BY 1`,
	);
	return rows.map(({ name }) => name);
}

/** What is stored, per table: the number of rows, and a checksum that any write changes. */
export type State = Record<string, string>;

/**
 * Watches what is stored, of one municipality or of all (null). The checksum is over where each row lies and which
 * transaction wrote it: a row that was written again with what it held counts as changed.
 */
export async function watch(
	owner: ClientConfig,
): Promise<{ state(municipalityId: string | null): Promise<State>; end(): Promise<void> }> {
	const tables = await tenantTables(owner);
	const parts = tables.map(
		(table) =>
			`SELECT '${table}' AS name, count(*) || ' rows ' || coalesce(md5(string_agg(xmin::text || ctid::text, '|' ORDER BY ctid)), '-') AS state
			 FROM ${table} WHERE $1::uuid IS NULL OR municipality_id = $1`,
	);
	const client = new pg.Client(owner);
	await client.connect();
	return {
		async state(municipalityId) {
			const text = parts.join(' UNION ALL ');
			const { rows } = await client.query({ name: 'state', text, values: [municipalityId] });
			return Object.fromEntries(
				(rows as { name: string; state: string }[]).map(({ name, state }) => [name, state]),
			);
		},
		end: () => client.end(),
	};
}
