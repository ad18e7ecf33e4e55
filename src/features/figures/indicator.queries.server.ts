import * as v from 'valibot';
import { areaCode } from '#features/areas/area-code.schema.ts';
import { choice, wholeNumber } from '#kernel/fields.ts';
import { anyone } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';
import { indicatorPageOf, rankedLevels, rankedScopes } from './indicator-page.server.ts';

/** A short text out of an address. */
const word = () => v.pipe(v.string('invalid'), v.trim(), v.nonEmpty('required'), v.maxLength(200, 'too_long')); // prettier-ignore

export const showIndicator = query({
	name: 'indicator.read',
	summary:
		'Shows one indicator (an id of the catalogue, or `family:measure` for what it does not know): the areas of a level in order of their value, 50 a page of the country, and the course over the years of an area, its municipality and the country.',
	http: { method: 'GET', path: '/indicatoren/{id}' },
	input: v.object({
		id: word(),
		areaCode: v.optional(areaCode()),
		period: v.optional(word()),
		publisher: v.optional(word()),
		level: v.optional(choice(rankedLevels)),
		scope: v.optional(choice(rankedScopes)),
		page: v.optional(wholeNumber(1, 100_000)),
	}),
	subject: nothing,
	// Everyone: figures are published; row-level security keeps back publications for participants.
	allow: anyone,
	run: ({ reader, actor }, asked) => indicatorPageOf(reader, actor, asked),
});
