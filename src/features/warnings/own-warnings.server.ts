import { areasOfMunicipality, findAreas, ownCode } from '#features/areas/area.queries.server.ts';
import { comparableCodes } from '#features/figures/comparable-areas.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { computeWarnings, type Found, type Surroundings } from './compute.server.ts';
import type { WatchedArea } from './courses.ts';
import type { Rule } from './rule.ts';

/** What rules find now about all wijken and buurten of the own municipality. Writes nothing. */
export async function ownWarnings(
	reader: Reader,
	municipalityId: string,
	rules: readonly Pick<Rule, 'key' | 'content'>[],
): Promise<Found[]> {
	const code = await ownCode(reader, { municipalityId });
	const all = await areasOfMunicipality(reader, municipalityId, code);
	const areas = all.filter((area): area is typeof area & WatchedArea =>
		['district', 'neighbourhood'].includes(area.level),
	);
	const around = await surroundings(reader, municipalityId, rules, areas);
	return computeWarnings(reader, municipalityId, rules, areas, around);
}

/** What these areas are compared with by these rules. */
export async function surroundings(
	reader: Reader,
	municipalityId: string,
	rules: readonly Pick<Rule, 'content'>[],
	areas: readonly WatchedArea[],
): Promise<Surroundings> {
	const municipalities = [...new Set(areas.map(({ code }) => `GM${code.slice(2, 6)}`))];
	const above = await findAreas(reader, municipalityId, [...municipalities, 'NL']);
	const asks = rules.some(
		({ content }) => 'against' in content && content.against === 'comparable',
	);
	return {
		names: new Map(above.map((one) => [one.code, one.name])),
		comparable: asks
			? await comparableCodes(
					reader,
					municipalityId,
					areas.map(({ code }) => code),
				)
			: new Map(),
	};
}
