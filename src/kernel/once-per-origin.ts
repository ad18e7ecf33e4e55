/** An address of the program may be asked for under any name; so many different ones are remembered. */
const mostOrigins = 20;

/** Makes what depends only on the origin (`https://host`) once for each; past twenty origins it starts anew. */
export function oncePerOrigin<T>(make: (origin: string) => T): (origin: string) => T {
	const made = new Map<string, T>();
	return (origin) => {
		const known = made.get(origin);
		if (known !== undefined) return known;
		if (made.size >= mostOrigins) made.clear();
		const fresh = make(origin);
		made.set(origin, fresh);
		return fresh;
	};
}
