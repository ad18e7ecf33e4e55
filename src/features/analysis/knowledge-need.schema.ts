import * as v from 'valibot';
import { id, optionalDay, optionalText, text, version } from '#kernel/fields.ts';
import { themeId } from './finding.schema.ts';

const content = {
	theme: themeId(),
	question: text(500),
	/** How to find the answer. */
	method: optionalText(500),
	/** Which organisation or role finds out; not a person's name. */
	who: optionalText(200),
	dueOn: optionalDay(),
};

export const addNeedSchema = v.object({ trajectoryId: id(), ...content });
export const changeNeedSchema = v.object({ knowledgeNeedId: id(), version: version(), ...content });
export const answerNeedSchema = v.object({
	knowledgeNeedId: id(),
	version: version(),
	answer: text(2000),
});
export const withdrawNeedSchema = v.object({
	knowledgeNeedId: id(),
	version: version(),
	reason: text(500),
});
export const restoreNeedSchema = v.object({ knowledgeNeedId: id(), version: version() });
