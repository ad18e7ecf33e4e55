import { sql, type RawBuilder } from 'kysely';

/** An organisation that brought a finding. */
export interface Bringer {
	id: string;
	name: string;
	sector: string;
}

/**
 * SQL for the organisations that brought what is grouped in the finding `f`, by name; null when it is no group, or an
 * empty one: then it is its own organisation that brought it.
 */
export const bringersOfGroup: RawBuilder<Bringer[] | null> = sql`CASE WHEN f.is_group THEN (
	SELECT json_agg(json_build_object('id', b.id, 'name', b.name, 'sector', b.sector) ORDER BY b.name)
	FROM (SELECT DISTINCT o.id, o.name, o.sector FROM finding m
		JOIN organisation o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id
		WHERE m.municipality_id = f.municipality_id AND m.grouped_into = f.id AND m.withdrawn_at IS NULL) b) END`;

/** Whether this organisation brought the finding `f`, or something that is grouped in it. */
export function broughtBy(organisationId: string | null): RawBuilder<boolean> {
	return sql<boolean>`(f.organisation_id = ${organisationId} OR EXISTS (SELECT FROM finding m
		WHERE m.municipality_id = f.municipality_id AND m.grouped_into = f.id AND m.withdrawn_at IS NULL
		AND m.organisation_id = ${organisationId}))`;
}

/** The names of whoever brought something, for one line. */
export function namesOfBringers(bringers: readonly { name: string }[]): string {
	return bringers.map(({ name }) => name).join(', ');
}
