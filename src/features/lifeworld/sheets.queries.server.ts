import * as v from 'valibot';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { id } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import { guideOf, sheetsIn, stackOf } from './sheets.server.ts';

export const listSheets = query({
	name: 'conversation.sheets',
	summary:
		'Gives the stacks of paper sheets that were entered, and of one of them every sheet with its number, newest first.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/stapels' },
	input: v.object({
		trajectoryId: id(),
		stack: v.optional(v.pipe(v.string(), v.maxLength(80)), ''),
	}),
	subject: accessOfInput,
	allow: mayContribute,
	async run({ reader, actor, subject }, { stack }) {
		const stacks = await sheetsIn(reader, actor, subject)
			.clearSelect()
			.clearOrderBy()
			.select((eb) => [
				eb.fn.max('evidence.created_at').as('last'),
				eb.fn.countAll<number>().as('count'),
			])
			.select([stackOf.as('stack'), guideOf.as('guide')])
			.groupBy([stackOf, guideOf])
			.orderBy('last', 'desc')
			.execute();
		const sheets = stack === '' ? [] : await sheetsIn(reader, actor, subject, stack).execute();
		const numbers = sheets.flatMap(({ sheet }) => sheet ?? []);
		return {
			stacks: stacks.map((one) => ({ ...one, count: Number(one.count) })),
			sheets,
			/** The number after the highest that was entered. */
			next: Math.max(0, ...numbers) + 1,
		};
	},
});
