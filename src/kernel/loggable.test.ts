import { expect, it } from 'vitest';
import { loggable } from './loggable.ts';

/** An error as the driver of PostgreSQL throws it. */
function databaseError(message: string, fields: object): Error {
	return Object.assign(new Error(message), { severity: 'ERROR', ...fields });
}

it('says of an error of PostgreSQL what and where, and nothing of what people wrote', () => {
	const text = loggable(
		databaseError('new row for relation "mail" violates check constraint "c"', {
			code: '23514',
			table: 'mail',
			constraint: 'c',
			routine: 'ExecConstraints',
			detail: 'Failing row contains (iemand@voorbeeld.invalid, /inloggen/geheim).',
			where: "portal parameter $1 = 'geheim'",
		}),
	);
	expect(text).toContain('PostgreSQL 23514: new row for relation "mail" violates check constraint');
	expect(text).toContain('(table mail, constraint c, routine ExecConstraints)');
	expect(text).toContain('loggable.test.ts');
	expect(text).not.toMatch(/voorbeeld|geheim/);
});

it.each(['invalid input syntax for type uuid: "geheim"', 'malformed array literal: "a\ngeheim"'])(
	'leaves the value out of: %s',
	(message) => {
		const text = loggable(databaseError(message, { code: '22P02' }));
		expect(text).toContain(message.slice(0, message.indexOf(':')));
		expect(text).not.toContain('geheim');
	},
);

it('gives the whole stack of another error, and what caused it', () => {
	const cause = databaseError('duplicate key', { code: '23505', detail: 'Key (email)=(geheim)' });
	const text = loggable(new Error('It broke', { cause }));
	expect(text).toContain('Error: It broke');
	expect(text).toContain('Caused by: PostgreSQL 23505: duplicate key');
	expect(text).not.toContain('geheim');
	expect(loggable('geheim')).toBe('string');
});
