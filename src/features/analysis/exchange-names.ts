/** A name without what people and programs change about it: capitals, accents, hyphens, spaces, signs. */
export function bareName(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{Letter}\p{Number}]/gu, '');
}

/** A text without what does not change what it says: kinds of space, line ends, composed or separate accents. */
export function bareText(text: string): string {
	return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Letters beyond this many are not compared: no name is as long, and it takes the square of them. */
const longest = 120;

/**
 * The one of several names that a text means: the same but for signs and capitals; else the only one that begins with
 * it or that it begins with (from five letters on); else the one that differs in at most a fifth of its letters.
 */
export function nameMeant<Named>(
	text: string,
	candidates: readonly { name: string; of: Named }[],
): Named | null {
	const given = bareName(text);
	if (given === '' || given.length > longest) return null;
	const bare = candidates.map((one) => ({ ...one, name: bareName(one.name) }));
	const same = bare.find(({ name }) => name === given);
	if (same) return same.of;
	const begins = given.length < 5 ? [] : bare.filter(({ name }) => name.startsWith(given) || (name.length >= 5 && given.startsWith(name))); // prettier-ignore
	const meant = new Set(begins.map((one) => one.of));
	if (meant.size === 1) return begins[0]?.of ?? null;
	const near = bare
		.map((one) => ({ ...one, steps: distance(given, one.name) }))
		.filter(({ steps, name }) => steps <= Math.max(given.length, name.length) / 5)
		.toSorted((a, b) => a.steps - b.steps)[0];
	return near?.of ?? null;
}

/** How many letters have to be changed, added or left out to make the one of the other (Levenshtein, 1966). */
export function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1)
			next[j] = Math.min(
				(row[j] ?? 0) + 1,
				(next[j - 1] ?? 0) + 1,
				(row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
			);
		row = next;
	}
	return row[b.length] ?? 0;
}

/** The share of words that two texts have in common, from 0 to 1 (Dice, 1945, on words of either). */
export function sharedWords(a: string, b: string): number {
	const [one, other] = [wordsOf(a), wordsOf(b)];
	if (one.size + other.size === 0) return 0;
	let both = 0;
	for (const word of one) if (other.has(word)) both += 1;
	return (2 * both) / (one.size + other.size);
}

function wordsOf(text: string): Set<string> {
	return new Set(
		text
			.normalize('NFKD')
			.toLowerCase()
			.match(/[\p{Letter}\p{Number}]+/gu) ?? [],
	);
}
