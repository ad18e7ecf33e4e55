import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayLead, mayRead } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { dayOf } from '#kernel/clock.ts';
import { isoOf } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import type { Which } from '#server/database/rows.ts';
import { agendaItemsOf } from './agenda-item.queries.server.ts';
import type { MomentBody, MomentState, Purpose } from './moment.schema.ts';

/** A moment with those politically responsible. */
export interface PoliticalMoment {
	id: string;
	version: number;
	body: MomentBody;
	bodyNote: string;
	purpose: Purpose;
	about: string;
	/** ISO text as precise as it is known; null when no date is known. */
	heldOn: string | null;
	state: MomentState;
	stateReason: string;
	/** The date it had before it was moved. */
	movedFrom: string | null;
	outcome: string;
	agendaItemIds: string[];
	withdrawnReason: string;
	/** How often it was changed and when last, for calendars: `createdAt` is what they know it by. */
	createdAt: Date;
}

/** The moments of a trajectory in the order of time, those without a date last. */
export async function momentsOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	which: Which = 'standing',
): Promise<PoliticalMoment[]> {
	const rows = await reader
		.selectFrom('political_moment as m')
		.select(['m.id', 'm.version', 'm.body_note as bodyNote', 'm.about', 'm.outcome'])
		.select((eb) => [
			eb.ref('m.body').$castTo<MomentBody>().as('body'),
			eb.ref('m.purpose').$castTo<Purpose>().as('purpose'),
			eb.ref('m.state').$castTo<MomentState>().as('state'),
			eb
				.selectFrom('political_moment_item as l')
				.whereRef('l.municipality_id', '=', 'm.municipality_id')
				.whereRef('l.political_moment_id', '=', 'm.id')
				.select((agg) => agg.fn.agg<string[] | null>('array_agg', ['l.agenda_item_id']).as('ids'))
				.as('agendaItemIds'),
		])
		.select(['m.held_on', 'm.held_precision', 'm.moved_from', 'm.moved_from_precision'])
		.select(['m.state_reason as stateReason', 'm.withdrawn_reason as withdrawnReason'])
		.select('m.created_at as createdAt')
		.where('m.municipality_id', '=', municipalityId)
		.where('m.trajectory_id', '=', trajectoryId)
		.where('m.withdrawn_at', which === 'standing' ? 'is' : 'is not', null)
		.orderBy('m.held_on', (order) => order.asc().nullsLast())
		.orderBy('m.id')
		.execute();
	return rows.map(({ held_on, held_precision, moved_from, moved_from_precision, ...row }) => ({
		...row,
		agendaItemIds: row.agendaItemIds ?? [],
		heldOn: isoOf(held_on, held_precision),
		movedFrom: isoOf(moved_from, moved_from_precision),
	}));
}

export const readCalendar = query({
	name: 'politicalMoment.list',
	summary:
		'The moments at which the process comes back to those politically responsible, in order of time.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/politieke-momenten' },
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayRead('agenda'),
	async run({ reader, actor, clock, subject }, { trajectoryId }) {
		const municipalityId = municipalityOf(actor);
		const items = await agendaItemsOf(reader, municipalityId, trajectoryId);
		const lead = mayLead(actor, subject) === true;
		return {
			moments: await momentsOf(reader, municipalityId, trajectoryId),
			withdrawn: lead ? await momentsOf(reader, municipalityId, trajectoryId, 'withdrawn') : [],
			items: items.map(({ id, title }) => ({ id, title })),
			today: dayOf(clock.now()),
			/** Anyone may read it, so a calendar program can follow it by its address. */
			isPublic: subject.publicParts.includes('agenda'),
			may: { lead },
		};
	},
});
