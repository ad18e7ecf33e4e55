import * as v from 'valibot';
import { signalAbouts } from '#features/evidence/evidence-details.schema.ts';
import {
	aboutOnePerson,
	choice,
	emailAddress,
	id,
	note,
	optionalNote,
	version,
	wholeNumber,
} from '#kernel/fields.ts';
import { visitorCheckSchema } from '#kernel/visitor-check/visitor-check.schema.ts';

/** A secret of 256 bits in base64url, as `newSecret` makes it. */
const secret = () => v.pipe(v.string('unknown'), v.regex(/^[\w-]{43}$/, 'unknown'));

/** What a resident without an account fills in. */
export const addPostSchema = v.object({
	trajectoryId: id(),
	about: choice(signalAbouts),
	/** May stay open: who writes about a pattern names no place. */
	place: optionalNote(200),
	text: note(1500),
	aboutOnePerson: aboutOnePerson(),
	/** Only to hear what becomes of it. */
	email: v.optional(v.nullable(emailAddress()), null),
	/** Made by the page: opens the page on which whoever handed it in follows it. */
	follow: secret(),
	check: visitorCheckSchema,
});

export const listPostsSchema = v.object({
	trajectoryId: id(),
	/** Of those that wait. */
	page: v.optional(wholeNumber(1, 100_000), 1),
});

export const letInSchema = v.object({
	signalPostId: id(),
	version: version(),
	/** As it was written, or without what could point to a person. */
	text: note(1500),
	place: optionalNote(200),
	/** Which of the meaningful places it names; so it counts with other signals of that place. */
	placeId: v.optional(v.nullable(id()), null),
	themes: v.optional(v.array(v.pipe(v.string(), v.maxLength(80, 'unknown_theme'))), []),
});

export const setAsideSchema = v.object({
	signalPostId: id(),
	version: version(),
	/** Whoever handed it in reads this. */
	reason: note(500),
});

export const takeUpAgainSchema = v.object({ signalPostId: id(), version: version() });

export const secretSchema = v.object({ secret: secret() });
