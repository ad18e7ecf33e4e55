import * as v from 'valibot';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { isRunning } from '#features/trajectory/running.ts';
import { mayContribute, mayRead } from '#features/trajectory/trajectory.policy.ts';
import { dayOf } from '#kernel/clock.ts';
import { id, tick } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import { openQuestionsOf } from './finding-question.queries.server.ts';
import { readNeeds } from './form.queries.server.ts';
import { filterWork, worklist } from './worklist.ts';

export const listNeeds = query({
	name: 'knowledgeNeed.list',
	summary:
		'Lists what is still to be found out in a trajectory: by whom, how and by when, the latest first; and the questions about findings that nobody took up yet.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/kennisvragen' },
	input: v.object({
		trajectoryId: id(),
		/** Only what the reader's organisation finds out. */
		ours: tick(),
		/** Only what should have been found out by now. */
		late: tick(),
	}),
	subject: accessOfInput,
	allow: mayRead('analysis'),
	async run({ reader, actor, clock, subject }, { trajectoryId, ours, late }) {
		const today = dayOf(clock.now());
		const trajectory = await reader
			.selectFrom('trajectory')
			.select(['state', 'end_year as endYear'])
			.where('municipality_id', '=', actor.municipalityId)
			.where('id', '=', trajectoryId)
			.executeTakeFirstOrThrow();
		const all = worklist(await readNeeds(reader, actor.municipalityId, trajectoryId), {
			today,
			isRunning: isRunning(trajectory, today),
			organisationId: actor.kind === 'member' ? actor.organisationId : null,
		});
		return {
			needs: filterWork(all, { ours, late }),
			counts: {
				all: all.length,
				ours: all.filter(({ isOurs }) => isOurs).length,
				late: all.filter((need) => need.isLate).length,
			},
			questions: await openQuestionsOf(reader, actor.municipalityId, trajectoryId),
			may: { contribute: mayContribute(actor, subject) === true },
		};
	},
});
