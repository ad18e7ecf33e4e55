/** Characters that XML 1.0 has no place for, and the escapes themselves: `_x000D_` (ECMA-376 part 1, §22.9.2.19). */
const needsEscape =
	/[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;
const escapes = /_x([0-9A-Fa-f]{4})_/g;

/** A text as the content of an XML element of a spreadsheet; half surrogates become “�”. */
export function xlsxText(text: string): string {
	return text
		.toWellFormed()
		.replace(
			needsEscape,
			(one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
		)
		.replace(/[&<>]/g, (one) => (one === '&' ? '&amp;' : one === '<' ? '&lt;' : '&gt;'));
}

/** The text behind the content of an element that was read. */
export function xlsxUnescape(text: string): string {
	return text.includes('_x')
		? text.replace(escapes, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
		: text;
}

/** A text as the value of an XML attribute. */
export function xmlAttribute(text: string): string {
	return xlsxText(text)
		.replaceAll('"', '&quot;')
		.replaceAll('\n', '&#10;')
		.replaceAll('\t', '&#9;');
}
