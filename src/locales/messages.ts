/** The languages of the interface; Dutch comes first. */
export type Language = 'nl' | 'en';

type Text = string | ((...values: never[]) => string);

/** The same keys with any text: literal strings become `string`, functions keep their parameters. */
type Texts<T extends Record<string, Text>> = {
	readonly [Key in keyof T]: T[Key] extends string ? string : T[Key];
};

/**
 * Texts of one part of the interface, both languages side by side. A key that one language has and
 * the other lacks does not compile; nor does a function with other parameters.
 * Use: `const t = $derived(messagesOfThisPart[language.current])`.
 */
export function messages<const T extends Record<string, Text>>(texts: {
	nl: T;
	en: Texts<NoInfer<T>>;
}): Readonly<Record<Language, Texts<T>>> {
	return texts as Readonly<Record<Language, Texts<T>>>;
}
