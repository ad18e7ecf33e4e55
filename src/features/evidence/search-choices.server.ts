import { sql } from 'kysely';
import { choiceWords } from './search-choices.ts';
import type { Reader } from '#server/database/handles.ts';

let known: Map<string, string[]> | undefined;

/**
 * The choices of forms, as the index of words has them (`:busy=busy`), by the stems of the words that people know them by,
 * with spaces between. The words of the interface change with the program only: they are stemmed once.
 */
export async function choicesByStems(reader: Reader): Promise<Map<string, string[]>> {
	if (known) return known;
	const words = choiceWords();
	const { rows } = await sql<{ at: number; stems: string[] }>`
		SELECT ord::integer AS at, words_of(said) AS stems
		FROM unnest(${words.map(({ said }) => said)}::text[]) WITH ORDINALITY AS one (said, ord)`.execute(
		reader,
	);
	const made = new Map<string, string[]>();
	for (const { at, stems } of rows) {
		const token = words[at - 1]?.token;
		// Sorted as `words_of` gives them for what somebody typed.
		const key = stems.join(' ');
		if (token && key) made.set(key, [...new Set([...(made.get(key) ?? []), token])]);
	}
	return (known = made);
}
