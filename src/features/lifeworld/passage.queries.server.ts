import { themesOf } from '#features/content/themes.server.ts';
import { mayReadEvidence } from '#features/evidence/evidence.policy.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute, mayRead } from '#features/trajectory/trajectory.policy.ts';
import { notFound } from '#kernel/failure.ts';
import { query } from '#kernel/query.server.ts';
import { listPassagesSchema, passageIdSchema } from './passage.schema.ts';
import { passageOfInput, passagesIn, readPassages } from './passages.server.ts';

/** How many passages a page of the list holds. */
const pageSize = 30;

export const listPassages = query({
	name: 'passage.list',
	summary:
		'Lists what was marked in the sources of a trajectory, newest first, 30 a page: by theme, risk or protection, quotes.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/passages' },
	input: listPassagesSchema,
	subject: accessOfInput,
	allow: mayRead('any'),
	async run({ reader, actor, subject }, { page, ...filter }) {
		const matching = passagesIn(reader, actor, subject, filter);
		const { total } = await matching
			.select((eb) => eb.fn.countAll<number>().as('total'))
			.executeTakeFirstOrThrow();
		return {
			items: await readPassages(passagesIn(reader, actor, subject, filter), {
				limit: pageSize,
				offset: (page - 1) * pageSize,
			}),
			total: Number(total),
			page,
			pageSize,
			themes: await themesOf(reader, actor.municipalityId, subject),
			may: { mark: mayContribute(actor, subject) === true },
		};
	},
});

export const readPassage = query({
	name: 'passage.read',
	summary: 'Gives one marked passage with its source.',
	http: { method: 'GET', path: '/passages/{passageId}' },
	input: passageIdSchema,
	subject: passageOfInput,
	allow: mayReadEvidence,
	async run({ reader, actor, subject }, { passageId }) {
		const found = passagesIn(reader, actor, subject, { ids: [passageId], withdrawn: true });
		const [passage] = await readPassages(found);
		if (!passage) throw notFound();
		return { ...passage, trajectoryId: subject.trajectoryId };
	},
});
