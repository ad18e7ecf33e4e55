import { mayChangeEvidence } from '#features/evidence/evidence.policy.ts';
import {
	evidenceOfKind,
	recordEvidence,
	rewriteEvidence,
} from '#features/evidence/record.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { command } from '#kernel/command.server.ts';
import { addObservationSchema, changeObservationSchema } from './observation.schema.ts';
import { observationEntry } from './observation.ts';
import { checkWalk, spotOf } from './spot.server.ts';

export const addObservation = command({
	name: 'observation.add',
	summary: 'Stores what somebody saw at a place.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/waarnemingen' },
	input: addObservationSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run(
		{ tx, actor, clock, subject, requestId },
		{ trajectoryId, visibility, walkId, ...filled },
	) {
		await checkWalk(tx, actor, trajectoryId, walkId);
		const where = await spotOf(tx, actor, subject, filled);
		const entry = observationEntry(filled, where, clock.now());
		await recordEvidence(tx, actor, clock, {
			...entry,
			id: requestId,
			access: subject,
			visibility,
			walkId,
		});
		return { id: requestId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const changeObservation = command({
	name: 'observation.change',
	summary: 'Changes an observation; the former text is kept.',
	http: { method: 'PATCH', path: '/waarnemingen/{evidenceId}' },
	input: changeObservationSchema,
	subject: evidenceOfKind('observation'),
	allow: mayChangeEvidence,
	async run({ tx, actor, clock, subject }, { evidenceId: _, version, ...filled }) {
		const where = await spotOf(tx, actor, subject, filled);
		const entry = observationEntry(filled, where, clock.now());
		return rewriteEvidence(tx, actor, subject, version, entry);
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});
