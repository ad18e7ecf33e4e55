import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayRead } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { query } from '#kernel/query.server.ts';
import { currentGuides } from './guides.server.ts';

export const getGuides = query({
	name: 'guide.get',
	summary:
		'Gives the conversation guides, and the names of what an observation can be marked with.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/gesprekswijzers' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	// Whoever reads anything here: the guides are method, not what people said.
	allow: mayRead('any'),
	run: ({ reader, actor }) => currentGuides(reader, actor.municipalityId as string),
});
