import * as v from 'valibot';
import { id, optionalText, text, version, wholeNumber } from '#kernel/fields.ts';

/** The newer figure as it was seen: when a still newer one came, that is to be looked at first. */
const seen = { evidenceId: id(), seriesId: wholeNumber(1, 2_147_483_647) };

export const takeNewerFigureSchema = v.object({ ...seen, version: version() });

export const keepFigureSchema = v.object({ ...seen, reason: text(500) });

export const withdrawKeptFigureSchema = v.object({
	keptFigureId: id(),
	version: version(),
	reason: optionalText(500),
});
