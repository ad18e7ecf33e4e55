/** A name as part of an address: lower case letters, digits and single hyphens ('Het Broek' → 'het-broek'). */
export function slugOf(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60);
}

/** The wish itself, or the first of wish-2, wish-3, … that is free. */
export function freeId(wish: string, taken: ReadonlySet<string>): string {
	let id = wish;
	for (let number = 2; taken.has(id); number++) id = `${wish}-${number}`;
	return id;
}
