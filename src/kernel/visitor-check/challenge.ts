/** What a challenge says in the open; its signature makes sure that nobody changes it. */
export interface Challenge {
	/** A UUID: each challenge works once. */
	id: string;
	/** Milliseconds since 1970. */
	issuedAt: number;
	/** How many zero bits each puzzle asks for. */
	bits: number;
	/** Which plain question belongs to it, for whoever has no JavaScript. */
	question: string;
}

/** The challenge in a text, whoever signed it; null for anything else. The last part is the signature. */
export function readChallenge(text: string): Challenge | null {
	const found =
		/^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_(\d{1,15})_(\d{1,2})_([a-z-]{1,30})_[\w-]{22}$/.exec(
			text,
		);
	if (!found) return null;
	const [, id = '', issuedAt = '', bits = '', question = ''] = found;
	return { id, issuedAt: Number(issuedAt), bits: Number(bits), question };
}
