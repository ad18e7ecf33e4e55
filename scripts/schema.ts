// npm run schema: writes src/server/database/schema.ts anew from the migrations, by a PostgreSQL of its own.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { prepareDatabase } from '#server/database/connection.ts';
import { SCHEMA_FILE, schemaTypes } from './support/schema-types.ts';
import { explain } from './support/settings.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'wijkagenda-schema-'));
chmodSync(folder, 0o755); // as root, PostgreSQL runs as a user who must be able to enter
try {
	const database = await prepareDatabase({ dataDir: folder, databaseUrl: undefined }, () => {}, {
		durable: false,
	});
	try {
		writeFileSync(SCHEMA_FILE, await schemaTypes(database.owner));
		console.log('Wrote src/server/database/schema.ts.');
	} finally {
		await database.stop();
	}
} catch (error) {
	explain(error);
	process.exitCode = 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
