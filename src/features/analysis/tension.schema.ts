import * as v from 'valibot';
import { choice, id, optionalDay, optionalText, text, version } from '#kernel/fields.ts';
import { themeId } from './finding.schema.ts';
import { tensionDirections } from './tension.ts';

const about = { trajectoryId: id(), theme: themeId(), direction: choice(tensionDirections) };

export const addTensionAnswerSchema = v.object({
	...about,
	/** What may explain it, or why the question makes no sense here. */
	outcome: choice(['explained', 'dismissed']),
	text: text(1000),
});

export const askTensionSchema = v.object({
	...about,
	question: text(500),
	/** How to find the answer. */
	method: optionalText(500),
	/** Which role finds out, in words; not a person's name. */
	who: optionalText(200),
	/** An organisation that takes part and finds out. */
	whoOrganisationId: v.optional(v.nullable(id()), null),
	dueOn: optionalDay(),
});

export const withdrawTensionAnswerSchema = v.object({
	tensionAnswerId: id(),
	version: version(),
	reason: optionalText(500),
});
