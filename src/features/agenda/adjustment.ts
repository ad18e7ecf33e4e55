import type { AgendaItem } from './agenda-item.queries.server.ts';

interface Choice {
	agendaItemId: string | null;
	choice: string;
	fromVersion: number | null;
}

/**
 * The items of which a round does not say yet what becomes of them: without a choice, or rewritten since it was chosen how
 * they would read.
 */
export function openChoices<Item extends Pick<AgendaItem, 'id' | 'textVersion' | 'endedYear'>>(
	items: readonly Item[],
	choices: readonly Choice[],
): Item[] {
	const byItem = new Map(choices.map((choice) => [choice.agendaItemId, choice]));
	return items.filter(({ id, textVersion, endedYear }) => {
		if (endedYear !== null) return false;
		const choice = byItem.get(id);
		return !choice || (choice.choice === 'changed' && (choice.fromVersion ?? 0) < textVersion);
	});
}

/** What an adjustment said of an item. */
export type Standing = 'kept' | 'changed' | 'ended' | 'new' | 'added';

/** An item on the agenda of one year. */
export interface YearLine {
	agendaItemId: string;
	title: string;
	text: string;
	/** Null on an agenda before the first adjustment. */
	standing: Standing | null;
	reason: string;
}

/** An adjustment that was carried out. */
export interface Round {
	year: number;
	choices: {
		agendaItemId: string | null;
		choice: string;
		reason: string;
		fromVersion: number | null;
		toVersion: number | null;
	}[];
}

type Version = { title: string; text: string };

export interface YearSource {
	/** The first year of the trajectory. */
	startYear: number;
	/** Those that were carried out, the earliest year first. */
	rounds: readonly Round[];
	/** The items as they stand today, in their order; ended ones too, withdrawn ones not. */
	items: readonly Pick<AgendaItem, 'id' | 'title' | 'text' | 'version' | 'endedYear'>[];
	/** How an item read at a version; undefined when that is not there for this reader. */
	versionOf: (agendaItemId: string, version: number) => Version | undefined;
}

/** The years of which the agenda can be read: before the first adjustment, and of each adjustment. */
export function yearsOf({ startYear, rounds }: Pick<YearSource, 'startYear' | 'rounds'>): number[] {
	const [first] = rounds;
	if (!first) return [startYear];
	return [Math.min(startYear, first.year - 1), ...rounds.map(({ year }) => year)];
}

/**
 * The agenda of a year, from the versions that are kept: as the last adjustment up to that year left it. The year of the
 * latest adjustment is read as the agenda stands today, with what was added since.
 */
export function agendaOfYear(source: YearSource, year: number): YearLine[] {
	const { rounds, items } = source;
	const round = rounds.findLast((one) => one.year <= year);
	if (rounds.length === 0) return items.map((item) => today(item, null, ''));
	if (!round) return before(source);
	const isLatest = round === rounds.at(-1);
	const chosen = new Map(round.choices.map((choice) => [choice.agendaItemId, choice]));
	const lines = items.flatMap((item): YearLine[] => {
		const choice = chosen.get(item.id);
		if (!choice) return isLatest && item.endedYear === null ? [today(item, 'added', '')] : [];
		const standing = choice.choice as Standing;
		if (isLatest && standing !== 'ended') return [today(item, standing, choice.reason)];
		const version = standing === 'ended' ? choice.fromVersion : choice.toVersion;
		return at(source, item.id, version, { standing, reason: choice.reason });
	});
	return lines;
}

function today(
	{ id, title, text }: Pick<AgendaItem, 'id' | 'title' | 'text'>,
	standing: Standing | null,
	reason: string,
): YearLine {
	return { agendaItemId: id, title, text, standing, reason };
}

/** The agenda before the first adjustment: what that began from. */
function before(source: YearSource): YearLine[] {
	const [first] = source.rounds;
	const from = new Map(first?.choices.map((choice) => [choice.agendaItemId, choice.fromVersion]));
	return source.items.flatMap(({ id }) =>
		at(source, id, from.get(id) ?? null, { standing: null, reason: '' }),
	);
}

function at(
	{ versionOf }: YearSource,
	agendaItemId: string,
	version: number | null,
	said: Pick<YearLine, 'standing' | 'reason'>,
): YearLine[] {
	const read = version === null ? undefined : versionOf(agendaItemId, version);
	return read ? [{ agendaItemId, title: read.title, text: read.text, ...said }] : [];
}

/** An item of two years side by side; null on the side where it was not on the agenda. */
export interface YearPair {
	agendaItemId: string;
	left: YearLine | null;
	right: YearLine | null;
	isChanged: boolean;
}

/** Two agendas item by item, in the order of the second; what is only on the first comes after. */
export function besideEachOther(left: readonly YearLine[], right: readonly YearLine[]): YearPair[] {
	const byId = (lines: readonly YearLine[]) =>
		new Map(lines.map((line) => [line.agendaItemId, line]));
	const [ofLeft, ofRight] = [byId(left), byId(right)];
	const ids = new Set([...ofRight.keys(), ...ofLeft.keys()]);
	return [...ids].map((agendaItemId) => {
		const pair = {
			left: ofLeft.get(agendaItemId) ?? null,
			right: ofRight.get(agendaItemId) ?? null,
		};
		return { agendaItemId, ...pair, isChanged: differs(pair) };
	});
}

function differs({ left, right }: { left: YearLine | null; right: YearLine | null }): boolean {
	if (!left || !right) return true;
	const isOn = (line: YearLine) => line.standing !== 'ended';
	return left.title !== right.title || left.text !== right.text || isOn(left) !== isOn(right);
}
