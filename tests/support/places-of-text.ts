import type { ClientConfig } from 'pg';
import { sqlAsOwner } from './tenant-tables.ts';

/** Every place of the database, in any column of any table of any schema, where a text stands: `evidence.details`. */
export async function placesOfText(owner: ClientConfig, text: string): Promise<string[]> {
	const columns = await sqlAsOwner<{ table: string; column: string; type: string }>(
		owner,
		`SELECT format('%I.%I', c.table_schema, c.table_name) AS table, c.column_name AS column, c.data_type AS type
		 FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
		 WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
			AND c.data_type IN ('text', 'json', 'jsonb', 'character varying', 'tsvector', 'ARRAY', 'bytea')`,
	);
	if (columns.length < 300) throw new Error('Not every column was found.');
	const looks = columns.map(({ table, column, type }) => {
		const value = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`;
		return `SELECT '${table}.${column}' AS place WHERE EXISTS (SELECT FROM ${table} WHERE strpos(lower(${value}), lower($1)) > 0)`;
	});
	const found = await sqlAsOwner<{ place: string }>(owner, looks.join(' UNION ALL '), [text]);
	return found.map(({ place }) => place.replace(/^public\./, '')).sort();
}
