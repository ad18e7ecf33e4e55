import * as v from 'valibot';
import { id, text } from '#kernel/fields.ts';
import { findingLimit } from './kinds.ts';

/** Findings that say the same: at least two, or there is nothing to group. */
const findingIds = () =>
	v.pipe(
		v.optional(v.array(id()), []),
		v.transform((ids) => [...new Set(ids)]),
		v.minLength(2, 'two_findings'),
		v.maxLength(50),
	);

export const addGroupSchema = v.object({
	trajectoryId: id(),
	/** The wording under which they stand from now on. */
	text: text(findingLimit),
	findingIds: findingIds(),
});

export const joinGroupSchema = v.object({ findingId: id(), groupId: id() });
export const leaveGroupSchema = v.object({ findingId: id() });
