import * as v from 'valibot';
import { choice, id, optionalChoice, text, version } from '#kernel/fields.ts';
import { themeId } from './finding.schema.ts';

/** What is offered, what is missing, or what is needed. */
export const standings = ['offered', 'missing', 'needed'] as const;
export type Standing = (typeof standings)[number];

/** What should always be there, or what is done for a time and a purpose. */
export const provisionForms = ['basic_provision', 'intervention'] as const;
export type ProvisionForm = (typeof provisionForms)[number];

const content = {
	theme: themeId(),
	standing: choice(standings),
	/** Null while nobody has said which of the two it is. */
	form: optionalChoice(provisionForms),
	text: text(1000),
};

export const addProvisionSchema = v.object({ trajectoryId: id(), ...content });
export const changeProvisionSchema = v.object({
	provisionId: id(),
	version: version(),
	...content,
});
export const withdrawProvisionSchema = v.object({
	provisionId: id(),
	version: version(),
	reason: text(500),
});
export const restoreProvisionSchema = v.object({ provisionId: id(), version: version() });
