import type { Pool } from 'pg';

export interface Municipality {
	id: string;
	slug: string;
	name: string;
	code: string;
}

const bySlug = new Map<string, { found: Municipality; at: number }>();
const keepFor = 60_000;

/** The municipality of an address, or null. Names hardly change, so a minute's memory saves a query a page. */
export async function findMunicipality(pool: Pool, slug: string): Promise<Municipality | null> {
	const known = bySlug.get(slug);
	if (known && Date.now() - known.at < keepFor) return known.found;
	if (!/^[a-z0-9-]{1,100}$/.test(slug)) return null;
	const { rows } = await pool.query<Municipality>(
		'SELECT id, slug, name, code FROM municipality WHERE slug = $1',
		[slug],
	);
	const found = rows[0];
	if (!found) return null;
	bySlug.set(slug, { found, at: Date.now() });
	return found;
}
