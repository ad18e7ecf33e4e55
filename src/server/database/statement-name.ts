const names = new Map<string, string>();

/** Beyond this many different texts a statement stays unnamed, so that a connection cannot fill up with plans. */
const most = 500;

/** Stands in a statement that is put together for one question: keeping it would take the place of those that come back. */
export const once = '/* once */';

/** A short name for a statement, so that PostgreSQL parses and plans it once a connection; none for one with `once` in it. */
export function statementName(text: string): string | undefined {
	if (text.includes(once)) return undefined;
	const known = names.get(text);
	if (known !== undefined || names.size >= most) return known;
	const name = `s${names.size}`;
	names.set(text, name);
	return name;
}
