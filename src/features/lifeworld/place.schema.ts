import * as v from 'valibot';
import { placeKinds } from '#features/evidence/evidence-details.schema.ts';
import { choice, id, noteLine, optionalNote, text, version } from '#kernel/fields.ts';
import { pointFields } from './spot.schema.ts';

const placeFields = {
	name: noteLine(80),
	kind: choice(placeKinds),
	/** What it means to people. */
	meaning: optionalNote(1000),
	...pointFields,
};

export const addPlaceSchema = v.object({ trajectoryId: id(), ...placeFields });
export const placeIdSchema = v.object({ placeId: id() });
const changing = { placeId: id(), version: version() };
export const changePlaceSchema = v.object({ ...changing, ...placeFields });
export const withdrawPlaceSchema = v.object({ ...changing, reason: text(500) });
export const restorePlaceSchema = v.object(changing);
