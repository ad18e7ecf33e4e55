import { sql } from 'kysely';
import type { Bilingual } from '#kernel/bilingual.ts';
import type { Reader } from '#server/database/handles.ts';
import { excerptOf, markedText, wordsIn, type Piece } from './excerpt.ts';
import { chosenIn } from './search-choices.ts';
import { leastOfBeginning, type Sought } from './search-sql.server.ts';

/** Where in a source the words stand that were looked for. */
export interface Marked {
	/** What names it in a list, with the words apart. */
	title: Piece[];
	/** A stretch of what it says; empty when the words stand elsewhere. */
	excerpt: Piece[];
	/** What was chosen in its form and looked for by its words. */
	chosen: Bilingual[];
}

/** A source as it is read for where the words stand. */
interface Read {
	title: string;
	texts: readonly string[];
	details: object;
}

/** For each of these sources its title and a stretch of its texts, with the words apart that the database found it by. */
export async function markedIn(
	reader: Reader,
	sought: Sought,
	sources: readonly Read[],
): Promise<Marked[]> {
	const words = new Set(sources.flatMap(({ title, texts }) => [...wordsIn([title, ...texts].join(' '))])); // prettier-ignore
	const found = await foundAmong(reader, sought, words);
	const tokens = new Set(sought.flat().flatMap((way) => way.stems.map(({ exact }) => exact)));
	return sources.map(({ title, texts, details }) => ({
		title: markedText(title, found),
		excerpt: excerptOf(
			texts.map((text) => beyond(title, text)),
			found,
		),
		chosen: chosenIn(details).flatMap(({ token, name }) => (tokens.has(token) ? [name] : [])),
	}));
}

/** What a text says behind its beginning, which names many a source. */
function beyond(title: string, text: string): string {
	const beginning = title.replace(/…$/, '');
	return text.startsWith(beginning) ? text.slice(beginning.length) : text;
}

/** Which of these words have a stem that was looked for, as PostgreSQL makes stems. */
async function foundAmong(
	reader: Reader,
	sought: Sought,
	words: ReadonlySet<string>,
): Promise<Set<string>> {
	const stems = sought.flat().flatMap((way) => way.stems.map(({ exact }) => exact));
	// A stem begins as its words do; the others need not be asked after.
	const beginnings = new Set(stems.map((stem) => stem.slice(0, 1)));
	const asked = [...words].filter((word) => beginnings.has(word.slice(0, 1)));
	const { rows } = await sql<{ said: string; stem: string }>`
		SELECT said, stem FROM unnest(${asked}::text[]) AS said, unnest(words_of(said)) AS stem`.execute(
		reader,
	);
	const isFound = (one: string) =>
		stems.some((stem) => one === stem || (stem.length >= leastOfBeginning && one.startsWith(stem)));
	return new Set(rows.filter(({ stem }) => isFound(stem)).map(({ said }) => said));
}
