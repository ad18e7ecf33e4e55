import * as v from 'valibot';
import { areaCode } from '#features/areas/area-code.schema.ts';
import { findArea } from '#features/areas/area.queries.server.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { choice, wholeNumber } from '#kernel/fields.ts';
import { anyone } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';
import { likenessPlaces } from './area-likeness.ts';
import { compareAreas } from './compare-areas.server.ts';
import { comparableAreas } from './comparable-areas.server.ts';
import { MOST_COMPARED } from './figure-paths.ts';

/** How many comparable areas may be asked for. */
const MOST_COMPARABLE = 50;

export const listComparable = query({
	name: 'area.comparable',
	summary:
		'Lists the areas of the same level that are most like an area, the nearest first, with the characteristics they were compared by. `characteristics` are ids of the content; left out, it is the default set.',
	http: { method: 'GET', path: '/gebieden/{code}/vergelijkbaar' },
	input: v.object({
		code: areaCode(),
		characteristics: v.optional(v.array(v.pipe(v.string('invalid'), v.maxLength(60, 'too_long'))), []), // prettier-ignore
		count: v.optional(wholeNumber(1, MOST_COMPARABLE), 10),
		place: v.optional(choice(likenessPlaces), 'country'),
	}),
	subject: nothing,
	// Everyone: these are published figures; row-level security keeps back publications for participants.
	allow: anyone,
	async run({ reader, actor }, { code, ...options }) {
		const found = await findArea(reader, actor, code);
		return { ...found, ...(await comparableAreas(reader, municipalityOf(actor), code, options)) };
	},
});

export const showCompared = query({
	name: 'figure.compare',
	summary: `Puts up to ${MOST_COMPARED} areas side by side: the newest figures of the first, and the same figures of the others and of the country.`,
	http: { method: 'GET', path: '/vergelijkingen' },
	input: v.object({
		codes: v.optional(v.pipe(v.array(areaCode()), v.maxLength(MOST_COMPARED, 'too_many')), []),
	}),
	subject: nothing,
	// Everyone: see above.
	allow: anyone,
	run: ({ reader, actor }, { codes }) => compareAreas(reader, actor, codes),
});
