import * as v from 'valibot';
import { photoDetailsSchema } from '#features/evidence/evidence-details.schema.ts';
import { commonFields, visibilityField } from '#features/evidence/evidence.schema.ts';
import { id, version } from '#kernel/fields.ts';
import { spotFields, walkIdField } from './spot.schema.ts';

const photoFields = { ...commonFields, ...spotFields, ...photoDetailsSchema.entries };

export const addPhotoSchema = v.object({
	trajectoryId: id(),
	visibility: visibilityField(),
	walkId: walkIdField(),
	...photoFields,
});

export const changePhotoSchema = v.object({
	evidenceId: id(),
	version: version(),
	...photoFields,
});
