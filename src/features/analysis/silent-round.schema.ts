import * as v from 'valibot';
import { id, optionalText, optionalWholeNumber, version } from '#kernel/fields.ts';

/** A clock of more than two hours is no clock for a meeting. */
const minutes = () => optionalWholeNumber(1, 120);

export const openSilentRoundSchema = v.object({
	trajectoryId: id(),
	/** What people are asked to write about; '' for the whole form. */
	question: optionalText(300),
	/** How long people have; null: no clock. */
	minutes: minutes(),
});

/** Another question, or as many minutes from now on. */
export const changeSilentRoundSchema = v.object({
	silentRoundId: id(),
	version: version(),
	question: optionalText(300),
	minutes: minutes(),
});

export const closeSilentRoundSchema = v.object({ silentRoundId: id() });
