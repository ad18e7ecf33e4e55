import * as v from 'valibot';
import { id, optionalText } from '#kernel/fields.ts';

export const addCounterweightSchema = v.object({
	/** Either side of the scales. */
	findingId: id(),
	/** The finding on the other side. */
	oppositeId: id(),
	/** How the one answers the other. */
	note: optionalText(300),
});

export const counterweightIdSchema = v.object({ counterweightId: id() });
