import * as v from 'valibot';
import { bilingualSchema, uniqueById } from '#kernel/bilingual.ts';

/** The sectors that an organisation can belong to. */
export const sectorIds = [
	'municipality',
	'welfare',
	'housing',
	'care',
	'safety',
	'education',
	'volunteers',
	'residents',
	'faith',
	'business',
	'other',
] as const;

export const sectorIdSchema = v.picklist(sectorIds);

/** The names of the sectors (`content/sectors.json`). */
export const sectorsSchema = v.strictObject({
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	sectors: v.pipe(
		uniqueById(v.strictObject({ id: sectorIdSchema, name: bilingualSchema })),
		v.length(sectorIds.length),
	),
});

export type SectorId = v.InferOutput<typeof sectorIdSchema>;
