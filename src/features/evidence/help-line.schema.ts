import * as v from 'valibot';
import { id, line, version } from '#kernel/fields.ts';

/** A telephone number of a service: short ones and 14 0xx as well, so no field of `kernel/fields.ts`, which refuse numbers. */
const telephone = () =>
	v.pipe(
		v.string('required'),
		v.trim(),
		v.nonEmpty('required'),
		v.regex(/^[+\d][\d\s-]{1,18}$/, 'not_a_phone'),
	);

export const addHelpLineSchema = v.object({
	name: line(80),
	purpose: line(200),
	phone: telephone(),
});

export const removeHelpLineSchema = v.object({ helpLineId: id(), version: version() });
