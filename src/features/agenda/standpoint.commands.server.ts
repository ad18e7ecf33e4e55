import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { memberOf, municipalityOf, writerOf } from '#kernel/actor.ts';
import { dayOf } from '#kernel/clock.ts';
import { command } from '#kernel/command.server.ts';
import { invalidField } from '#kernel/failure.ts';
import { accessOfAgendaItem } from './agenda-item.write.server.ts';
import { mayGiveStandpoint } from './standpoint.policy.ts';
import { enterStandpointSchema, giveStandpointSchema, residents } from './standpoint.schema.ts';
import { writeStandpoint } from './standpoint.write.server.ts';

export const giveStandpoint = command({
	name: 'standpoint.give',
	summary: "Gives one's own organisation's standpoint on an agenda item, with the reason.",
	http: { method: 'PUT', path: '/agendapunten/{agendaItemId}/standpunt' },
	input: giveStandpointSchema,
	subject: accessOfAgendaItem,
	allow: mayGiveStandpoint,
	run({ tx, actor, clock, subject, requestId }, { agendaItemId, ...given }) {
		const { organisationId, membershipId } = memberOf(actor);
		const key = {
			municipalityId: municipalityOf(actor),
			trajectoryId: subject.trajectoryId,
			agendaItemId,
			organisationId,
		};
		const today = { on: dayOf(clock.now()), precision: 'day' } as const;
		const stated = {
			...given,
			origin: 'party',
			ground: '',
			gathered: null,
			people: null,
			statedOn: today,
		} as const;
		return writeStandpoint(tx, key, stated, { id: requestId, membershipId, at: clock.now() });
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const enterStandpoint = command({
	name: 'standpoint.enter',
	summary:
		"Enters a party's or the residents' standpoint on an agenda item, with the ground: a meeting, a letter.",
	http: { method: 'PUT', path: '/agendapunten/{agendaItemId}/standpunten' },
	input: enterStandpointSchema,
	subject: accessOfAgendaItem,
	allow: mayLead,
	run({ tx, actor, clock, subject, requestId }, { agendaItemId, party, ...entered }) {
		if (entered.statedOn && entered.statedOn.on > dayOf(clock.now()))
			throw invalidField('statedOn', 'future_date');
		const isResidents = party === residents;
		const key = {
			municipalityId: municipalityOf(actor),
			trajectoryId: subject.trajectoryId,
			agendaItemId,
			organisationId: isResidents ? null : party,
		};
		const stated = {
			...entered,
			origin: 'entered',
			gathered: isResidents ? entered.gathered : null,
			people: isResidents ? entered.people : null,
		} as const;
		const by = { id: requestId, membershipId: writerOf(actor), at: clock.now() };
		return writeStandpoint(tx, key, stated, by);
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});
