import type { Bilingual } from '#kernel/bilingual.ts';
import { invalidField } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';

/** The themes of a framework by domain, in its order. */
export interface ThemeGroup {
	id: string;
	name: Bilingual;
	themes: { id: string; name: Bilingual }[];
}

const known = new Map<string, ThemeGroup[]>();

/**
 * The themes of a version of a framework. Versions never change, so each is read once.
 * Gives an empty list when there is no such framework.
 */
export async function themesOf(
	reader: Reader,
	municipalityId: string | null,
	frameworkId: string,
): Promise<ThemeGroup[]> {
	const key = `${municipalityId} ${frameworkId}`;
	const found = known.get(key);
	if (found) return found;
	const row = await reader
		.selectFrom('content_version')
		.select((eb) => eb.ref('content').$castTo<{ domains: ThemeGroup[] }>().as('content'))
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', frameworkId)
		.where('kind', '=', 'framework')
		.executeTakeFirst();
	if (!row) return [];
	const groups = row.content.domains.map(({ id, name, themes }) => ({
		id,
		name,
		themes: themes.map((theme) => ({ id: theme.id, name: theme.name })),
	}));
	known.set(key, groups);
	return groups;
}

/** Throws `unknown_theme` at the given field when one of the themes is not in the framework. */
export async function checkThemes(
	reader: Reader,
	municipalityId: string | null,
	frameworkId: string,
	themes: string[],
	path = 'themes',
): Promise<void> {
	if (themes.length === 0) return;
	const groups = await themesOf(reader, municipalityId, frameworkId);
	const ids = new Set(groups.flatMap((group) => group.themes.map(({ id }) => id)));
	if (!themes.every((id) => ids.has(id))) throw invalidField(path, 'unknown_theme');
}
