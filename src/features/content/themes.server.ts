import type { Bilingual } from '#kernel/bilingual.ts';
import { invalidField } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { outsideName } from './outside.ts';

/** The themes of a framework by domain, in its order. */
export interface ThemeGroup {
	id: string;
	name: Bilingual;
	themes: NamedTheme[];
}

export interface NamedTheme {
	id: string;
	name: Bilingual;
	/** Not offered any more: hidden, or of a framework that the trajectory had before. What stands under it keeps its name. */
	isAside?: true;
}

/** The framework of a trajectory, and those it had before, the oldest first. */
export interface FrameworksInUse {
	frameworkId: string;
	formerFrameworkIds: readonly string[];
}

interface Content {
	domains: { id: string; name: Bilingual; themes: (NamedTheme & { hidden?: true })[] }[];
}

const known = new Map<string, ThemeGroup[]>();
const most = 200;

/**
 * The themes of a trajectory's framework, and in a last group those that only its former frameworks have. Versions never
 * change, so each is read once. Gives an empty list when there is no such framework.
 */
export async function themesOf(
	reader: Reader,
	municipalityId: string | null,
	{ frameworkId, formerFrameworkIds }: FrameworksInUse,
): Promise<ThemeGroup[]> {
	const groups = await groupsOf(reader, municipalityId, frameworkId);
	const seen = new Set(groups.flatMap(({ themes }) => themes.map(({ id }) => id)));
	const outside: NamedTheme[] = [];
	for (const former of [...formerFrameworkIds].reverse())
		for (const { themes } of await groupsOf(reader, municipalityId, former))
			for (const { id, name } of themes)
				if (!seen.has(id)) {
					seen.add(id);
					outside.push({ id, name, isAside: true });
				}
	if (outside.length === 0) return groups;
	return [...groups, { id: 'outside', name: outsideName, themes: outside }];
}

async function groupsOf(
	reader: Reader,
	municipalityId: string | null,
	frameworkId: string,
): Promise<ThemeGroup[]> {
	const key = `${municipalityId} ${frameworkId}`;
	const found = known.get(key);
	if (found) return found;
	const row = await reader
		.selectFrom('content_version')
		.select((eb) => eb.ref('content').$castTo<Content>().as('content'))
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', frameworkId)
		.where('kind', '=', 'framework')
		.executeTakeFirst();
	if (!row) return [];
	const groups = row.content.domains.map(({ id, name, themes }) => ({
		id,
		name,
		themes: themes.map((theme) => ({
			id: theme.id,
			name: theme.name,
			...(theme.hidden && { isAside: true as const }),
		})),
	}));
	if (known.size >= most) known.clear();
	known.set(key, groups);
	return groups;
}

/**
 * Throws `unknown_theme` at the given field when one of the themes is neither in the trajectory's framework nor in one
 * it had before. A hidden theme is not offered, but what comes in under it (from paper, say) is not refused.
 */
export async function checkThemes(
	reader: Reader,
	municipalityId: string | null,
	frameworks: FrameworksInUse,
	themes: string[],
	path = 'themes',
): Promise<void> {
	if (themes.length === 0) return;
	const groups = await themesOf(reader, municipalityId, frameworks);
	const ids = new Set(groups.flatMap((group) => group.themes.map(({ id }) => id)));
	if (!themes.every((id) => ids.has(id))) throw invalidField(path, 'unknown_theme');
}
