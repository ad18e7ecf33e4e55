import { afterAll, expect, it } from 'vitest';
import { writing, reading } from '#server/database/transaction.ts';
import { scopeOf } from '#kernel/kernel.server.ts';
import { sql } from 'kysely';
import { fill } from '#tests/support/filled-world.ts';
import { sqlAsOwner, watch, tenantTables } from '#tests/support/tenant-tables.ts';
import { testWorld } from '#tests/support/world.ts';

/** The tables that stand above the municipalities, and why no row-level security is needed. */
const withoutWall: Record<string, string> = {
	daily_salt: 'the program cannot touch it, only count through take_public_rate()',
	municipality: 'its name, address and code are public; the program can only read it',
	rate_limit: 'the program cannot touch it, only count through take_rate()',
	schema_migration: 'which migrations ran; the program cannot touch it',
	spent_check: 'random ids; the program cannot touch it, only use one up through spend_check()',
	visitor_check_secret:
		'the program signs with it, and can only read it through visitor_check_key()',
};

const world = await fill(await testWorld());
const { owner } = world.database;
const stored = await watch(owner);
afterAll(stored.end);
const { home, elsewhere } = world.filled;
const tables = await tenantTables(owner);

it('every table that belongs to a municipality has row-level security, and no other table is open', async () => {
	const rows = await sqlAsOwner<{ name: string; secured: boolean }>(
		owner,
		`SELECT relname AS name, relrowsecurity AS secured FROM pg_class
		 WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1`,
	);
	const open = rows.filter(({ secured }) => !secured).map(({ name }) => name);
	expect(open).toEqual(Object.keys(withoutWall).sort());
	expect(tables.filter((name) => open.includes(name))).toEqual([]);
});

it('the program may write none of the tables without it', async () => {
	const rights = await sqlAsOwner<{ table: string; right: string }>(
		owner,
		`SELECT table_name AS table, privilege_type AS right FROM information_schema.role_table_grants
		 WHERE grantee IN ('wijkagenda_app', 'PUBLIC') AND table_schema = 'public' AND table_name = ANY ($1)`,
		[Object.keys(withoutWall)],
	);
	expect(rights).toEqual([{ table: 'municipality', right: 'SELECT' }]);
});

it('the program is no owner, no superuser, and cannot pass the wall', async () => {
	const roles = await sqlAsOwner<object>(
		owner,
		`SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
			(SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owns,
			(SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS belongs
		 FROM pg_roles r WHERE rolname = 'wijkagenda_app'`,
	);
	expect(roles).toEqual([
		{ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, owns: 0, belongs: 0 }, // prettier-ignore
	]);
});

// A temporary table of the caller stands before every other one, unless the path says where it stands.
it('functions that pass the wall fix their search path, with temporary tables last', async () => {
	const loose = await sqlAsOwner<{ name: string }>(
		owner,
		`SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
		 AND NOT coalesce(array_to_string(proconfig, ' ') LIKE '%search_path=%, pg_temp', false)`,
	);
	expect(loose).toEqual([]);
});

it('the test world has rows in every table of both municipalities', async () => {
	for (const town of [home, elsewhere]) {
		const state = await stored.state(town.id);
		expect(Object.entries(state).filter(([, text]) => text.startsWith('0 rows'))).toEqual([]);
	}
});

it.each(tables)(
	'no member and no visitor reads a row of another municipality in %s',
	async (table) => {
		for (const actor of [home.members.administrator, home.system, home.visitor]) {
			const found = await reading(
				world.kernel.pool,
				scopeOf(actor),
				(reader) =>
			sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)} WHERE municipality_id = ${elsewhere.id}`.execute(reader as never), // prettier-ignore
			);
			expect(found.rows).toEqual([{ n: 0 }]);
		}
	},
);

it.each(tables)('without a municipality nothing is read in %s', async (table) => {
	const nobody = { ...home.visitor, municipalityId: null };
	const found = await reading(
		world.kernel.pool,
		scopeOf(nobody),
		(reader) =>
		sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)}`.execute(reader as never), // prettier-ignore
	);
	expect(found.rows).toEqual([{ n: 0 }]);
});

it.each(tables)(
	'no member changes, removes or plants a row of another municipality in %s',
	async (table) => {
		const before = await stored.state(elsewhere.id);
		for (const actor of [home.members.administrator, home.visitor])
			for (const attempt of attempts(table)) await tryIt(actor, attempt);
		expect(await stored.state(elsewhere.id)).toEqual(before);
	},
);

it.each(tables)('a visitor writes nothing at all in %s', async (table) => {
	const before = await stored.state(home.id);
	for (const attempt of attempts(table, home.id)) await tryIt(home.visitor, attempt);
	expect(await stored.state(home.id)).toEqual(before);
});

/** Every way to write: change, remove, give away, and copy a row in. */
function attempts(table: string, municipalityId = elsewhere.id): ReturnType<typeof sql>[] {
	const [name, theirs] = [sql.table(table), sql`${municipalityId}::uuid`];
	return [
		sql`UPDATE ${name} SET municipality_id = ${theirs}`,
		sql`UPDATE ${name} SET municipality_id = municipality_id WHERE municipality_id = ${theirs}`,
		sql`DELETE FROM ${name} WHERE municipality_id = ${theirs}`,
		sql`INSERT INTO ${name} SELECT (jsonb_populate_record(r, jsonb_build_object('municipality_id', ${theirs}))).* FROM ${name} r LIMIT 1`,
		sql`INSERT INTO ${name} OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(r, jsonb_build_object('municipality_id', ${theirs}))).* FROM ${name} r LIMIT 1`,
	];
}

async function tryIt(
	actor: typeof home.visitor | typeof home.members.reader,
	attempt: ReturnType<typeof sql>,
): Promise<void> {
	await writing(world.kernel.pool, scopeOf(actor), {
		work: async (tx) => {
			await attempt.execute(tx);
			return { outcome: null };
		},
	}).catch((error: { code?: string }) => {
		// Refused: by a right, a policy, a key, or because a column cannot be set. Anything else is a mistake of this test.
		expect(error.code).toMatch(/^(42501|235\d\d|428C9|23514|22\w{3})$/);
	});
}
