import { passagesIn, readPassages } from '#features/lifeworld/passages.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute, mayRead } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { query } from '#kernel/query.server.ts';
import { citedPassages } from './cited-passages.server.ts';
import { loadFramework } from './framework.server.ts';
import { passagesOfTrajectorySchema } from './passage-finding.schema.ts';

/** What the page needs on which passages become a finding. */
export const beginPassageFinding = query({
	name: 'analysis.beginPassageFinding',
	summary: 'Marked passages, with what a finding made of them can be and where it can stand.',
	input: passagesOfTrajectorySchema,
	subject: accessOfInput,
	allow: mayContribute,
	run: async ({ reader, actor, subject }, { passageIds }) => ({
		framework: await loadFramework(reader, actor.municipalityId, subject),
		passages: await readPassages(passagesIn(reader, actor, subject, { ids: passageIds })),
	}),
});

export const usesOfPassages = query({
	name: 'analysis.usesOfPassages',
	summary: 'Gives which findings rest on which marked passages.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/passagegebruik' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayRead('analysis'),
	async run({ reader, actor, subject }) {
		const cited = await citedPassages(reader, actor, subject);
		return { items: cited.map(({ id, findingId }) => ({ passageId: id, findingId })) };
	},
});
