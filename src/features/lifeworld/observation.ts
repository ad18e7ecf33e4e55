import type { ObservationDetails } from '#features/evidence/evidence-details.schema.ts';
import { momentOf } from '#features/evidence/moment.ts';
import { invalidField } from '#kernel/failure.ts';
import { excerpt } from './excerpt.ts';
import type { FilledObservation } from './observation.schema.ts';
import type { StoredSpot } from './spot.server.ts';

/**
 * An observation as it is stored. Everything may stay open but one thing, because who saw only that it was quiet saw
 * something too; when all is open, throws `required` for what was seen.
 */
export function observationEntry(input: FilledObservation, where: StoredSpot, now: Date) {
	const { placeKind, busy, who, mood, order, activities, seen } = input;
	const { happenedOn, happenedTime, themes, aboutVulnerable } = input;
	const details = { placeKind, busy, who, mood, order, activities, seen };
	if (isEmpty(details)) throw invalidField('seen', 'nothing_seen');
	return {
		title: excerpt(details.seen || details.activities),
		...where,
		themes,
		aboutVulnerable,
		moment: momentOf({ happenedOn, happenedTime }, now),
		content: { kind: 'observation' as const, details },
	};
}

function isEmpty({ busy, who, mood, order, activities, seen }: ObservationDetails): boolean {
	return !busy && who.length === 0 && !mood && !order && activities === '' && seen === '';
}
