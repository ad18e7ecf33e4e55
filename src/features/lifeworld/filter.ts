import {
	lifeworldKinds,
	type EvidenceKind,
	type LifeworldKind,
} from '#features/evidence/evidence-kind.ts';
import type { FoundOrder } from '#features/evidence/evidence.schema.ts';
import { parseTypedDate } from '#kernel/typed-text.ts';

/** The kinds with their words in an address. */
export const kindWords: readonly (readonly [LifeworldKind, string])[] = [
	['observation', 'waarneming'],
	['conversation', 'gesprek'],
	['photo', 'foto'],
	['walk', 'wijkschouw'],
	['logbook', 'logboek'],
	['document', 'document'],
	['meeting', 'bijeenkomst'],
	['signal', 'signaal'],
	['reaction', 'reactie'],
];

/** The kind that a word in an address stands for; null for every kind. */
export function kindOfWord(word: string | null): LifeworldKind | null {
	return kindWords.find(([, one]) => one === word)?.[0] ?? null;
}

/** The word in an address for a kind. */
export function wordOfKind(kind: string): string | undefined {
	return kindWords.find(([one]) => one === kind)?.[1];
}

/** What an address asks for: everything by which a list, its map and its file are narrowed. */
export function readQuestion(params: URLSearchParams) {
	const one = kindOfWord(params.get('soort'));
	const kinds: readonly EvidenceKind[] = one ? [one] : lifeworldKinds;
	return { one, kinds, ...readFilter(params) };
}

/** What the list is narrowed by. */
export interface Filter {
	/** Words that are looked for. */
	search?: string;
	theme?: string;
	place?: string;
	organisationId?: string;
	visibility?: string;
	from?: string;
	until?: string;
	withdrawn?: boolean;
	/** In which order stands what was looked for by words. */
	order: FoundOrder;
	page: number;
}

const visibleWords: Record<string, string> = {
	organisatie: 'organisation',
	deelnemers: 'participants',
	openbaar: 'public',
};

/** The word in an address for the newest first; without it the best match comes first. */
export const newestFirst = 'nieuwste';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads the filter out of an address. An address may hold anything: what is no choice at all is left out, and a date
 * that cannot be read is handed back, so that the page can say so.
 */
export function readFilter(params: URLSearchParams): {
	filter: Filter;
	unreadable: string[];
	isActive: boolean;
} {
	const unreadable: string[] = [];
	const text = (name: string) => params.get(name)?.trim().slice(0, 200) || undefined;
	const day = (name: string) => {
		const typed = text(name);
		const iso = typed === undefined ? undefined : parseTypedDate(typed);
		if (typed !== undefined && iso?.length !== 10) unreadable.push(typed);
		return iso?.length === 10 ? iso : undefined;
	};
	const narrowed = {
		search: text('zoek'),
		theme: text('thema'),
		place: text('plek'),
		organisationId: uuid.test(text('organisatie') ?? '') ? text('organisatie') : undefined,
		visibility: visibleWords[text('zichtbaar') ?? ''],
		from: day('van'),
		until: day('tot'),
		withdrawn: params.get('ingetrokken') ? true : undefined,
	};
	const page = Number(/^[1-9]\d{0,4}$/.exec(params.get('pagina') ?? '')?.[0] ?? 1);
	const isActive = Object.values(narrowed).some((value) => value !== undefined);
	const order = params.get('volgorde') === newestFirst ? 'newest' : 'best';
	return { filter: { ...narrowed, order, page }, unreadable, isActive };
}

/** The words of the visibilities in an address. */
export const visibilityWords = Object.entries(visibleWords);
