import type { FrameworksInUse } from '#features/content/themes.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { loadStored } from './framework.server.ts';
import { mappingBetween } from './theme-mapping.server.ts';

/** The framework whose themes the catalogue of indicators names. */
const frameworkOfCatalogue = '2013';

/**
 * Which themes of a trajectory's framework the themes of the catalogue are: by their own ids, and in another framework by
 * how its themes relate to those of 2013 (what only resembles it does not count). Gives them in the order of the
 * framework, without those that it hides.
 */
export async function themesOfCatalogue(
	reader: Reader,
	municipalityId: string,
	{ frameworkId }: FrameworksInUse,
): Promise<(themes: readonly string[]) => string[]> {
	const { domains } = await loadStored(reader, municipalityId, frameworkId);
	const offered = domains.flatMap(({ themes }) =>
		themes.filter(({ hidden }) => !hidden).map(({ id }) => id),
	);
	const related = await relatedThemes(reader, municipalityId, frameworkId);
	return (themes) => {
		const here = new Set(themes.flatMap((theme) => related.get(theme) ?? [theme]));
		return offered.filter((id) => here.has(id));
	};
}

async function relatedThemes(
	reader: Reader,
	municipalityId: string,
	frameworkId: string,
): Promise<Map<string, string[]>> {
	const catalogue = await reader
		.selectFrom('content_version')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('kind', '=', 'framework')
		.where('key', '=', frameworkOfCatalogue)
		.orderBy('version', 'desc')
		.executeTakeFirst();
	if (!catalogue || catalogue.id === frameworkId) return new Map();
	const { pairs } = await mappingBetween(reader, municipalityId, catalogue.id, frameworkId);
	const certain = pairs.filter(({ kind }) => kind !== 'related');
	return new Map(
		[...Map.groupBy(certain, ({ from }) => from)].map(([from, found]) => [
			from,
			found.map(({ to }) => to),
		]),
	);
}
