import { municipalityOf } from '#kernel/actor.ts';
import { anyone } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';
import { mayAdaptFrameworks } from './framework.policy.ts';
import { frameworkPairSchema } from '#features/analysis/theme-mapping.schema.ts';
import { mappingBetween, shippedMappings } from '#features/analysis/theme-mapping.server.ts';

export const readMapping = query({
	name: 'themeMapping.list',
	summary: 'Says how the themes of two versions of frameworks relate.',
	http: { method: 'GET', path: '/kaders/{frameworkId}/koppelingen' },
	input: frameworkPairSchema,
	subject: nothing,
	// Everyone, like the frameworks themselves: public analyses are read beside each other along it.
	allow: anyone,
	async run({ reader, actor }, { frameworkId, otherId }) {
		const mapping = await mappingBetween(reader, municipalityOf(actor), frameworkId, otherId);
		const isShipped = mapping.pairs.some(({ by }) => by === 'shipped');
		return {
			...mapping,
			/** Where the program's own pairs come from, when there are any. */
			sources: isShipped ? shippedMappings.map(({ source }) => source) : [],
			may: { adapt: mayAdaptFrameworks(actor, null) === true },
		};
	},
});
