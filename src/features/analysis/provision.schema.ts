import * as v from 'valibot';
import { choice, id, optionalChoice, text, version } from '#kernel/fields.ts';
import { themeId } from './finding.schema.ts';
import { provisionForms, standings } from './kinds.ts';

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
