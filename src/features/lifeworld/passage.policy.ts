import { mayReadEvidence, type EvidenceSubject } from '#features/evidence/evidence.policy.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import type { Policy } from '#kernel/policy.ts';

/** Who marks in a source: whoever sees it and brings something in; the source itself stays as it is. */
export const mayMark: Policy<EvidenceSubject> = (actor, subject) => {
	const readable = mayReadEvidence(actor, subject);
	return readable === true ? mayContribute(actor, subject) : readable;
};
