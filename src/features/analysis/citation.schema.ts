import * as v from 'valibot';
import { id, optionalChoice, optionalText, version } from '#kernel/fields.ts';
import { strengths } from './strength.ts';

const place = { findingId: id(), evidenceId: id() };

const content = {
	/** What in the source it is about. */
	note: optionalText(300),
	/** How strongly the source supports the finding; null: not judged. */
	strength: optionalChoice(strengths),
};

export const addCitationSchema = v.object({ ...place, ...content });
export const changeCitationSchema = v.object({ ...place, version: version(), ...content });
export const removeCitationSchema = v.object(place);
