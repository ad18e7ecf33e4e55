import * as v from 'valibot';
import { themeId } from '#features/analysis/finding.schema.ts';
import { choice, choices, id, line, optionalText, text, tick, version } from '#kernel/fields.ts';
import { directions } from './draft-changes.ts';
import { otherViews } from '#features/analysis/other-views.ts';

const draftId = id();
const domainId = () => choice(['I', 'II', 'III']);
const partId = themeId;

/** A short text in both languages; the English one may follow later. */
const names = { nameNl: line(120), nameEn: v.optional(optionalText(120), '') };
const explanations = {
	explanationNl: text(600),
	explanationEn: v.optional(optionalText(600), ''),
};
/** Which dimensions of the other views a theme belongs to. */
const dimensions = v.optional(
	v.object(
		Object.fromEntries(
			otherViews.map((view) => [view.id, choices(view.dimensions.map((one) => one.id))]),
		),
	),
);

export const beginDraftSchema = v.object({
	/** The version it is made from. */
	frameworkId: id(),
	/** Its own name, for a framework beside the one it is made from; left out for the next version of the same one. */
	name: v.optional(line(120)),
});
export const draftIdSchema = v.object({ draftId });
export const changeDraftSchema = v.object({
	draftId,
	version: version(),
	...names,
	explanationNl: optionalText(1000),
	explanationEn: optionalText(1000),
});
export const addThemeSchema = v.object({ draftId, domain: domainId(), ...names, ...explanations });
export const changeThemeSchema = v.object({
	draftId,
	theme: partId(),
	version: version(),
	domain: domainId(),
	...names,
	...explanations,
	views: dimensions,
});
export const changeDomainSchema = v.object({
	draftId,
	domain: domainId(),
	version: version(),
	...names,
	goalNl: line(120),
	goalEn: v.optional(optionalText(120), ''),
	subtitleNl: optionalText(120),
	subtitleEn: optionalText(120),
});
export const addColumnSchema = v.object({ draftId, column: partId() });
export const changeColumnSchema = v.object({
	draftId,
	column: partId(),
	version: version(),
	...names,
	...explanations,
});

/** A theme or a column of a draft. */
const part = { draftId, part: choice(['theme', 'column']), id: partId() };
export const orderPartSchema = v.object({ ...part, to: choice(directions) });
export const hidePartSchema = v.object({ ...part, hidden: tick() });
export const revertDraftSchema = v.object({
	draftId,
	version: version(),
	/** The former version of the draft whose content comes back. */
	to: version(),
});
export const publishDraftSchema = v.object({ draftId, version: version() });
export const withdrawDraftSchema = v.object({ draftId, version: version(), reason: optionalText(500) }); // prettier-ignore
export const restoreDraftSchema = v.object({ draftId, version: version() });
