import * as v from 'valibot';
import { bodies } from '#features/agenda/decision.schema.ts';
import { momentsOf } from '#features/agenda/moment.queries.server.ts';
import { agendaSupportOf } from '#features/agenda/standpoint.queries.server.ts';
import { supportOf } from '#features/agenda/support.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { choice, id } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import { languages } from '#locales/messages.ts';
import { proposalModel } from './proposal-model.ts';
import type { ProposalData } from './proposal.ts';
import { reportData } from './report-data.server.ts';

export const readProposal = query({
	name: 'proposal.read',
	summary:
		'A proposal to executive or council as a document, made from the agenda, its evidence, support and calendar.',
	input: v.object({
		trajectoryId: id(),
		body: choice(bodies),
		/** The items that go in; all that stand when left out. */
		agendaItemIds: v.optional(v.array(id()), []),
		taal: v.optional(v.picklist(languages, 'choose')),
	}),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor, clock, subject }, { trajectoryId, body, agendaItemIds, taal }) {
		const report = await reportData({ reader, actor, clock, subject });
		const { parties, standpoints } = await agendaSupportOf(reader, actor, subject);
		const standing = report.agenda?.items ?? [];
		const items = standing.filter(
			(item) => agendaItemIds.length === 0 || agendaItemIds.includes(item.id),
		);
		const data: ProposalData = {
			body,
			report,
			items,
			parties,
			support: new Map(items.map((item) => [item.id, supportOf(item.id, parties, standpoints)])),
			moments: await momentsOf(reader, municipalityOf(actor), trajectoryId),
			publicParts: subject.publicParts,
		};
		return {
			model: proposalModel(data, taal ?? actor.language),
			choices: standing.map((item) => ({ id: item.id, title: item.title })),
			chosen: items.map((item) => item.id),
		};
	},
});
