import * as v from 'valibot';
import { areaCode } from '#features/areas/area-code.schema.ts';
import { choice, id, text, wholeNumber } from '#kernel/fields.ts';
import { ruleKey } from './rule.schema.ts';
import { warningStates } from './warning.ts';

/** What a list of warnings can be narrowed to; `open` are those that still ask for somebody to go and look. */
export const stateFilters = ['open', ...warningStates, 'all'] as const;

const themeId = () => v.pipe(v.string('choose'), v.maxLength(80, 'too_long'));

export const listWarningsSchema = v.object({
	theme: v.optional(themeId()),
	/** An area with those in it. */
	areaCode: v.optional(areaCode()),
	ruleKey: v.optional(ruleKey()),
	state: v.optional(choice(stateFilters), 'open'),
	page: v.optional(wholeNumber(1, 100_000), 1),
});

export const trajectoryWarningsSchema = v.object({
	trajectoryId: id(),
	state: v.optional(choice(stateFilters), 'open'),
});

export const trajectoryWarningSchema = v.object({ trajectoryId: id(), warningId: id() });
export const warningIdSchema = v.object({ warningId: id() });
export const setAsideSchema = v.object({ warningId: id(), reason: text(500) });
