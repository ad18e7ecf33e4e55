import * as v from 'valibot';
import { areaCode } from '#features/areas/area-code.schema.ts';
import { choice, id, optionalChoice, text, version, wholeNumber } from '#kernel/fields.ts';
import { findingKinds, findingLimit, signalKinds } from './kinds.ts';

/** The id of a theme; whether the trajectory's framework has it is checked by `place.ts`. */
export const themeId = () => v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(80));

const themes = () =>
	v.pipe(
		v.array(themeId(), 'required'),
		v.transform((ids) => [...new Set(ids)]),
		v.minLength(1, 'required'),
		v.maxLength(30),
	);

const content = {
	kind: choice(findingKinds),
	/** Only with a signal, and needed there. */
	signalKind: optionalChoice(signalKinds),
	text: text(findingLimit),
	/** The first is where the finding stands; the others are where it also speaks. */
	themes: themes(),
};

export const addFindingSchema = v.object({
	trajectoryId: id(),
	...content,
	/** What the finding rests on from the start. */
	evidenceIds: v.optional(v.pipe(v.array(id()), v.maxLength(50)), []),
});

/** A figure of an area, as it is published now. */
const figure = { areaCode: areaCode(), seriesId: wholeNumber(1, 2_147_483_647) };

export const figureOfTrajectorySchema = v.object({ trajectoryId: id(), ...figure });

export const addFindingFromFigureSchema = v.object({ trajectoryId: id(), ...figure, ...content });

export const findingIdSchema = v.object({ findingId: id() });

export const changeFindingSchema = v.object({ findingId: id(), version: version(), ...content });

/** Another theme or column for a finding; its text stays. */
export const moveFindingSchema = v.object({
	findingId: id(),
	version: version(),
	kind: choice(findingKinds),
	signalKind: optionalChoice(signalKinds),
	theme: themeId(),
});

export const withdrawFindingSchema = v.object({
	findingId: id(),
	version: version(),
	reason: text(500),
});

export const restoreFindingSchema = v.object({ findingId: id(), version: version() });
