import * as v from 'valibot';
import { themeId } from '#features/analysis/finding.schema.ts';
import { id, version } from '#kernel/fields.ts';

export const moveFrameworkSchema = v.object({
	trajectoryId: id(),
	/** The trajectory's version, as whoever moves it read it. */
	version: version(),
	/** The version of a framework it goes over to. */
	frameworkId: id(),
	/** Where what stands under a theme goes; a theme that is left out stays as it is. */
	places: v.optional(
		v.pipe(v.array(v.object({ from: themeId(), to: v.optional(themeId()) })), v.maxLength(200)),
		[],
	),
});

export const moveBackSchema = v.object({ trajectoryId: id(), version: version() });

export const movePreviewSchema = v.object({
	trajectoryId: id(),
	frameworkId: v.optional(v.nullable(id()), null),
});
