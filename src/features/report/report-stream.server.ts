import { PresenceBoard } from '#features/trajectory/presence.server.ts';
import type { Member } from '#kernel/actor.ts';
import type { Stream } from '#kernel/event-stream.server.ts';
import { theProgram } from '#kernel/program.server.ts';

let board: PresenceBoard | null = null;

/** Who is writing where in reports, as this process knows it; made when the first one listens. */
function theBoard(): PresenceBoard {
	if (board) return board;
	const { live } = theProgram();
	const made = new PresenceBoard(live.publish);
	live.listen((message) => {
		if (message?.kind === 'presence') made.hear(message);
	});
	return (board = made);
}

interface Writer {
	member: Member;
	tab: string;
	trajectoryId: string;
	/** The key of the section that is on the screen; null on the overview. */
	place: string | null;
}

/** Lets a stream tell that the trajectory changed and who is in which section; gives what ends it. */
export function joinReport(
	{ member, tab, trajectoryId, place }: Writer,
	{ send }: Stream,
): () => void {
	// The form and the report are two rooms: who reads the one is not in the other.
	const room = `${trajectoryId}/verslag`;
	const presence = theBoard();
	const leave = presence.join(member, { trajectoryId: room, tab }, (all) =>
		send('presence', JSON.stringify(all)),
	);
	presence.move(member, room, tab, place);
	const forget = theProgram().live.listen((message) => {
		if (message === null) return send('gap', '{}');
		if (message.kind !== 'change' || message.trajectoryId !== trajectoryId) return;
		if (message.municipalityId !== member.municipalityId) return;
		const { command, requestId } = message;
		send('change', JSON.stringify({ command, requestId }));
	});
	return () => {
		forget();
		leave();
	};
}
