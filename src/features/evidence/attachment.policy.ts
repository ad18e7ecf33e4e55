import { mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { writerOf, type Actor } from '#kernel/actor.ts';
import type { Policy } from '#kernel/policy.ts';
import { mayChangeEvidence, mayReadEvidence, type EvidenceSubject } from './evidence.policy.ts';

/** A piece of evidence to which something is attached. */
export interface AttachingSubject extends EvidenceSubject {
	evidence: EvidenceSubject['evidence'] & { createdBy: string | null; isWithdrawn: boolean };
}

/** One attachment of it. */
export interface AttachmentSubject extends AttachingSubject {
	attachment: {
		createdBy: string | null;
		state: string;
		consent: string;
		isWithdrawn: boolean;
	};
}

/** Whoever brought the evidence in, and whoever may change it. */
export const mayAttach: Policy<AttachingSubject> = (actor, subject) => {
	const readable = mayReadEvidence(actor, subject);
	if (readable !== true) return readable;
	return isBy(actor, subject.evidence.createdBy) ? true : mayChangeEvidence(actor, subject);
};

/** Sending is going on with what one began oneself; for anyone else it is not there. */
export const maySend: Policy<AttachmentSubject> = (actor, subject) => {
	const readable = mayReadEvidence(actor, subject);
	if (readable !== true) return readable;
	return isBy(actor, subject.attachment.createdBy) ? true : 'not_found';
};

/** Whoever sent it, whoever brought the evidence in, and whoever may change that. */
export const mayChangeAttachment: Policy<AttachmentSubject> = (actor, subject) =>
	maySend(actor, subject) === true ? true : mayAttach(actor, subject);

/**
 * Whoever may read the evidence; what was withdrawn, with the evidence or by itself, only who could put it back; and where
 * those who can be recognised agreed to its use within the trajectory, nobody from outside.
 */
export const mayReadAttachment: Policy<AttachmentSubject> = (actor, subject) => {
	const readable = mayReadEvidence(actor, subject);
	if (readable !== true) return readable;
	const { attachment, evidence } = subject;
	if (attachment.state === 'erased') return 'not_found';
	if (attachment.consent === 'agreed' && mayReadInside(actor, subject) !== true) return 'not_found';
	const isHidden = attachment.isWithdrawn || evidence.isWithdrawn || attachment.state !== 'stored';
	if (isHidden && mayChangeAttachment(actor, subject) !== true) return 'not_found';
	return true;
};

function isBy(actor: Actor, writer: string | null): boolean {
	return actor.kind !== 'visitor' && writerOf(actor) === writer;
}
