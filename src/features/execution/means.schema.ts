import * as v from 'valibot';
import { choice, id, optionalText, text, version } from '#kernel/fields.ts';
import { optionalHundredths } from './amount.ts';

const meansKinds = ['money', 'hours'] as const;
export type MeansKind = (typeof meansKinds)[number];

const content = {
	kind: choice(meansKinds),
	/** Who pays or lends a hand; empty: not found yet. */
	financier: optionalText(200),
	/** Euros or hours, whichever the kind is; gives hundredths. Left out: unknown. */
	amount: optionalHundredths(10_000_000),
	note: optionalText(500),
};

export const addMeansSchema = v.object({ approachId: id(), ...content });
export const changeMeansSchema = v.object({ meansId: id(), version: version(), ...content });
export const restoreMeansSchema = v.object({ meansId: id(), version: version() });
export const withdrawMeansSchema = v.object({
	meansId: id(),
	version: version(),
	reason: text(1000),
});
