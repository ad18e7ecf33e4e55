import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { MIGRATIONS, migrate, readMigrations } from '#server/database/migrate.ts';
import { testDatabase } from '#tests/support/database.ts';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
const { owner, drop } = await testDatabase();
afterAll(async () => {
	rmSync(folder, { recursive: true });
	await drop();
});
const run = (sql: string) => sqlAsOwner<Record<string, unknown>>(owner, sql);

async function migrateTo(last: string): Promise<void> {
	for (const { name } of readMigrations(MIGRATIONS).filter((one) => one.name <= last))
		copyFileSync(path.join(MIGRATIONS, name), path.join(folder, name));
	await migrate(owner, folder);
}

const town = '00000000-0000-7000-8000-000000000001';
const kwb = '00000000-0000-7000-8000-000000000002';
const health = '00000000-0000-7000-8000-000000000003';

it('figures of a row each become rows of arrays, with every value and every reason where it was', async () => {
	await run('DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC'); // prettier-ignore
	await migrateTo('0018_zzz');
	await run(`
		INSERT INTO municipality VALUES ('${town}', 'arnhem', 'Arnhem', 'GM0202', now());
		INSERT INTO publication (municipality_id, id, table_id, title, publisher, licence, period, boundary_year, kind, retrieved_at, checksum, created_at) VALUES
			('${town}', '${kwb}', '84799NED', 'Kerncijfers wijken en buurten 2020', 'CBS', 'CC BY 4.0', '2020', 2020, 'register', now(), 'a', now()),
			('${town}', '${health}', '50090NED', 'Gezondheid', 'RIVM', 'CC BY 4.0', '2020', 2020, 'model_estimate', now(), 'b', now());
		INSERT INTO area (municipality_id, code, boundary_year, level, name) VALUES
			('${town}', 'GM0202', 2020, 'municipality', 'Arnhem'), ('${town}', 'WK020210', 2020, 'district', 'Geitenkamp');
		INSERT INTO series (municipality_id, publication_id, measure, title, period, position) VALUES
			('${town}', '${kwb}', 'a', 'A', '2020', 7), ('${town}', '${kwb}', 'b', 'B', '2020', 3), ('${town}', '${kwb}', 'c', 'C', '2020', 9),
			('${town}', '${kwb}', 'd', 'D', '2020', 12), ('${town}', '${kwb}', 'e', 'E', '2020', 11), ('${town}', '${health}', 'a', 'A', '2020', 0);
		INSERT INTO figure SELECT '${town}', s.id, a.id, given.value, given.missing
			FROM (VALUES ('${kwb}'::uuid, 'b', 'GM0202', 1.5, NULL), ('${kwb}', 'a', 'GM0202', -2, NULL), ('${kwb}', 'c', 'GM0202', 0, NULL),
				('${kwb}', 'd', 'GM0202', 4, NULL), ('${kwb}', 'e', 'GM0202', 5, NULL),
				('${kwb}', 'b', 'WK020210', NULL, 'unknown_or_secret'), ('${kwb}', 'c', 'WK020210', NULL, 'suppressed'),
				('${kwb}', 'd', 'WK020210', NULL, 'not_published'), ('${kwb}', 'e', 'WK020210', NULL, 'cannot_occur'),
				('${health}', 'a', 'WK020210', 66.5, NULL)) AS given (publication, measure, code, value, missing)
			JOIN series AS s ON s.publication_id = publication AND s.measure = given.measure
			JOIN area AS a ON a.code = given.code;
		INSERT INTO series_spread SELECT '${town}', id, 'district', '{1}', '{0,1}' FROM series WHERE measure = 'b'`);
	await migrateTo('0019_zzz');
	const series = await run(
		'SELECT publication_id, measure, position, kind FROM series ORDER BY 1, 3',
	);
	expect(series).toEqual([
		...['b', 'a', 'c', 'e', 'd'].map((measure, position) => ({
			publication_id: kwb,
			measure,
			position,
			kind: 'register',
		})),
		{ publication_id: health, measure: 'a', position: 0, kind: 'model_estimate' },
	]);
	const figures =
		await run(`SELECT publication_id, code, values, missing, lower, numerator FROM area_figures AS f
		JOIN area AS a ON a.municipality_id = f.municipality_id AND a.id = f.area_id ORDER BY 1, 2`);
	const nothing = { lower: null, numerator: null };
	expect(figures).toEqual([
		{ publication_id: kwb, code: 'GM0202', values: [1.5, -2, 0, 5, 4], missing: null, ...nothing },
		// Of 'a' there was no row for the wijk: it was not published.
		{ publication_id: kwb, code: 'WK020210', values: [null, null, null, null, null], missing: [2, 1, 4, 3, 1], ...nothing },
		{ publication_id: health, code: 'WK020210', values: [66.5], missing: null, ...nothing },
	]); // prettier-ignore
	expect(await run('SELECT publication_id, level FROM series_spread')).toEqual([
		{ publication_id: kwb, level: 'district' },
	]);
	expect(await run('SELECT family, source FROM publication ORDER BY id')).toEqual([
		{ family: 'kwb', source: 'file' },
		{ family: '50090NED', source: 'file' },
	]);
});

it.each([
	['a value without an element among the reasons', "'{NULL}', NULL, NULL, NULL"],
	['a reason where there is a value', "'{1}', '{2}', NULL, NULL"],
	['a value missing without a reason', "'{1,NULL}', '{0,0}', NULL, NULL"],
	['a reason that is none', "'{NULL}', '{7}', NULL, NULL"],
	['one side of a margin', "'{1}', NULL, '{0}', NULL"],
	['a margin of another length', "'{1}', NULL, '{0,1}', '{2,3}'"],
])('no row takes %s', async (_what, columns) => {
	const row = `INSERT INTO area_figures (municipality_id, publication_id, area_id, values, missing, lower, upper)
		SELECT '${town}', '${health}', id, ${columns} FROM area WHERE code = 'GM0202'`;
	await expect(run(row)).rejects.toThrow(/violates check constraint/);
});
