import type { Language } from '#locales/messages.ts';
import { Failure, notFound } from './failure.ts';

/** Someone without a session here: a resident, or a colleague of another municipality. */
export interface Visitor {
	kind: 'visitor';
	/** The municipality whose public pages are read; null where there is none yet (signing in). */
	municipalityId: string | null;
	language: Language;
	/** Where the request came from, for rate limits. */
	address: string;
}

/** Someone who signed in, in what they are here: one membership. */
export interface Member {
	kind: 'member';
	municipalityId: string;
	municipalitySlug: string;
	municipalityName: string;
	membershipId: string;
	personId: string;
	organisationId: string;
	organisationName: string;
	role: string;
	name: string;
	language: Language;
	via: 'browser' | 'token';
	/**
	 * The digest of the session, in hex: every transaction checks that it still holds. Null only where there is no session:
	 * members that tests and the example act as.
	 */
	session: string | null;
}

/** The program itself: jobs, the example, the command line. Its commands are audited without a person. */
export interface System {
	kind: 'system';
	municipalityId: string;
	language: Language;
}

export type Actor = Visitor | Member | System;

/** The municipality it is about. Throws `not_found` for a visitor who is nowhere yet. */
export function municipalityOf(actor: Actor): string {
	if (actor.municipalityId === null) throw notFound();
	return actor.municipalityId;
}

/** In whose name something is written: the membership, or null for the program itself. */
export function writerOf(actor: Actor): string | null {
	return actor.kind === 'member' ? actor.membershipId : null;
}

/** The member who acts, for what is always done on behalf of an organisation. Throws `role_not_allowed` for anyone else. */
export function memberOf(actor: Actor): Member {
	if (actor.kind !== 'member') throw new Failure('role_not_allowed', 403);
	return actor;
}
