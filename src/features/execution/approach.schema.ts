import * as v from 'valibot';
import { choice, id, line, optionalRoughDay, optionalText, text, version } from '#kernel/fields.ts';

export const approachKinds = [
	'residents_initiative',
	'project',
	'programme',
	'intervention',
] as const;

const content = {
	kind: choice(approachKinds),
	title: line(200),
	/** What will be done. */
	text: optionalText(4000),
	/** The agenda items it serves. */
	agendaItemIds: v.pipe(v.optional(v.array(id()), []), v.minLength(1, 'no_agenda_item')),
	intendedResult: optionalText(2000),
	/** Left out: not agreed yet. */
	responsibleId: v.optional(v.nullable(id()), null),
	takingPartIds: v.optional(v.array(id()), []),
	starts: optionalRoughDay(),
	ends: optionalRoughDay(),
	indicator: optionalText(500),
	baseline: optionalText(300),
	target: optionalText(300),
	indicatorSource: optionalText(500),
};

export const addApproachSchema = v.object({ trajectoryId: id(), ...content });
export const changeApproachSchema = v.object({ approachId: id(), version: version(), ...content });
export const approachIdSchema = v.object({ approachId: id() });
export const withdrawApproachSchema = v.object({
	approachId: id(),
	version: version(),
	reason: text(1000),
});
export const restoreApproachSchema = v.object({ approachId: id(), version: version() });

export type ApproachContent = Omit<v.InferOutput<typeof addApproachSchema>, 'trajectoryId'>;
