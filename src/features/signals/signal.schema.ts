import * as v from 'valibot';
import {
	signalAbouts,
	signalDetailsSchema,
	type SignalDetails,
} from '#features/evidence/evidence-details.schema.ts';
import { commonFields } from '#features/evidence/evidence.schema.ts';
import { outcomes } from './course.ts';
import { saysWhere, spotFields } from '#features/lifeworld/spot.schema.ts';
import { aboutOnePerson, choice, id, note, version, wholeNumber } from '#kernel/fields.ts';

/** What the core group is to look at, it has to be able to read. */
export const signalVisibilities = ['participants', 'public'] as const;

const { nature, heardFrom } = signalDetailsSchema.entries;

const signalFields = {
	...commonFields,
	...spotFields,
	about: choice(signalAbouts),
	text: note(2000),
	nature,
	heardFrom,
};

interface Where {
	about: SignalDetails['about'];
	placeId: string | null;
	place: string;
}
const namesPlace = (where: Where) => where.about !== 'place' || saysWhere(where);

/** A signal about a place says which. */
export const addSignalSchema = v.pipe(
	v.object({
		trajectoryId: id(),
		visibility: v.optional(choice(signalVisibilities), 'participants'),
		/** Asked of whoever hands it in; says nothing more once it is stored. */
		aboutOnePerson: aboutOnePerson(),
		...signalFields,
	}),
	v.forward(v.partialCheck([['about'], ['placeId'], ['place']], namesPlace, 'required'), ['place']),
);

export const changeSignalSchema = v.pipe(
	v.object({ evidenceId: id(), version: version(), ...signalFields }),
	v.forward(v.partialCheck([['about'], ['placeId'], ['place']], namesPlace, 'required'), ['place']),
);

export type FilledSignal = Omit<
	v.InferOutput<typeof addSignalSchema>,
	'trajectoryId' | 'visibility' | 'aboutOnePerson'
>;

/** Which signals a list shows. */
export const signalLists = ['open', 'closed', 'mine'] as const;

export const listSignalsSchema = v.object({
	trajectoryId: id(),
	which: v.optional(choice(signalLists), 'open'),
	/** Of those with an outcome: only these. */
	outcome: v.optional(choice(outcomes)),
	page: v.optional(wholeNumber(1, 100_000), 1),
});
