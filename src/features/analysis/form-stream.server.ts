import { PresenceBoard } from '#features/trajectory/presence.server.ts';
import { memberOf, type Actor, type Member } from '#kernel/actor.ts';
import { Failure } from '#kernel/failure.ts';
import { isId } from '#kernel/id.ts';
import { theProgram } from '#kernel/program.server.ts';
import type { Stream } from '#kernel/event-stream.server.ts';
import { FormLive } from './form-live.server.ts';

/** How many forms one member may have open at once at one copy of the program. */
const mostStreams = 12;
/** How often one member may say where they are, per ten seconds. */
const mostMoves = 60;
const moveWindow = 10_000;

interface Listening {
	form: FormLive;
	presence: PresenceBoard;
	/** Open streams per membership. */
	streams: Map<string, number>;
	/** Moves per membership since the window began. */
	moves: Map<string, number>;
	windowBegan: number;
}

let listening: Listening | null = null;

/** What keeps forms on screen up to date in this process, made when the first one is opened. */
function theListening(): Listening {
	if (listening) return listening;
	const { kernel, live } = theProgram();
	const form = new FormLive(kernel);
	const presence = new PresenceBoard(live.publish);
	live.listen((message) => {
		if (message?.kind === 'presence') presence.hear(message);
		else form.hear(message);
	});
	listening = { form, presence, streams: new Map(), moves: new Map(), windowBegan: 0 };
	return listening;
}

/** Refuses a tab without a name, and a member who has too many forms open; before the stream begins. */
export function checkStream(actor: Actor, tab: string | null): { member: Member; tab: string } {
	const member = memberOf(actor);
	if (tab === null || !isId(tab)) throw new Failure('not_found', 404);
	const open = theListening().streams.get(member.membershipId) ?? 0;
	if (open >= mostStreams) throw new Failure('too_many_requests', 429);
	return { member, tab };
}

/** Lets a stream tell what changes in a form and who is there; gives what ends it. */
export function joinForm(
	{ member, tab, trajectoryId }: { member: Member; tab: string; trajectoryId: string },
	{ send, close }: Stream,
): () => void {
	const { form, presence, streams } = theListening();
	const { membershipId } = member;
	streams.set(membershipId, (streams.get(membershipId) ?? 0) + 1);
	const leaveForm = form.join({ actor: member, trajectoryId, send, close });
	const leavePresence = presence.join(member, { trajectoryId, tab }, (all) =>
		send('presence', JSON.stringify(all)),
	);
	// From here on nothing is missed: what was there before, the listener asks for now.
	send('hello', '{}');
	return () => {
		leaveForm();
		leavePresence();
		const left = (streams.get(membershipId) ?? 1) - 1;
		if (left > 0) streams.set(membershipId, left);
		else streams.delete(membershipId);
	};
}

/** Says that a member is in another cell, or in none. Throws `too_many_requests` for who says so all the time. */
export function moveInForm(
	member: Member,
	trajectoryId: string,
	{ tab, place }: { tab: string; place: string | null },
): void {
	const { presence, moves } = theListening();
	const now = Date.now();
	const state = theListening();
	if (now - state.windowBegan > moveWindow) {
		moves.clear();
		state.windowBegan = now;
	}
	const times = (moves.get(member.membershipId) ?? 0) + 1;
	moves.set(member.membershipId, times);
	if (times > mostMoves) throw new Failure('too_many_requests', 429);
	presence.move(member, trajectoryId, tab, place);
}
