import { municipalityOf } from '#kernel/actor.ts';
import { nothing, query } from '#kernel/query.server.ts';
import { periodsOf } from './periods.server.ts';
import { keepsPeriods } from './retention.commands.server.ts';
import { listRemovalsSchema } from './retention.schema.ts';

const pageSize = 50;

/** The periods and the log, for whoever looks after them. */
export const readRetention = query({
	name: 'retention.read',
	summary: 'Gives how long what is kept, and what was removed, the newest first, 50 a page.',
	http: { method: 'GET', path: '/bewaartermijnen' },
	input: listRemovalsSchema,
	subject: nothing,
	allow: keepsPeriods,
	async run({ reader, actor }, { page }) {
		const municipalityId = municipalityOf(actor);
		const log = reader.selectFrom('removal').where('municipality_id', '=', municipalityId);
		const removals = await log
			.select(['id', 'at', 'kind', 'cause', 'months', 'count'])
			.orderBy('at', 'desc')
			.orderBy('id', 'desc')
			.limit(pageSize)
			.offset((page - 1) * pageSize)
			.execute();
		const { total } = await log
			.select((eb) => eb.fn.countAll<number>().as('total'))
			.executeTakeFirstOrThrow();
		return {
			periods: await periodsOf(reader, municipalityId),
			removals,
			total: Number(total),
			page,
			pageSize,
		};
	},
});
