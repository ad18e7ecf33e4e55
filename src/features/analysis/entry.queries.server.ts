import * as v from 'valibot';
import { citedLines } from '#features/evidence/evidence-lines.server.ts';
import { accessOfInput, loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayContribute, mayRead } from '#features/trajectory/trajectory.policy.ts';
import { notFound } from '#kernel/failure.ts';
import { id } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import { loadFramework } from './framework.server.ts';

/** What a page needs to add something to the form; only for whoever may. */
export const beginEntry = query({
	name: 'analysis.beginEntry',
	summary: 'The framework of a trajectory and the sources to begin with, for whoever may write.',
	input: v.object({ trajectoryId: id(), evidenceIds: v.optional(v.array(id()), []) }),
	subject: accessOfInput,
	allow: mayContribute,
	run: async ({ reader, actor, subject }, { evidenceIds }) => ({
		framework: await loadFramework(reader, actor.municipalityId, subject),
		sources: await citedLines(reader, actor, subject, evidenceIds),
	}),
});

/** For its page: a program reads the whole form (`analysis.form`). */
export const readProvision = query({
	name: 'provision.read',
	summary: 'One line of the analysis of provision, with the framework.',
	input: v.object({ provisionId: id() }),
	subject: (reader, { provisionId }, actor) =>
		loadAccessOfRow(reader, 'provision', provisionId, actor),
	allow: mayRead('analysis'),
	async run({ reader, actor, subject }, { provisionId }) {
		const provision = await reader
			.selectFrom('provision')
			.select(['id', 'theme', 'standing', 'form', 'text', 'version'])
			.select(['withdrawn_at as withdrawnAt', 'withdrawn_reason as withdrawnReason'])
			.where('municipality_id', '=', actor.municipalityId)
			.where('id', '=', provisionId)
			.executeTakeFirstOrThrow(() => notFound());
		return {
			provision,
			framework: await loadFramework(reader, actor.municipalityId, subject),
			may: { contribute: mayContribute(actor, subject) === true },
		};
	},
});
