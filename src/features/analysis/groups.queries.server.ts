import * as v from 'valibot';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { id } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import { groupedIn } from './finding-members.server.ts';
import { findingsOf } from './finding.queries.server.ts';
import { loadFramework } from './framework.server.ts';
import { likelyTwins } from './twins.ts';

export const listGroups = query({
	name: 'findingGroup.list',
	summary:
		'Lists the groups of findings with what is grouped in each, and findings that may say the same: a suggestion by their words, for people to decide.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/bevindinggroepen' },
	input: v.object({ trajectoryId: id() }),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor, subject }) {
		const { trajectoryId } = subject;
		const all = await findingsOf(reader, municipalityOf(actor), trajectoryId);
		const members = await groupedIn(reader, actor.municipalityId, trajectoryId);
		return {
			groups: all
				.filter(({ isGroup }) => isGroup)
				.map((group) => ({
					...group,
					members: members.filter(({ groupId }) => groupId === group.id),
				})),
			likely: likelyTwins(all.filter(({ isGroup }) => !isGroup)),
			framework: await loadFramework(reader, actor.municipalityId, subject),
			may: { contribute: mayContribute(actor, subject) === true },
		};
	},
});
