import * as v from 'valibot';
import { id, optionalWholeNumber, text, wholeNumber } from '#kernel/fields.ts';

export const closeScoringSchema = v.object({ trajectoryId: id() });

export const reopenScoringSchema = v.object({ trajectoryId: id(), reason: text(1000) });

export const describeResidentsSchema = v.object({
	trajectoryId: id(),
	/** How the residents' scores were gathered: an evening, at the door, on paper. */
	gathered: text(300),
	/** How many residents; null: not counted. */
	people: optionalWholeNumber(1, 1_000_000),
	/** As the writer read it; 0 when it was not described yet. */
	version: v.optional(wholeNumber(0, 1_000_000_000), 0),
});
