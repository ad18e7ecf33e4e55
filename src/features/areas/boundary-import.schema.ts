import * as v from 'valibot';
import { choice, id, optionalWholeNumber, wholeNumber } from '#kernel/fields.ts';
import { mappedLevels } from './area-map.ts';

const said = () =>
	v.optional(v.nullable(v.pipe(v.string('invalid'), v.trim(), v.maxLength(200, 'too_long'))), null);

/** What files can hold: boundaries, or what became of codes. */
export const boundaryKinds = ['shapes', 'changes'] as const;
export type BoundaryKind = (typeof boundaryKinds)[number];

export const receiveBoundariesSchema = v.object({
	kind: choice(boundaryKinds),
	/** The year of the boundaries; may be left out where the file says it. */
	year: optionalWholeNumber(1990, 2100),
	publisher: said(),
	licence: said(),
});

export const fetchBoundariesSchema = v.object({
	year: wholeNumber(1995, 2100),
	level: choice(mappedLevels),
});

export const boundaryImportIdSchema = v.object({ importId: id() });
