import type { Reader } from '#server/database/handles.ts';
import { stretchesOf } from './area-course.ts';
import { codeChanges, type CodeChanges } from './area-history.server.ts';
import { findAreas } from './area.queries.server.ts';

/** An area that another one was or became. */
export interface OtherArea {
	code: string;
	name: string;
	/** Whether anything is known of it here, so that it has a page. */
	isKnown: boolean;
	/** Which part of it, from 0 to 1; null where no file says. */
	share: number | null;
}

/** How a code came about, or how it ended, in a year of boundaries. */
export interface AreaEvent {
	kind: 'renumbered' | 'merged' | 'took_in' | 'gave_away' | 'split' | 'boundary' | 'code';
	year: number;
	areas: OtherArea[];
}

/** What became of a code: how it came about, and how it ended; null where it always was, or still is. */
export interface AreaStory {
	before: AreaEvent | null;
	after: AreaEvent | null;
}

type Told = Pick<AreaEvent, 'kind' | 'year'> & { others: { code: string; share: number | null }[] };

/** The newest change that led to a code, and the one that ended it, with the names of the areas in it. */
export async function areaStory(
	reader: Reader,
	municipalityId: string,
	code: string,
): Promise<AreaStory> {
	const known = await codeChanges(reader, municipalityId, [code]);
	const [before, after] = [beforeOf(code, known), afterOf(code, known)];
	const codes = [before, after].flatMap((told) => told?.others.map((one) => one.code) ?? []);
	const areas = codes.length === 0 ? [] : await findAreas(reader, municipalityId, codes);
	const names = new Map(areas.map((area) => [area.code, area.name]));
	const named = (told: Told | null): AreaEvent | null =>
		told && {
			kind: told.kind,
			year: told.year,
			areas: told.others.map((one) => ({
				...one,
				name: names.get(one.code) ?? one.code,
				isKnown: names.has(one.code),
			})),
		};
	return { before: named(before), after: named(after) };
}

function beforeOf(code: string, known: CodeChanges): Told | null {
	const [newest, older] = stretchesOf(code, known, true);
	if (newest === undefined || older === undefined) return null;
	const { brokenBy } = newest;
	const year = brokenBy?.year ?? newest.from ?? 0;
	const codes = brokenBy?.codes ?? older.codes;
	const shareOf = (from: string) => known.changes.find((one) => one.from === from && one.to === code && one.year === year)?.share ?? null; // prettier-ignore
	const others = codes.filter((one) => one !== code).map((one) => ({ code: one, share: brokenBy ? shareOf(one) : null })); // prettier-ignore
	if (brokenBy?.reason === 'boundary' || brokenBy?.reason === 'code')
		return { kind: brokenBy.reason, year, others: [] };
	if (brokenBy && others.length === 0) return { kind: 'gave_away', year, others: partsOf(code, year, known) }; // prettier-ignore
	if (brokenBy) return { kind: 'split', year, others };
	if (codes.includes(code)) return { kind: 'took_in', year, others };
	return { kind: others.length === 1 ? 'renumbered' : 'merged', year, others };
}

/** The end of a code that no year knows any more from its last change on. */
function afterOf(code: string, { changes, years }: CodeChanges): Told | null {
	const away = changes.filter(({ from, to }) => from === code && to !== code);
	const year = Math.max(...away.map((one) => one.year));
	const goesOn = years.some((one) => one.code === code && one.year >= year);
	if (away.length === 0 || goesOn) return null;
	const others = partsOf(code, year, { changes });
	return { kind: others.length === 1 ? 'renumbered' : 'split', year, others };
}

function partsOf(code: string, year: number, { changes }: Pick<CodeChanges, 'changes'>) {
	return changes
		.filter(({ from, to, year: at }) => from === code && to !== code && at === year)
		.map(({ to, share }) => ({ code: to, share }))
		.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0) || (a.code < b.code ? -1 : 1));
}
