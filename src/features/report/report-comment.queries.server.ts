import * as v from 'valibot';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { query } from '#kernel/query.server.ts';
import { commentsOf } from './report-comments.server.ts';
import { sectionKeySchema } from './section.schema.ts';

export const listComments = query({
	name: 'reportComment.list',
	summary:
		'Lists what people said of the report or of one section, with suggestions, answers and what was done with each.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/verslag/opmerkingen' },
	input: v.object({
		trajectoryId: sectionKeySchema.entries.trajectoryId,
		key: v.optional(sectionKeySchema.entries.key),
	}),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor }, which) {
		return { comments: await commentsOf(reader, actor.municipalityId, which) };
	},
});
