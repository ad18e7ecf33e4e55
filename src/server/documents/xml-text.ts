const FORBIDDEN = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text as XML 1.0 allows it (§2.2): half surrogates become “�”, control characters are dropped. */
export function xmlText(text: string): string {
	return text.toWellFormed().replace(/\r\n?/g, '\n').replace(FORBIDDEN, '');
}

/** The lines of a text, for a file format that writes line ends as elements. */
export const xmlLines = (text: string): string[] => xmlText(text).split('\n');
