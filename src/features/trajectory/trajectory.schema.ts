import * as v from 'valibot';
import { id, optionalText, line, wholeNumber } from '#kernel/fields.ts';
import { optionalAreaCode } from '#features/areas/area-code.schema.ts';

export const startTrajectorySchema = v.object({
	areaName: line(80),
	areaCode: optionalAreaCode(),
	startYear: wholeNumber(1990, 2100),
	endYear: wholeNumber(1990, 2100),
	/** The framework it begins with, by its key: shipped or the municipality's own. It keeps the version of that day. */
	framework: v.optional(v.pipe(v.string('choose'), v.maxLength(80, 'unknown')), '2013'),
	goals: optionalText(4000),
	cooperation: optionalText(4000),
});

export const trajectoryIdSchema = v.object({ trajectoryId: id() });
