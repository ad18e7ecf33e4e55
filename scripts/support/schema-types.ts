import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ClientConfig } from 'pg';
import { format, resolveConfig } from 'prettier';
import { ROOT, run } from './build.ts';

/** The file of types that the program is checked with. */
export const SCHEMA_FILE = path.join(ROOT, 'src/server/database/schema.ts');

/** The types of a migrated database, as TypeScript, without the migrations' own table. */
export async function schemaTypes(owner: ClientConfig): Promise<string> {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-types-'));
	const file = path.join(folder, 'schema.ts');
	const flags = ['--dialect', 'postgres', '--out-file', file, '--type-only-imports'];
	const parsers = ['--no-domains', '--date-parser', 'string', '--numeric-parser', 'number'];
	try {
		const { code, output } = await run('kysely-codegen', [...flags, ...parsers], {
			...process.env,
			DATABASE_URL: urlOf(owner),
		});
		if (code !== 0) throw new Error(output);
		const own = readFileSync(file, 'utf8')
			.replace(/^\s*schema_migration:.*\n/m, '')
			.replace(/export interface SchemaMigration \{[^}]*\}\n+/, '');
		return await format(own, { ...(await resolveConfig(SCHEMA_FILE)), filepath: SCHEMA_FILE });
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function urlOf({ user, password, host, database, connectionString }: ClientConfig): string {
	if (connectionString) return connectionString;
	const secret = encodeURIComponent(String(password));
	return `postgres://${user}:${secret}@localhost/${database}?host=${encodeURIComponent(host ?? '')}`;
}
