/** What the browser says of the room it gives. */
export interface Room {
	/** Whether it promises to throw nothing away by itself; null where it cannot say. */
	isKept: boolean | null;
	/** From 0 to 1: how much of the room is used; null where it does not say. */
	used: number | null;
}

/** Asks the browser never to throw away what is here, once there is something to lose. May show a question. */
export async function askToKeep(): Promise<void> {
	const { storage } = navigator;
	if (typeof storage?.persist !== 'function' || (await storage.persisted())) return;
	await storage.persist().catch(() => false);
}

export async function roomLeft(): Promise<Room> {
	const { storage } = navigator;
	const isKept = storage?.persisted ? await storage.persisted() : null;
	const { usage, quota } = (await storage?.estimate?.().catch(() => null)) ?? {};
	return { isKept, used: usage !== undefined && quota ? usage / quota : null };
}
