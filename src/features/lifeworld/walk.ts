import type { WalkDetails } from '#features/evidence/evidence-details.schema.ts';
import { sectorIds } from '#features/accounts/sector.schema.ts';
import { momentOf } from '#features/evidence/moment.ts';
import { invalidField } from '#kernel/failure.ts';
import { excerpt } from './excerpt.ts';
import { MOST_STOPS, type FilledWalk } from './walk.schema.ts';

/**
 * A neighbourhood walk as it is stored: its route place by place, those of the list by their id. Throws
 * `too_many_stops` with `route` when there are more than fit one walk.
 */
export function walkEntry(
	input: FilledWalk,
	places: readonly { id: string; name: string }[],
	now: Date,
) {
	const { happenedOn, happenedTime, themes, attention, summary, aboutVulnerable } = input;
	const route = routeOf(input.route, places);
	if (route.length > MOST_STOPS) throw invalidField('route', 'too_many_stops');
	const details: WalkDetails = { route, companions: companionsOf(input), attention, summary };
	return {
		title: excerpt(summary || attention),
		place: route.map(({ name }) => name).join(' → '),
		themes,
		aboutVulnerable,
		moment: momentOf({ happenedOn, happenedTime }, now),
		content: { kind: 'walk' as const, details },
	};
}

/** A route out of lines; a line that names a place of the list, however it is capitalised, is that place. */
export function routeOf(
	lines: string,
	places: readonly { id: string; name: string }[],
): WalkDetails['route'] {
	const known = new Map(places.map((place) => [place.name.toLowerCase(), place]));
	return lines
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
		.map((name) => {
			const place = known.get(name.toLowerCase());
			return place ? { placeId: place.id, name: place.name } : { placeId: null, name };
		});
}

function companionsOf({ companions }: FilledWalk): WalkDetails['companions'] {
	return sectorIds.flatMap((role) => {
		const count = companions[role] ?? 0;
		return count > 0 ? [{ role, count }] : [];
	});
}
