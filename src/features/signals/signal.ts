import type { SignalDetails } from '#features/evidence/evidence-details.schema.ts';
import { momentOf } from '#features/evidence/moment.ts';
import { excerpt } from '#features/lifeworld/excerpt.ts';
import type { StoredSpot } from '#features/lifeworld/spot.server.ts';
import type { FilledSignal } from './signal.schema.ts';

/** A signal as its evidence is stored. `before` is what was stored so far: how it came in stays what it was. */
export function signalEntry(
	input: FilledSignal,
	where: StoredSpot,
	now: Date,
	before?: SignalDetails,
) {
	const { about, nature, heardFrom, text, happenedOn, happenedTime, themes, aboutVulnerable } =
		input;
	const { fromPublic = false, isShortened = false } = before ?? {};
	return {
		...where,
		themes,
		aboutVulnerable,
		title: excerpt(text),
		moment: momentOf({ happenedOn, happenedTime }, now),
		content: {
			kind: 'signal' as const,
			details: { about, nature, heardFrom, text, fromPublic, isShortened },
		},
	};
}
