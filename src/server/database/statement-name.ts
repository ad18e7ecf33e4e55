const names = new Map<string, string>();

/** Beyond this many different texts a statement stays unnamed, so that a connection cannot fill up with plans. */
const most = 500;

/** A short name for a statement, so that PostgreSQL parses and plans it once a connection. */
export function statementName(text: string): string | undefined {
	const known = names.get(text);
	if (known !== undefined || names.size >= most) return known;
	const name = `s${names.size}`;
	names.set(text, name);
	return name;
}
