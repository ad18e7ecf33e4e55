import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { command } from '#kernel/command.server.ts';
import { invalid } from '#kernel/failure.ts';
import { releaseMembers, takeMembersBack } from './finding-group.server.ts';
import {
	accessOfFinding,
	findingsTouched,
	refuseWithdrawn,
	updateFinding,
} from './finding-row.server.ts';
import {
	addFindingSchema,
	changeFindingSchema,
	moveFindingSchema,
	restoreFindingSchema,
	withdrawFindingSchema,
} from './finding.schema.ts';
import { insertFinding, refuseMisplaced } from './finding.write.server.ts';
import { loadFramework } from './framework.server.ts';
import { placeProblems } from './place.ts';

export const addFinding = command({
	name: 'finding.add',
	summary:
		'Adds a finding to the analysis form: a risk factor, a protective factor or a signal, with the sources it rests on.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/bevindingen' },
	input: addFindingSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, { trajectoryId: _, ...finding }) {
		await insertFinding({ tx, actor, clock, subject }, { id: requestId, ...finding });
		return { id: requestId, version: 1 };
	},
	trajectory: (input) => input.trajectoryId,
});

export const changeFinding = command({
	name: 'finding.change',
	summary: 'Changes the text, kind and themes of a finding; its former version is kept.',
	http: { method: 'PATCH', path: '/bevindingen/{findingId}' },
	input: changeFindingSchema,
	subject: accessOfFinding,
	allow: mayContribute,
	async run({ tx, actor, clock, subject }, input) {
		refuseWithdrawn(subject.finding.withdrawnAt);
		await refuseMisplaced(tx, actor, subject, input);
		const { kind, signalKind, text, themes } = input;
		return updateFinding({ tx, actor, clock }, input, {
			kind,
			signal_kind: signalKind,
			text,
			themes,
		});
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, { finding }) => findingsTouched(finding.id, finding.groupedInto),
});

export const moveFinding = command({
	name: 'finding.move',
	summary: 'Moves a finding to another theme or column; its text stays as it is.',
	http: { method: 'PUT', path: '/bevindingen/{findingId}/plaats' },
	input: moveFindingSchema,
	subject: accessOfFinding,
	allow: mayContribute,
	async run({ tx, actor, clock, subject }, input) {
		const { kind, signalKind, theme } = input;
		refuseWithdrawn(subject.finding.withdrawnAt);
		const problems = placeProblems(await loadFramework(tx, actor.municipalityId, subject), {
			kind,
			signalKind,
			themes: [theme],
		});
		if (problems.length > 0)
			throw invalid(
				problems.map((one) => (one.path === 'themes' ? { ...one, path: 'theme' } : one)),
			);
		const others = subject.finding.themes.slice(1).filter((one) => one !== theme);
		return updateFinding({ tx, actor, clock }, input, {
			kind,
			signal_kind: signalKind,
			themes: [theme, ...others],
		});
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, { finding }) => findingsTouched(finding.id, finding.groupedInto),
});

export const withdrawFinding = command({
	name: 'finding.withdraw',
	summary:
		'Takes a finding out of the form, with a reason; it can be restored. What was grouped in it stands by itself again.',
	http: { method: 'POST', path: '/bevindingen/{findingId}/intrekking' },
	input: withdrawFindingSchema,
	subject: accessOfFinding,
	allow: mayContribute,
	async run({ tx, actor, clock, subject }, input) {
		const { id, isGroup, withdrawnAt } = subject.finding;
		refuseWithdrawn(withdrawnAt);
		const changed = await updateFinding({ tx, actor, clock }, input, {
			withdrawn_at: clock.now(),
			withdrawn_reason: input.reason,
		});
		// What was grouped in it stands by itself again.
		return { ...changed, released: isGroup ? await releaseMembers(tx, actor, id) : [] };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, { finding }, { id, released }) =>
		findingsTouched(id, finding.groupedInto, ...released),
});

export const restoreFinding = command({
	name: 'finding.restore',
	summary: 'Puts a withdrawn finding back into the form; a group with all that was grouped in it.',
	http: { method: 'POST', path: '/bevindingen/{findingId}/herstel' },
	input: restoreFindingSchema,
	subject: accessOfFinding,
	allow: mayContribute,
	async run({ tx, actor, clock, subject }, input) {
		const { id, version, withdrawnAt, isGroup } = subject.finding;
		if (!withdrawnAt) return { id, version, grouped: [] };
		const changed = await updateFinding({ tx, actor, clock }, input, {
			withdrawn_at: null,
			withdrawn_reason: '',
		});
		return { ...changed, grouped: isGroup ? await takeMembersBack(tx, actor, id) : [] };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
	touches: (_input, { finding }, { id, grouped }) =>
		findingsTouched(id, finding.groupedInto, ...grouped),
});
