import * as v from 'valibot';
import { photoDetailsSchema } from '#features/evidence/evidence-details.schema.ts';
import { commonFields, visibilityField } from '#features/evidence/evidence.schema.ts';
import { id, version } from '#kernel/fields.ts';
import { saysWhere, spotFields, walkIdField } from './spot.schema.ts';

const photoFields = { ...commonFields, ...spotFields, ...photoDetailsSchema.entries };

export const addPhotoSchema = v.pipe(
	v.object({
		trajectoryId: id(),
		visibility: visibilityField(),
		walkId: walkIdField(),
		...photoFields,
	}),
	v.forward(v.partialCheck([['placeId'], ['place']], saysWhere, 'required'), ['place']),
);

export const changePhotoSchema = v.pipe(
	v.object({
		evidenceId: id(),
		version: version(),
		...photoFields,
	}),
	v.forward(v.partialCheck([['placeId'], ['place']], saysWhere, 'required'), ['place']),
);
