import * as v from 'valibot';

/** A text that is not empty and has no spaces at its ends. */
export const plainText = v.pipe(
	v.string(),
	v.check((text) => text.trim() !== '' && text === text.trim(), 'empty, or spaces at its ends'),
);

/** The same text in both languages of the interface; neither may be empty. */
export const bilingualSchema = v.strictObject({ nl: plainText, en: plainText });

export type Bilingual = v.InferOutput<typeof bilingualSchema>;

/** An identifier in content files: lower case, words joined by hyphens. */
export const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not a kebab-case id'));

/** A non-empty list of records that each have their own `id`. */
export function uniqueById<const Entry extends v.GenericSchema<unknown, { id: string }>>(
	entry: Entry,
) {
	return v.pipe(
		v.array(entry),
		v.minLength(1),
		v.check((list) => new Set(list.map(({ id }) => id)).size === list.length, 'ids repeat'),
	);
}
