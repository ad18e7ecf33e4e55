import { mayChangeEvidence } from '#features/evidence/evidence.policy.ts';
import {
	evidenceOfKind,
	recordEvidence,
	rewriteEvidence,
} from '#features/evidence/record.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { command } from '#kernel/command.server.ts';
import { placesIn } from './places.server.ts';
import { addWalkSchema, changeWalkSchema } from './walk.schema.ts';
import { walkEntry } from './walk.ts';

export const addWalk = command({
	name: 'walk.add',
	summary:
		'Stores a neighbourhood walk: its route, and who walked along by role and number. What is seen on it names it.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/wijkschouwen' },
	input: addWalkSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, { trajectoryId: _, visibility, ...filled }) {
		const places = await placesIn(tx, actor, subject);
		await recordEvidence(tx, actor, clock, {
			...walkEntry(filled, places, clock.now()),
			id: requestId,
			access: subject,
			visibility,
		});
		return { id: requestId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const changeWalk = command({
	name: 'walk.change',
	summary: 'Changes a neighbourhood walk; the former text is kept.',
	http: { method: 'PATCH', path: '/wijkschouwen/{evidenceId}' },
	input: changeWalkSchema,
	subject: evidenceOfKind('walk'),
	allow: mayChangeEvidence,
	async run({ tx, actor, clock, subject }, { evidenceId: _, version, ...filled }) {
		const places = await placesIn(tx, actor, subject, { withdrawn: true });
		const entry = walkEntry(filled, places, clock.now());
		return rewriteEvidence(tx, actor, subject, version, entry);
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});
