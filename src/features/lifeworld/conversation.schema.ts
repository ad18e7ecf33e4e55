import * as v from 'valibot';
import { conversationDetailsSchema } from '#features/evidence/evidence-details.schema.ts';
import { commonFields, visibilityField } from '#features/evidence/evidence.schema.ts';
import { id, optionalNote, optionalWholeNumber, version } from '#kernel/fields.ts';
import { spotFields, walkIdField } from './spot.schema.ts';

const { placeKind, channel, askedBy, enteredFrom, sheet } = conversationDetailsSchema.entries;

const conversationFields = {
	...commonFields,
	...spotFields,
	/** Which questions were used; the guide says who speaks. */
	guide: v.pipe(v.string('choose'), v.maxLength(80, 'unknown')),
	/** The version of the guide that the questions were put from; the one in use when left out. */
	guideVersion: optionalWholeNumber(1, 1_000_000),
	/** What a key figure is in the neighbourhood. Never a name: there is no field for one. */
	speakerRole: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(80, 'unknown'))), null),
	placeKind,
	channel,
	askedBy,
	enteredFrom,
	/** What the stack of sheets is called: where and when they were filled in. */
	stack: optionalNote(80),
	sheet,
	/** Answers by the id of their question; any may be left out, but not all. */
	answers: v.optional(
		v.record(v.pipe(v.string(), v.maxLength(80, 'unknown')), optionalNote(2000)),
		{},
	),
};

export const addConversationSchema = v.object({
	trajectoryId: id(),
	visibility: visibilityField(),
	walkId: walkIdField(),
	...conversationFields,
});

export const changeConversationSchema = v.object({
	evidenceId: id(),
	version: version(),
	...conversationFields,
});

export type FilledConversation = Omit<
	v.InferOutput<typeof addConversationSchema>,
	'trajectoryId' | 'visibility' | 'walkId'
>;
