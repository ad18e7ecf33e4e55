import type { Member } from '#kernel/actor.ts';
import type { LiveMessage, Presence as Message } from '#kernel/program.server.ts';
import { presenceFor, type Presence, type Whereabouts } from './presence.ts';

/** Who is where is told at most this often, in milliseconds. */
const tellEvery = 500;
/** Every copy says again who listens at it; whoever was not named for three times is gone with their copy. */
const sayAgainEvery = 60_000;
const forgottenAfter = 3 * sayAgainEvery;

interface Here extends Whereabouts {
	heardAt: number;
	/** Null when another copy of the program has the stream. */
	tell: ((presence: Presence) => void) | null;
}

interface Room {
	municipalityId: string;
	people: Map<string, Here>;
	timer: ReturnType<typeof setTimeout> | null;
}

/**
 * Who has a trajectory on screen, and where in it: kept in memory while streams are open, told between copies of the
 * program over the live channel, stored nowhere. To those present it tells organisations, never people.
 */
export class PresenceBoard {
	readonly #publish: (message: LiveMessage) => void;
	readonly #rooms = new Map<string, Room>();
	readonly #timer: ReturnType<typeof setInterval>;

	constructor(publish: (message: LiveMessage) => void) {
		this.#publish = publish;
		this.#timer = setInterval(() => this.#sayAgain(), sayAgainEvery);
		this.#timer.unref();
	}

	/** Somebody listens: `tell` is called with who is there. Gives the function that takes them away. */
	join(
		actor: Member,
		{ trajectoryId, tab }: { trajectoryId: string; tab: string },
		tell: (presence: Presence) => void,
	): () => void {
		const isFirst = !this.#rooms.has(trajectoryId);
		const room = this.#rooms.get(trajectoryId) ?? {
			municipalityId: actor.municipalityId,
			people: new Map(),
			timer: null,
		};
		this.#rooms.set(trajectoryId, room);
		const { membershipId, organisationName } = actor;
		const here: Here = {
			...{ tab, membershipId, organisationName, tell },
			place: room.people.get(keyOf({ tab, membershipId }))?.place ?? null,
			heardAt: Date.now(),
		};
		room.people.set(keyOf(here), here);
		this.#schedule(room);
		const message = { trajectoryId, municipalityId: room.municipalityId, ...here };
		this.#say(message, 'here');
		if (isFirst) this.#say(message, 'who');
		return () => {
			if (room.people.get(keyOf(here)) !== here) return;
			this.#say({ ...message, place: null }, 'left');
			this.#remove(trajectoryId, room, keyOf(here));
		};
	}

	/** Somebody went elsewhere; `place` is null when nowhere in particular. Ignored for who does not listen anywhere. */
	move(actor: Member, trajectoryId: string, tab: string, place: string | null): void {
		const { municipalityId, membershipId, organisationName } = actor;
		const message = { municipalityId, membershipId, organisationName, trajectoryId, tab, place };
		this.#say(message, 'moved');
	}

	/** What any copy of the program told, this one included. */
	hear(message: Message): void {
		const { trajectoryId, municipalityId, what, ...one } = message;
		const room = this.#rooms.get(trajectoryId);
		if (!room || room.municipalityId !== municipalityId) return;
		if (what === 'who') return this.#sayWhoListens(trajectoryId, room);
		const known = room.people.get(keyOf(one));
		// Streams of this copy end here, whatever is heard late about an earlier one of the same tab.
		if (what === 'left') {
			if (known && !known.tell) this.#remove(trajectoryId, room, keyOf(one));
			return;
		}
		if (what === 'moved' && !known) return;
		if (known?.tell && what === 'here') return;
		const { tab, membershipId, organisationName, place } = one;
		const heardAt = Date.now();
		if (known) Object.assign(known, { place, heardAt });
		else
			room.people.set(keyOf(one), {
				...{ tab, membershipId, organisationName, place, heardAt },
				tell: null,
			});
		this.#schedule(room);
	}

	stop(): void {
		clearInterval(this.#timer);
	}

	#say(one: Omit<Message, 'kind' | 'what'>, what: Message['what']): void {
		const { municipalityId, trajectoryId, tab, membershipId, organisationName, place } = one;
		const who = { municipalityId, trajectoryId, tab, membershipId, organisationName, place };
		this.#publish({ kind: 'presence', what, ...who });
	}

	#sayWhoListens(trajectoryId: string, { municipalityId, people }: Room): void {
		for (const one of people.values())
			if (one.tell) this.#say({ municipalityId, trajectoryId, ...one }, 'here');
	}

	#sayAgain(): void {
		const tooLongAgo = Date.now() - forgottenAfter;
		for (const [trajectoryId, room] of this.#rooms) {
			for (const [key, one] of room.people)
				if (!one.tell && one.heardAt < tooLongAgo) this.#remove(trajectoryId, room, key);
			this.#sayWhoListens(trajectoryId, room);
		}
	}

	#remove(trajectoryId: string, room: Room, key: string): void {
		room.people.delete(key);
		this.#schedule(room);
		if ([...room.people.values()].some(({ tell }) => tell)) return;
		if (room.timer !== null) clearTimeout(room.timer);
		this.#rooms.delete(trajectoryId);
	}

	#schedule(room: Room): void {
		room.timer ??= setTimeout(() => {
			room.timer = null;
			const all = [...room.people.values()];
			for (const one of all) one.tell?.(presenceFor(one.tab, all));
		}, tellEvery);
	}
}

function keyOf({ membershipId, tab }: { membershipId: string; tab: string }): string {
	return `${membershipId} ${tab}`;
}
