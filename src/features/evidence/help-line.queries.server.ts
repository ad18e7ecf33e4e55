import * as v from 'valibot';
import { municipalityOf } from '#kernel/actor.ts';
import { anyone } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';

/** What a municipality added to `content/help-in-danger.json`: for everyone who may write something, residents as well. */
export const listHelpLines = query({
	name: 'helpLine.list',
	summary: 'Lists where to turn in this municipality when there are worries about somebody.',
	http: { method: 'GET', path: '/hulplijnen' },
	input: v.object({}),
	subject: nothing,
	allow: anyone,
	async run({ reader, actor }) {
		const lines = await reader
			.selectFrom('help_line')
			.select(['id', 'name', 'purpose as when', 'phone', 'version', 'withdrawn_at as withdrawnAt'])
			.where('municipality_id', '=', municipalityOf(actor))
			.orderBy('created_at')
			.orderBy('id')
			.execute();
		return {
			lines: lines.filter(({ withdrawnAt }) => withdrawnAt === null),
			withdrawn: lines.filter(({ withdrawnAt }) => withdrawnAt !== null),
		};
	},
});
