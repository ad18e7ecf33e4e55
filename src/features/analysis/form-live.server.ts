import { followTrajectory } from '#features/trajectory/live.queries.server.ts';
import type { Member } from '#kernel/actor.ts';
import { Failure } from '#kernel/failure.ts';
import type { Change, Kernel } from '#kernel/kernel.server.ts';
import { entriesFor, mostAtOnce } from './form-live.queries.server.ts';
import type { FormDelta } from './form-sync.ts';

/** Changes that come shortly after each other are read once. */
const gatherFor = 20;

/** Somebody who has the form of a trajectory on screen. */
export interface FormListener {
	actor: Member;
	trajectoryId: string;
	/** Sends an event; JSON, or '' for none. */
	send(name: 'entries' | 'gap' | 'anew', data: string): void;
	/** Ends it: the listener may not hear of this any more. */
	close(): void;
}

/** What changed since it was told last. */
interface Batch {
	findings: Set<string>;
	provisions: Set<string>;
	needs: Set<string>;
	evidence: Set<string>;
	requests: Set<string>;
	/** Whether rights or what is around the entries changed: then every listener is asked about anew. */
	isAnew: boolean;
}

interface Room {
	municipalityId: string;
	listeners: Set<FormListener>;
	batch: Batch;
	timer: ReturnType<typeof setTimeout> | null;
	isTelling: boolean;
}

/** Changes of these things change more of a form than its entries. */
const around = ['trajectory', 'participant', 'silentRound', 'framework', 'formImport'];

/**
 * Tells whoever has a form on screen which entries changed, each as far as that listener may see it. What is told is
 * read under the listener's own rights; listeners for whom the answer is provably the same share one reading. Per form
 * one round of telling at a time, so that everybody hears in order.
 */
export class FormLive {
	readonly #kernel: Kernel;
	readonly #rooms = new Map<string, Room>();

	constructor(kernel: Kernel) {
		this.#kernel = kernel;
	}

	/** Adds a listener, whose right to listen was just asked; gives the function that takes it away. */
	join(listener: FormListener): () => void {
		const { municipalityId } = listener.actor;
		const room = this.#rooms.get(listener.trajectoryId) ?? {
			municipalityId,
			listeners: new Set(),
			batch: emptyBatch(),
			timer: null,
			isTelling: false,
		};
		this.#rooms.set(listener.trajectoryId, room);
		room.listeners.add(listener);
		return () => {
			room.listeners.delete(listener);
			if (room.listeners.size === 0) this.#rooms.delete(listener.trajectoryId);
		};
	}

	/** What was told by any copy of the program; null when messages may have been missed. */
	hear(change: Change | null): void {
		if (change === null) {
			for (const room of this.#rooms.values())
				for (const listener of room.listeners) listener.send('gap', '{}');
			return;
		}
		const room = this.#rooms.get(change.trajectoryId);
		if (!room || room.municipalityId !== change.municipalityId) return;
		add(room.batch, change);
		this.#schedule(change.trajectoryId, room);
	}

	#schedule(trajectoryId: string, room: Room): void {
		if (room.timer !== null || room.isTelling) return;
		room.timer = setTimeout(() => void this.#tell(trajectoryId, room), gatherFor);
	}

	async #tell(trajectoryId: string, room: Room): Promise<void> {
		room.timer = null;
		room.isTelling = true;
		const { batch } = room;
		room.batch = emptyBatch();
		const groups = Map.groupBy(room.listeners, ({ actor }) => actor.organisationId);
		await Promise.all(
			[...groups.values()].map(async (listeners) => {
				if (batch.isAnew) await this.#askAnew(listeners);
				else await this.#tellAlike(trajectoryId, listeners, batch);
			}),
		);
		room.isTelling = false;
		if (!isEmpty(room.batch)) this.#schedule(trajectoryId, room);
	}

	/** One listener asks; whoever sees the same is told the same, the others ask next. */
	async #tellAlike(trajectoryId: string, listeners: FormListener[], batch: Batch): Promise<void> {
		let left = listeners;
		while (left.length > 0) {
			const [first, ...others] = left as [FormListener, ...FormListener[]];
			left = others;
			await this.#orClose(first, async () => {
				const members = others.map(({ actor }) => actor);
				const telling = await this.#kernel.ask(first.actor, entriesFor(members), {
					trajectoryId,
					...asLists(batch),
				});
				const delta: FormDelta = { ...telling.delta, requests: [...batch.requests] };
				const same = new Set(telling.sameFor);
				if (hasNews(delta)) {
					const data = JSON.stringify(delta);
					first.send('entries', data);
					for (const other of others) if (same.has(other.actor)) other.send('entries', data);
				}
				left = others.filter(({ actor }) => !same.has(actor));
			});
		}
	}

	async #askAnew(listeners: FormListener[]): Promise<void> {
		for (const listener of listeners)
			await this.#orClose(listener, async () => {
				const { trajectoryId } = listener;
				await this.#kernel.ask(listener.actor, followTrajectory, { trajectoryId });
				listener.send('anew', '{}');
			});
	}

	/** Who may not hear it any more is told no more; when reading failed for another reason, to read anew. */
	async #orClose(listener: FormListener, work: () => Promise<void>): Promise<void> {
		try {
			await work();
		} catch (error) {
			if (error instanceof Failure && [401, 403, 404].includes(error.status)) listener.close();
			else listener.send('gap', '{}');
		}
	}
}

function hasNews({ findings, provisions, needs, gone }: FormDelta): boolean {
	return findings.length + provisions.length + needs.length + gone.length > 0;
}

function emptyBatch(): Batch {
	return {
		findings: new Set(),
		provisions: new Set(),
		needs: new Set(),
		evidence: new Set(),
		requests: new Set(),
		isAnew: false,
	};
}

/** What a change means for the form. A thing it does not know may be a source: findings that rest on it are read again. */
function add(batch: Batch, { command, requestId, touched }: Change): void {
	batch.requests.add(requestId);
	const things = [command.split('.')[0] ?? '', ...touched.map(({ thing }) => thing)];
	if (things.some((thing) => around.includes(thing))) batch.isAnew = true;
	for (const { thing, id } of touched) {
		if (thing === 'finding') batch.findings.add(id);
		else if (thing === 'provision') batch.provisions.add(id);
		else if (thing === 'knowledgeNeed') batch.needs.add(id);
		else batch.evidence.add(id);
	}
	if (Object.values(asLists(batch)).some((ids) => ids.length > mostAtOnce)) batch.isAnew = true;
}

function asLists({ findings, provisions, needs, evidence }: Batch) {
	return {
		findings: [...findings],
		provisions: [...provisions],
		needs: [...needs],
		evidence: [...evidence],
	};
}

function isEmpty(batch: Batch): boolean {
	return batch.requests.size === 0 && !batch.isAnew;
}
