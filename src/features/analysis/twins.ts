/** A finding as far as its likeness to others goes. */
export interface Likely {
	id: string;
	kind: string;
	text: string;
	themes: readonly string[];
}

/** Findings that share this part of their words may say the same. */
const alike = 0.5;
/** And at least this many words: two short texts share one word easily. */
const leastShared = 2;

/** Words that say nothing about what a finding is about, Dutch and English. */
const small = new Set(
	'aan als bij dan dat de deze die dit door een en er geen het hier hun ik in is je kan kunnen maar meer met na naar niet nog nu of om omdat ons ook op over te ten tot uit van veel vaak voor waar wat we weinig wel wij worden wordt ze zij zijn zo zonder the and are for from has have that this with not too many few much'.split(
		' ',
	),
);

/**
 * Findings that may say the same: of one kind, with a theme in common, and at least half of the words of the shorter one
 * in the other. A suggestion for people, who decide; nothing is grouped by it. Every finding is in one set at most, the
 * sets and what is in them in the order given.
 */
export function likelyTwins<Finding extends Likely>(findings: readonly Finding[]): Finding[][] {
	const words = new Map(findings.map((finding) => [finding, wordsOf(finding.text)]));
	const wordsIn = (finding: Finding) => words.get(finding) ?? new Set<string>();
	const sets: Finding[][] = [];
	for (const finding of findings) {
		const isTwin = (one: Finding) =>
			mayBelong(one, finding) && areAlike(wordsIn(one), wordsIn(finding));
		const found = sets.find((set) => set.some(isTwin));
		if (found) found.push(finding);
		else sets.push([finding]);
	}
	return sets.filter((set) => set.length > 1);
}

/** Whether two findings may say the same; see `likelyTwins`. */
export function mayBeTwins(one: Likely, other: Likely): boolean {
	return mayBelong(one, other) && areAlike(wordsOf(one.text), wordsOf(other.text));
}

function mayBelong(one: Likely, other: Likely): boolean {
	return one.kind === other.kind && one.themes.some((theme) => other.themes.includes(theme));
}

function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	const shared = [...a].filter((word) => b.has(word)).length;
	return shared >= leastShared && shared >= alike * Math.min(a.size, b.size);
}

/** The words of a text that mean something, without the endings that plural and inflection give them. */
function wordsOf(text: string): Set<string> {
	const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
	return new Set(words.filter((word) => !small.has(word)).map(stem));
}

/** A plain stem, enough to know `bank`, `banken` and `bankjes` again: not a dictionary. */
function stem(word: string): string {
	const short = word.replace(/(tjes|jes|tje|je|en|er|es|e|s)$/u, '');
	return (short.length >= 3 ? short : word).replace(/(.)\1$/u, '$1');
}
