import * as v from 'valibot';
import { observationDetailsSchema } from '#features/evidence/evidence-details.schema.ts';
import { commonFields, visibilityField } from '#features/evidence/evidence.schema.ts';
import { id, noteLine, version } from '#kernel/fields.ts';

/** What somebody fills in after looking round at a place. */
const observationFields = {
	...commonFields,
	place: noteLine(200),
	...observationDetailsSchema.entries,
};

export const addObservationSchema = v.object({
	trajectoryId: id(),
	visibility: visibilityField(),
	...observationFields,
});

export const changeObservationSchema = v.object({
	evidenceId: id(),
	version: version(),
	...observationFields,
});

export type FilledObservation = Omit<
	v.InferOutput<typeof addObservationSchema>,
	'trajectoryId' | 'visibility'
>;
