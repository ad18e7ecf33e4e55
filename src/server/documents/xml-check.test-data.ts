const ALLOWED = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
const REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/;
const TOKEN =
	/<\?[^]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^<"]*"|'[^<']*'))*)\s*(\/?)>|([^<]+)/gy;

/** Why a text is not well-formed XML 1.0 (elements, attributes and text only); null when it is. */
export function xmlProblem(xml: string): string | null {
	if (!ALLOWED.test(xml) || !xml.isWellFormed()) return 'a character that XML forbids';
	if (REFERENCE.test(xml)) return 'an ampersand that is not a reference';
	const open: string[] = [];
	TOKEN.lastIndex = 0;
	while (TOKEN.lastIndex < xml.length) {
		const at = TOKEN.lastIndex;
		const token = TOKEN.exec(xml);
		if (!token) return `no markup at ${at}: ${xml.slice(at, at + 60)}`;
		const [, closing, name, , selfClosing] = token;
		if (!name) continue;
		if (closing) {
			const expected = open.pop();
			if (expected !== name) return `</${name}> closes <${expected}>`;
		} else if (!selfClosing) open.push(name);
	}
	return open.length > 0 ? `<${open.at(-1)}> is not closed` : null;
}
