import * as v from 'valibot';
import {
	signalAbouts,
	signalDetailsSchema,
	type SignalDetails,
} from '#features/evidence/evidence-details.schema.ts';
import { commonFields } from '#features/evidence/evidence.schema.ts';
import { choice, id, text, version } from '#kernel/fields.ts';

/** What the core group is to look at, it has to be able to read. */
export const signalVisibilities = ['participants', 'public'] as const;

const { nature, heardFrom } = signalDetailsSchema.entries;

const signalFields = {
	...commonFields,
	about: choice(signalAbouts),
	text: text(2000),
	nature,
	heardFrom,
};

const namesPlace = ({ about, place }: { about: SignalDetails['about']; place: string }) =>
	about !== 'place' || place !== '';

/** A signal about a place says which. */
export const addSignalSchema = v.pipe(
	v.object({
		trajectoryId: id(),
		visibility: v.optional(choice(signalVisibilities), 'participants'),
		...signalFields,
	}),
	v.forward(v.partialCheck([['about'], ['place']], namesPlace, 'required'), ['place']),
);

export const changeSignalSchema = v.pipe(
	v.object({ evidenceId: id(), version: version(), ...signalFields }),
	v.forward(v.partialCheck([['about'], ['place']], namesPlace, 'required'), ['place']),
);

export type FilledSignal = Omit<
	v.InferOutput<typeof addSignalSchema>,
	'trajectoryId' | 'visibility'
>;
