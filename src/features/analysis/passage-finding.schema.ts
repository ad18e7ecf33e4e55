import * as v from 'valibot';
import { id } from '#kernel/fields.ts';
import { addFindingSchema } from './finding.schema.ts';

const { trajectoryId, kind, signalKind, text, themes } = addFindingSchema.entries;

export const addFindingFromPassageSchema = v.object({
	trajectoryId,
	kind,
	signalKind,
	text,
	themes,
	/** The passages that it rests on; their sources are cited with them. */
	passageIds: v.pipe(v.array(id(), 'no_sentence'), v.minLength(1, 'no_sentence'), v.maxLength(20)),
});

export const passagesOfTrajectorySchema = v.object({
	trajectoryId: id(),
	passageIds: v.pipe(v.array(id()), v.maxLength(20)),
});

export const citePassageSchema = v.object({ findingId: id(), passageId: id() });
