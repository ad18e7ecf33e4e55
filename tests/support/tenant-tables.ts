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

/**
 * What a municipality has: per table the number of rows and a checksum of all that stands in them, and of which
 * transaction wrote them: a row that was written again with what it held counts as changed.
 */
export async function stateOf(
	owner: ClientConfig,
	municipalityId: string | null,
): Promise<Record<string, string>> {
	const tables = await tenantTables(owner);
	const parts = tables.map(
		(table) =>
			`SELECT '${table}' AS name, count(*) || ' rows, ' || coalesce(md5(string_agg(r.xmin::text || r::text, '|' ORDER BY r::text)), '-') AS state
			 FROM ${table} r WHERE $1::uuid IS NULL OR municipality_id = $1`,
	);
	const rows = await sqlAsOwner<{ name: string; state: string }>(owner, parts.join(' UNION ALL '), [
		municipalityId,
	]);
	return Object.fromEntries(rows.map(({ name, state }) => [name, state]));
}
