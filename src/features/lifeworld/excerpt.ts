/** A text on one line, as lists and excerpts show it. */
export function onOneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/** The beginning of a text on one line, cut at a word: what names it in a list. */
export function excerpt(text: string, limit = 90): string {
	const line = onOneLine(text);
	if (line.length <= limit) return line;
	const cut = line.slice(0, limit);
	const lastSpace = cut.lastIndexOf(' ');
	return `${(lastSpace > limit / 2 ? cut.slice(0, lastSpace) : cut).replace(/[\s,.;:–-]+$/, '')}…`;
}
