import * as v from 'valibot';
import { emailAddress, id, line, wholeNumber } from '#kernel/fields.ts';
import { safePath } from '#kernel/safe-path.ts';

/** How long things last, in minutes or days. */
export const linkMinutes = 15;
export const invitationDays = 7;
export const sessionDays = 30;
export const longestTokenDays = 365;

/**
 * A secret of 256 random bits in base64url, made by whoever will hold it: so it never stands in an answer that is kept.
 */
const secret = () => v.pipe(v.string('required'), v.regex(/^[A-Za-z0-9_-]{43}$/, 'invalid'));

export const requestSessionSchema = v.object({
	email: emailAddress(),
	/** Where to go once signed in: a path of our own. */
	back: v.optional(
		v.pipe(
			v.string('invalid'),
			v.maxLength(2000, 'too_long'),
			v.transform((path) => safePath(path)),
		),
		'/',
	),
});

export const startSessionSchema = v.object({
	/** The secret out of the mail. */
	link: v.pipe(v.string('required'), v.maxLength(100, 'invalid')),
	session: secret(),
});

export const takePersonaSchema = v.object({ membershipId: id(), session: secret() });

export const leaveSchema = v.object({ session: secret() });

/** A session is named by the digest of its secret, which opens nothing. */
const sessionId = () => v.pipe(v.string('required'), v.regex(/^[0-9a-f]{64}$/, 'unknown'));

export const endSessionSchema = v.object({ sessionId: sessionId() });

export const makeTokenSchema = v.object({
	label: line(80),
	days: wholeNumber(1, longestTokenDays),
	token: secret(),
});
