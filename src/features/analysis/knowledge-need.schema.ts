import * as v from 'valibot';
import { speakers } from '#features/evidence/evidence-details.schema.ts';
import {
	choice,
	id,
	optionalChoice,
	optionalDay,
	optionalRoughDay,
	optionalText,
	text,
	version,
} from '#kernel/fields.ts';
import { themeId } from './finding.schema.ts';
import { answerKinds } from './need-answer.ts';

const content = {
	theme: themeId(),
	question: text(500),
	/** How to find the answer. */
	method: optionalText(500),
	/** Which role finds out, in words; not a person's name. */
	who: optionalText(200),
	/** An organisation that takes part and finds out. */
	whoOrganisationId: v.optional(v.nullable(id()), null),
	dueOn: optionalDay(),
};

const change = { knowledgeNeedId: id(), version: version() };

export const addNeedSchema = v.object({ trajectoryId: id(), ...content });
export const changeNeedSchema = v.object({ ...change, ...content });

export const answerNeedSchema = v.object({
	...change,
	answer: text(1500),
	/** What the answer is put among the sources as; `existing` names one that is there, `none` makes no source. */
	source: choice(answerKinds),
	/** Who spoke, when it was a conversation. */
	speaker: optionalChoice(speakers),
	/** The source that holds the answer, when it is there already. */
	evidenceId: v.optional(v.nullable(id()), null),
	/** When it was found out, as far as that is known. */
	foundOn: optionalRoughDay(),
	/** The findings that the question came from, which are to rest on the answer at once. */
	findingIds: v.optional(v.array(id()), []),
});
export const reopenNeedSchema = v.object(change);
export const withdrawNeedSchema = v.object({ ...change, reason: text(500) });
export const restoreNeedSchema = v.object(change);
