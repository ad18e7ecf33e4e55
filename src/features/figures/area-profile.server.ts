import { areaStory, type AreaStory } from '#features/areas/area-story.server.ts';
import type { Area } from '#features/areas/area.queries.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import { comparableAreas } from './comparable-areas.server.ts';
import { comparableValues } from './comparable-values.server.ts';
import { figuresOfArea } from './profile.server.ts';
import type { ProfileLine } from './profile.ts';
import { shareOf, wholeOf } from './shares.ts';

/** Everything that the profile of an area shows. */
export interface AreaProfile {
	area: Area;
	/** The areas it lies in, the nearest first. */
	above: Area[];
	lines: ProfileLine[];
	/** What became of its code. */
	story: AreaStory;
	/** The areas that are most like it; null where none can be found. */
	comparable: { code: string; name: string; municipalityName: string }[] | null;
}

/** The profile of an area: its figures, with the ten areas most like it beside them. Throws `area.not_imported`. */
export async function profileOfArea(
	reader: Reader,
	actor: Actor,
	code: string,
): Promise<AreaProfile> {
	const found = await figuresOfArea(reader, actor, code);
	const municipalityId = municipalityOf(actor);
	const { areas } = await comparableAreas(reader, municipalityId, code);
	const codes = areas.map((area) => area.code);
	const { lines } = found;
	const values = await comparableValues(reader, municipalityId, lines, codes);
	return {
		...found,
		story: await areaStory(reader, municipalityId, code),
		lines: lines.map((line) => {
			const comparable = values.get(line.seriesId) ?? null;
			const share = shareOf(line, wholeOf(line, lines));
			return share ? { ...line, share: { ...share, comparable } } : { ...line, comparable };
		}),
		comparable: areas.length > 0 ? areas.map(({ code: like, name, municipalityName }) => ({ code: like, name, municipalityName })) : null, // prettier-ignore
	};
}
