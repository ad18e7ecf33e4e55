import type { Member } from './actor.ts';

const keepFor = 10_000;
const most = 10_000;

/** Sessions that were looked up lately, so that most requests need no query of their own. The oldest goes first. */
const known = new Map<string, { member: Member; until: number }>();

/** Who held this session (the digest in hex) at most ten seconds ago; every transaction checks that it still holds. */
export function remembered(session: string, now: Date): Member | undefined {
	const found = known.get(session);
	if (found && found.until > now.getTime()) return found.member;
	known.delete(session);
	return undefined;
}

/** Remembers who holds a session. */
export function remember(session: string, member: Member, now: Date): void {
	known.set(session, { member, until: now.getTime() + keepFor });
	if (known.size > most) known.delete(known.keys().next().value as string);
}

/** Forgets a session that turned out to have ended, or whose member changed. */
export function forget(session: string): void {
	known.delete(session);
}
