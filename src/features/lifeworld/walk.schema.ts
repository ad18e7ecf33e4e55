import * as v from 'valibot';
import { sectorIds, type SectorId } from '#features/accounts/sector.schema.ts';
import { commonFields, visibilityField } from '#features/evidence/evidence.schema.ts';
import { id, note, optionalNote, optionalWholeNumber, version } from '#kernel/fields.ts';

/** The most places on one route. */
export const MOST_STOPS = 30;

const counts = Object.fromEntries(
	sectorIds.map((role) => [role, optionalWholeNumber(0, 500)] as const),
) as Record<SectorId, ReturnType<typeof optionalWholeNumber>>;

const walkFields = {
	...commonFields,
	/** The places in the order of the route, a place a line: of the list by its name, or any other. */
	route: note(4000),
	/** How many walked along, by role. */
	companions: v.optional(v.object(counts), {} as never),
	attention: optionalNote(500),
	summary: optionalNote(4000),
};

export const addWalkSchema = v.object({
	trajectoryId: id(),
	visibility: visibilityField(),
	...walkFields,
});

export const changeWalkSchema = v.object({
	evidenceId: id(),
	version: version(),
	...walkFields,
});

export type FilledWalk = Omit<v.InferOutput<typeof addWalkSchema>, 'trajectoryId' | 'visibility'>;
