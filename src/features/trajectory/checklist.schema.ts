import * as v from 'valibot';
import { sectorIdSchema } from '#features/accounts/sector.schema.ts';
import { bilingualSchema, slug, uniqueById } from '#kernel/bilingual.ts';

const version = v.pipe(v.number(), v.integer(), v.minValue(1));

/** How far a precondition is. Unknown is ordinary: nobody has said anything about it yet. */
export const preconditionStates = ['unknown', 'open', 'partly', 'arranged'] as const;

/** The nine preconditions (`content/preconditions.json`). */
export const preconditionsSchema = v.strictObject({
	version,
	source: bilingualSchema,
	preconditions: uniqueById(
		v.strictObject({
			id: slug,
			name: bilingualSchema,
			explanation: bilingualSchema,
			/** What it looks like when it is arranged. */
			arranged: bilingualSchema,
		}),
	),
});

/** The six rooms, in their order. */
export const roomIds = [
	'trajectory',
	'analysis',
	'figures',
	'lifeworld',
	'agenda',
	'execution',
] as const;

/** A planning to start from (`content/phases.json`): no dates, a suggested length in weeks. */
export const phasesSchema = v.strictObject({
	version,
	note: bilingualSchema,
	phases: uniqueById(
		v.strictObject({
			id: slug,
			room: v.picklist(roomIds),
			name: bilingualSchema,
			explanation: bilingualSchema,
			weeks: v.pipe(v.number(), v.integer(), v.minValue(1)),
		}),
	),
});

/** Who should be at the table, and which sectors count for each (`content/table-parties.json`). */
export const tablePartiesSchema = v.strictObject({
	version,
	source: bilingualSchema,
	parties: uniqueById(
		v.strictObject({
			id: slug,
			name: bilingualSchema,
			sectors: v.pipe(v.array(sectorIdSchema), v.minLength(1)),
			/** What to say while nobody of these sectors takes part. */
			missing: bilingualSchema,
		}),
	),
});

export type Preconditions = v.InferOutput<typeof preconditionsSchema>;
