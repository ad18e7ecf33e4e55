import * as v from 'valibot';
import { id, optionalText, line, wholeNumber } from '#kernel/fields.ts';
import { optionalAreaCode } from '#features/areas/area-code.schema.ts';

/** The framework a trajectory begins with; it keeps that version. */
const frameworkKeys = ['2013', '2010'] as const;

export const startTrajectorySchema = v.object({
	areaName: line(80),
	areaCode: optionalAreaCode(),
	startYear: wholeNumber(1990, 2100),
	endYear: wholeNumber(1990, 2100),
	framework: v.optional(v.picklist(frameworkKeys, 'choose'), '2013'),
	goals: optionalText(4000),
	cooperation: optionalText(4000),
});

export const trajectoryIdSchema = v.object({ trajectoryId: id() });
