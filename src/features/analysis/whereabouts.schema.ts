import * as v from 'valibot';
import { id } from '#kernel/fields.ts';
import { Failure } from '#kernel/failure.ts';
import { validate } from '#kernel/validate.ts';

const longest = 400;

const schema = v.object({
	tab: id(),
	/** `<theme>/<column>`; null while in no cell. */
	place: v.nullable(
		v.pipe(v.string('required'), v.regex(/^[\w.-]{1,80}\/[\w.-]{1,80}$/, 'invalid')),
	),
});

/** Where a tab says that it is; throws `input.invalid` for anything else. */
export function whereaboutsOf(text: string): v.InferOutput<typeof schema> {
	if (text.length > longest) throw new Failure('request_too_large', 413);
	try {
		return validate(schema, JSON.parse(text));
	} catch (error) {
		if (error instanceof SyntaxError) throw new Failure('request.not_json', 400);
		throw error;
	}
}
