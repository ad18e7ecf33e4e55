import * as v from 'valibot';
import { observationDetailsSchema } from '#features/evidence/evidence-details.schema.ts';
import { commonFields, visibilityField } from '#features/evidence/evidence.schema.ts';
import { id, version } from '#kernel/fields.ts';
import { saysWhere, spotFields, walkIdField } from './spot.schema.ts';

/** What somebody fills in after looking round at a place. */
const observationFields = {
	...commonFields,
	...spotFields,
	...observationDetailsSchema.entries,
};

export const addObservationSchema = v.pipe(
	v.object({
		trajectoryId: id(),
		visibility: visibilityField(),
		walkId: walkIdField(),
		...observationFields,
	}),
	v.forward(v.partialCheck([['placeId'], ['place']], saysWhere, 'required'), ['place']),
);

export const changeObservationSchema = v.pipe(
	v.object({
		evidenceId: id(),
		version: version(),
		...observationFields,
	}),
	v.forward(v.partialCheck([['placeId'], ['place']], saysWhere, 'required'), ['place']),
);

export type FilledObservation = Omit<
	v.InferOutput<typeof addObservationSchema>,
	'trajectoryId' | 'visibility' | 'walkId'
>;
