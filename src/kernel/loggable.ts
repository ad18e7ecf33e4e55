/**
 * An unexpected error as the log may have it: where it happened and what kind it is, and of an error of PostgreSQL not
 * the values that stood in the statement or the row (`detail`, `where`, and the end of the message of a bad value):
 * those are texts, addresses and secrets of people.
 */
export function loggable(error: unknown): string {
	if (!(error instanceof Error)) return typeof error;
	const { cause } = error;
	const rest = cause === undefined ? '' : `\nCaused by: ${loggable(cause)}`;
	return `${isOfDatabase(error) ? databaseError(error) : (error.stack ?? error.message)}${rest}`;
}

interface DatabaseError extends Error {
	code: string;
	severity: string;
	table?: string;
	constraint?: string;
	routine?: string;
}

function isOfDatabase(error: Error): error is DatabaseError {
	return 'severity' in error && 'code' in error;
}

function databaseError(error: DatabaseError): string {
	const { code, table, constraint, routine, message, stack = '' } = error;
	const said = message.replace(/: ".*/s, '');
	const known = Object.entries({ table, constraint, routine }).filter(([, value]) => value);
	const where = known.map(([name, value]) => `${name} ${value}`).join(', ');
	return [`PostgreSQL ${code}: ${said} (${where})`, ...stack.split('\n').filter(isPlace)].join(
		'\n',
	);
}

/** The lines of a stack without the message above them. */
const isPlace = (line: string) => /^\s+at /.test(line);
