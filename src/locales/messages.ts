/** The languages of the interface; Dutch comes first. */
export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

type Text = string | ((...values: never[]) => string);
type Texts = { [key: string]: Text | Texts };
type Same<T> = {
	[K in keyof T]: T[K] extends string ? string : T[K] extends Texts ? Same<T[K]> : T[K];
};

/**
 * The texts of one feature, both languages side by side. A key that one language lacks, or has too many,
 * does not compile. Use: `const t = findingTexts[language]`.
 */
export function messages<const T extends Texts>(texts: {
	nl: T;
	en: NoInfer<Same<T>>;
}): Record<Language, Same<T>> {
	return texts as Record<Language, Same<T>>;
}

/** The language a text asks for, or Dutch. */
export function asLanguage(text: string | null | undefined): Language {
	return text === 'en' ? 'en' : 'nl';
}

/** The word for an id; the id itself for one that the table does not have. */
export function wordFor(table: Readonly<Record<string, string>>, id: string): string {
	return table[id] ?? id;
}

/** A table of words as the choices of a field, in its order. */
export function choicesOf(table: Readonly<Record<string, string>>) {
	return Object.entries(table).map(([value, label]) => ({ value, label }));
}
