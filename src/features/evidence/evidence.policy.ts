import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import {
	mayContribute,
	mayLead,
	mayRead,
	mayReadInside,
} from '#features/trajectory/trajectory.policy.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Policy } from '#kernel/policy.ts';

/** What policies look at: the trajectory, whose the evidence is, and who may see it. */
export interface EvidenceSubject extends TrajectoryAccess {
	evidence: { organisationId: string; visibility: string };
}

/** Everyone for what is public; whoever reads inside the trajectory; what an organisation keeps, only itself. */
export const mayReadEvidence: Policy<EvidenceSubject> = (actor, subject) => {
	const { visibility } = subject.evidence;
	if (visibility === 'public') return mayRead('any')(actor, subject);
	if (visibility === 'organisation' && !isOwn(actor, subject)) return 'not_found';
	return mayReadInside(actor, subject);
};

/** The organisation that brought it in, and whoever leads the trajectory. */
export const mayChangeEvidence: Policy<EvidenceSubject> = (actor, subject) => {
	const readable = mayReadEvidence(actor, subject);
	if (readable !== true) return readable;
	const verdict = mayContribute(actor, subject);
	if (verdict !== true) return verdict;
	return isOwn(actor, subject) || mayLead(actor, subject) === true ? true : 'evidence.not_own';
};

/** Whether it belongs to the actor's own organisation. */
export function isOwn(actor: Actor, { evidence }: EvidenceSubject): boolean {
	return actor.kind === 'member' && actor.organisationId === evidence.organisationId;
}
