import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { memberOf, municipalityOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, invalidField } from '#kernel/failure.ts';
import { groupable, putInGroup, takeFromGroup, type Groupable } from './finding-group.server.ts';
import { addGroupSchema, joinGroupSchema, leaveGroupSchema } from './finding-group.schema.ts';
import { accessOfFinding, findingsTouched, refuseWithdrawn } from './finding-row.server.ts';
import { openRoundOf } from './silent-round.queries.server.ts';

export const addGroup = command({
	name: 'findingGroup.add',
	summary:
		'Groups findings that say the same under one wording. The group is a finding of its own that rests on all their sources; withdrawing it lets them stand by themselves again.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/bevindinggroepen' },
	input: addGroupSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, { text, findingIds }) {
		const { organisationId, membershipId } = memberOf(actor);
		const municipalityId = municipalityOf(actor);
		// What is written in a silent round is seen by its writer only: others would miss what is grouped.
		if (await openRoundOf(tx, municipalityId, subject.trajectoryId))
			throw new Failure('finding.silent_round', 409);
		const members = await groupable(tx, actor, subject.trajectoryId, findingIds);
		const [first] = members;
		if (!first || members.length < findingIds.length) throw invalidField('findingIds', 'unknown');
		for (const member of members) refuseMember(member, first, 'findingIds');
		const now = clock.now();
		await tx
			.insertInto('finding')
			.values({
				municipality_id: municipalityId,
				id: requestId,
				trajectory_id: subject.trajectoryId,
				kind: first.kind,
				signal_kind: first.signalKind,
				text,
				themes: [...new Set(members.flatMap(({ themes }) => themes))],
				is_group: true,
				organisation_id: organisationId,
				created_by: membershipId,
				created_at: now,
				changed_by: membershipId,
				changed_at: now,
			})
			.execute();
		await putInGroup(tx, actor, requestId, findingIds);
		return { id: requestId, version: 1, findingIds };
	},
	trajectory: (input) => input.trajectoryId,
	touches: (_input, _subject, { id, findingIds }) => findingsTouched(id, ...findingIds),
});

export const joinGroup = command({
	name: 'findingGroup.join',
	summary: 'Puts a finding in a group that says the same; it stays whole.',
	http: { method: 'PUT', path: '/bevindingen/{findingId}/groep' },
	input: joinGroupSchema,
	subject: accessOfFinding,
	allow: mayContribute,
	async run({ tx, actor, subject }, { findingId, groupId }) {
		refuseWithdrawn(subject.finding.withdrawnAt);
		const [group] = await groupable(tx, actor, subject.trajectoryId, [groupId]);
		if (!group?.isGroup) throw invalidField('groupId', 'unknown');
		if (subject.finding.groupedInto !== groupId) {
			refuseMember(subject.finding, group, 'groupId');
			await putInGroup(tx, actor, groupId, [findingId]);
		}
		return { id: findingId, groupId };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, _subject, { id, groupId }) => findingsTouched(id, groupId),
});

export const leaveGroup = command({
	name: 'findingGroup.leave',
	summary: 'Lets a finding that was grouped stand by itself again; the group stays.',
	http: { method: 'DELETE', path: '/bevindingen/{findingId}/groep' },
	input: leaveGroupSchema,
	subject: accessOfFinding,
	allow: mayContribute,
	async run({ tx, actor, subject }, { findingId }) {
		await takeFromGroup(tx, actor, findingId);
		return { id: findingId, groupId: subject.finding.groupedInto };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, _subject, { id, groupId }) => findingsTouched(id, groupId),
});

/** Groups hold no groups, a finding stands in one group at most, and all of a group is of one kind. */
function refuseMember(
	finding: Omit<Groupable, 'themes'>,
	{ kind }: Pick<Groupable, 'kind'>,
	field: string,
): void {
	if (finding.isGroup) throw invalidField(field, 'is_group');
	if (finding.groupedInto !== null) throw invalidField(field, 'in_group');
	if (finding.kind !== kind) throw invalidField(field, 'other_kind');
}
