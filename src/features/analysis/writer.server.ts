import { sql, type RawBuilder } from 'kysely';

/**
 * SQL for the name of who wrote something: the person and their organisation, or null for the program itself and
 * for readers who may not see names (row-level security shows the public no people). `column` holds a membership.
 */
export function writerName(column: string): RawBuilder<string | null> {
	return sql<string | null>`(
		SELECT p.name || ', ' || o.name
		FROM membership m
		JOIN person p ON p.municipality_id = m.municipality_id AND p.id = m.person_id
		JOIN organisation o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id
		WHERE m.municipality_id = app_municipality() AND m.id = ${sql.ref(column)}
	)`;
}
