import * as v from 'valibot';

const part = (limit: number) =>
	v.optional(v.pipe(v.string('invalid'), v.maxLength(limit, 'too_long')), '');

/**
 * What a form sends along so that we know that a person filled it in (`VisitorCheck.svelte`). Members leave it out.
 * `website` is a field that people do not see: whatever fills in every field fills in this one too.
 */
export const visitorCheckSchema = v.optional(
	v.object({ challenge: part(200), solution: part(300), answer: part(100), website: part(500) }),
);

export type GivenCheck = v.InferOutput<typeof visitorCheckSchema>;
