import * as v from 'valibot';
import { trajectoryWarningSchema } from '#features/warnings/warning.schema.ts';
import { optionalChoice, choice, text } from '#kernel/fields.ts';
import { themeId } from './finding.schema.ts';
import { findingKinds, findingLimit, signalKinds } from './kinds.ts';

const which = trajectoryWarningSchema.entries;

export const warningToFindingSchema = v.object({
	...which,
	kind: choice(findingKinds),
	signalKind: optionalChoice(signalKinds),
	text: text(findingLimit),
	themes: v.pipe(
		v.array(themeId(), 'required'),
		v.transform((ids) => [...new Set(ids)]),
		v.minLength(1, 'required'),
		v.maxLength(30),
	),
});

export const warningToNeedSchema = v.object({ ...which, theme: themeId(), question: text(500) });
