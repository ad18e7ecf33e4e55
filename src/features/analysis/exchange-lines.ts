/** A bullet or a number in front of a line, as people make lists with. */
const bullet = /^\s*(?:[•·▪◦‣*–—-]|\d{1,2}[.)])\s+/;

/**
 * The entries in a text of more lines: one a line. Where lines begin with a bullet or a number, what follows without
 * one belongs to the line before it. The bullets themselves are left out.
 */
export function entriesInText(text: string): string[] {
	const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== ''); // prettier-ignore
	if (!lines.some((line) => bullet.test(line))) return lines;
	const entries: { text: string; hasBullet: boolean }[] = [];
	for (const line of lines) {
		const last = entries.at(-1);
		if (bullet.test(line)) entries.push({ text: line.replace(bullet, ''), hasBullet: true });
		else if (last?.hasBullet) last.text += `\n${line}`;
		else entries.push({ text: line, hasBullet: false });
	}
	return entries.map((one) => one.text);
}
