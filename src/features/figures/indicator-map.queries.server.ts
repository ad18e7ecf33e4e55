import * as v from 'valibot';
import { areaCode } from '#features/areas/area-code.schema.ts';
import type { AreaShapes } from '#features/areas/area-map.ts';
import { mapShapes } from '#features/areas/area-shapes.server.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import { choice, wholeNumber } from '#kernel/fields.ts';
import { anyone } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';
import { rankedLevels } from './indicator-page.server.ts';
import { seriesList } from './series.server.ts';
import { valuesOfSeries, type AreaValue } from './values.server.ts';

/** What a map of one series is drawn from. */
export interface IndicatorMapData {
	values: AreaValue[];
	shapes: AreaShapes;
}

export const showIndicatorMap = query({
	name: 'indicator.map',
	summary:
		'The values of one series for all areas of a level, in a municipality or in the country, with their boundaries: of the year of the figures, or else of the nearest year.',
	input: v.object({
		seriesId: wholeNumber(1, 2_147_483_647),
		level: choice(rankedLevels),
		/** The municipality; left out for the country. */
		within: v.optional(areaCode()),
	}),
	subject: nothing,
	// Everyone: figures are published; row-level security keeps back publications for participants.
	allow: anyone,
	async run({ reader, actor }, { seriesId, level, within }): Promise<IndicatorMapData> {
		const municipalityId = municipalityOf(actor);
		const [series] = await seriesList(reader, municipalityId, { seriesIds: [seriesId] });
		if (!series) throw notFound();
		const { boundaryYear: year } = series.publication;
		const shapes = await mapShapes(reader, municipalityId, { level, within: within ?? null, year });
		// Without a map nobody looks at the values.
		if (shapes.shapes.length === 0) return { values: [], shapes };
		const where = within === undefined ? { level } : { level, within };
		return { values: await valuesOfSeries(reader, municipalityId, seriesId, where), shapes };
	},
});
