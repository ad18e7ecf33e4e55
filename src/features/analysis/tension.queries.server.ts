import * as v from 'valibot';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { id } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import { readForm } from './form.queries.server.ts';
import { whoMayFindOut } from './knowledge-need.write.server.ts';
import { answersOf, tensionsOf } from './tension.server.ts';

export const listTensions = query({
	name: 'tension.list',
	summary:
		'Lists the themes of a trajectory where figures and stories point in opposite directions, with what people said about it.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/tegenspraken' },
	input: v.object({ trajectoryId: id() }),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor, subject }) {
		const form = await readForm(reader, actor, subject);
		const may = { contribute: mayContribute(actor, subject) === true };
		return {
			tensions: await tensionsOf(reader, actor, subject, form),
			answers: await answersOf(reader, municipalityOf(actor), subject.trajectoryId),
			framework: form.framework,
			organisations: may.contribute ? await whoMayFindOut(reader, actor, subject) : [],
			may,
		};
	},
});
