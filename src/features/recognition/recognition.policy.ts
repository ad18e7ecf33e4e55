import {
	mayContribute,
	mayLead,
	mayRead,
	mayReadInside,
} from '#features/trajectory/trajectory.policy.ts';
import type { Policy } from '#kernel/policy.ts';

interface Access {
	publicParts: string[];
	tasks: string[];
}

/** The page for residents: everyone as soon as it is on the site; whoever reads inside also before. */
export const mayReadRecognition: Policy<Access> = mayRead('recognition');

/** Residents, without an account, where the page is on the site; and whoever brings something in, for a resident. */
export const mayReact: Policy<Access> = (actor, access) => {
	if (actor.kind !== 'visitor') return mayContribute(actor, access);
	return access.publicParts.includes('recognition') ? true : 'trajectory.not_public';
};

/** Whoever leads, and the residents' own representatives: those who judge words of residents. */
export const mayModerate: Policy<Access> = (actor, access) => {
	const verdict = mayLead(actor, access);
	if (verdict === true || actor.kind !== 'member') return verdict;
	if (actor.role !== 'resident_representative') return verdict;
	return mayReadInside(actor, access);
};
