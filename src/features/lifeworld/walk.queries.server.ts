import type { WalkDetails } from '#features/evidence/evidence-details.schema.ts';
import { linesIn } from '#features/evidence/evidence-lines.server.ts';
import { mayReadEvidence } from '#features/evidence/evidence.policy.ts';
import { evidenceIdSchema } from '#features/evidence/evidence.schema.ts';
import { evidenceOfKind } from '#features/evidence/record.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { query } from '#kernel/query.server.ts';

export const readWalk = query({
	name: 'walk.read',
	summary: 'Gives the route of a neighbourhood walk and what was seen on it, in the order of time.',
	http: { method: 'GET', path: '/wijkschouwen/{evidenceId}' },
	input: evidenceIdSchema,
	subject: evidenceOfKind('walk'),
	allow: mayReadEvidence,
	async run({ reader, actor, subject }, { evidenceId }) {
		const { route } = subject.evidence.details as WalkDetails;
		return {
			id: evidenceId,
			route,
			seen: await linesIn(reader, actor, subject, {})
				.select('evidence.place_id as placeId')
				.where('evidence.walk_id', '=', evidenceId)
				.orderBy('evidence.happened_at')
				.orderBy('evidence.id')
				.execute(),
			mayAdd: mayContribute(actor, subject) === true && !subject.evidence.isWithdrawn,
		};
	},
});
