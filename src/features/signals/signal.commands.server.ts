import type { SignalDetails } from '#features/evidence/evidence-details.schema.ts';
import { mayChangeEvidence } from '#features/evidence/evidence.policy.ts';
import {
	evidenceOfKind,
	recordEvidence,
	rewriteEvidence,
} from '#features/evidence/record.server.ts';
import { spotOf } from '#features/lifeworld/spot.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { memberOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { addSignalSchema, changeSignalSchema } from './signal.schema.ts';
import { signalEntry } from './signal.ts';
import { openSignal } from './signal.write.server.ts';

export const addSignal = command({
	name: 'signal.add',
	summary:
		'Hands in a signal about a place or a pattern; it stands on the agenda of the next meeting of the core group.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/signalen' },
	input: addSignalSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId: id }, input) {
		const { trajectoryId, visibility, aboutOnePerson: _, ...filled } = input;
		const where = await spotOf(tx, actor, subject, filled);
		const entry = signalEntry(filled, where, clock.now());
		await recordEvidence(tx, actor, clock, { ...entry, id, access: subject, visibility });
		const { municipalityId, organisationId } = memberOf(actor);
		await openSignal(tx, { municipalityId, id, trajectoryId, at: clock.now() }, organisationId);
		return { id };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const changeSignal = command({
	name: 'signal.change',
	summary: 'Changes what a signal says; the former text is kept.',
	http: { method: 'PATCH', path: '/signalen/{evidenceId}' },
	input: changeSignalSchema,
	subject: evidenceOfKind('signal'),
	allow: mayChangeEvidence,
	async run({ tx, actor, clock, subject }, { evidenceId: _, version, ...filled }) {
		const before = subject.evidence.details as SignalDetails;
		const where = await spotOf(tx, actor, subject, filled);
		const entry = signalEntry(filled, where, clock.now(), before);
		return rewriteEvidence(tx, actor, subject, version, entry);
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});
