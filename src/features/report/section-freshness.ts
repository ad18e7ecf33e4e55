import type { DraftContent, DraftSentence } from './draft-sentence.ts';
import type { RecordState } from './record-states.server.ts';
import type { RecordRef, SectionContent, Sentence } from './section-content.schema.ts';
import { isSameRecord, recordsOf, sentencesOf } from './section-records.ts';

/** Something that a section rests on and that changed since. */
export interface RecordChange {
	/** The record as it is now: who says that the text still holds, has seen this. */
	record: RecordRef;
	/** Whether it was taken back, says something else now, or changed in another way (its theme, its kind). */
	what: 'withdrawn' | 'text' | 'other';
	/** What it said when it was written about; null when that is not kept. */
	before: string | null;
	now: string;
	/** Why it was withdrawn; '' otherwise. */
	reason: string;
}

/** Something that was brought in and that a section neither mentions nor leaves out on purpose. */
export interface Unmentioned {
	record: RecordRef;
	/** What a draft would say of it; null for a source that came with a finding that is mentioned already. */
	sentence: DraftSentence | null;
}

/** Whether a section still holds: what changed under it, and what it does not mention. */
export interface Freshness {
	changes: RecordChange[];
	unmentioned: Unmentioned[];
}

/**
 * Compares what a section rests on, at the versions that its writers looked at, with what stands there now; and its
 * text with what a draft would mention today.
 */
export function freshnessOf(
	{ content, leftOut }: { content: SectionContent; leftOut: readonly RecordRef[] },
	states: readonly RecordState[],
	draft: DraftContent,
): Freshness {
	const mentioned = recordsOf(content);
	const known = [...mentioned, ...leftOut];
	const isKnown = (record: RecordRef) => known.some((one) => isSameRecord(one, record));
	return {
		changes: mentioned.flatMap((record) => {
			const state = states.find((one) => isSameRecord(one, record));
			return state && state.version > record.version ? [changeOf(state)] : [];
		}),
		unmentioned: once(sentencesOf(draft).flatMap((sentence) => unmentionedIn(sentence, isKnown))),
	};
}

/** How many things there are to look at. */
export function freshnessCount({ changes, unmentioned }: Freshness): number {
	return changes.length + unmentioned.length;
}

function changeOf({ kind, id, version, ...state }: RecordState): RecordChange {
	const { text, textBefore, isWithdrawn, withdrawnReason } = state;
	const isOther = textBefore === null || textBefore === text;
	return {
		record: { kind, id, version },
		what: isWithdrawn ? 'withdrawn' : isOther ? 'other' : 'text',
		before: textBefore,
		now: text,
		reason: isWithdrawn ? withdrawnReason : '',
	};
}

function unmentionedIn(
	sentence: DraftSentence,
	isKnown: (record: RecordRef) => boolean,
): Unmentioned[] {
	const subject = subjectOf(sentence);
	if (subject && !isKnown(subject)) return [{ record: subject, sentence }];
	return sentence.refs
		.filter((record) => record.kind === 'evidence' && !isKnown(record))
		.map(({ kind, id, version }) => ({
			record: { kind, id, version },
			sentence: subject ? null : sentence,
		}));
}

/** Each record once, with its sentence where one has it. */
function once(found: readonly Unmentioned[]): Unmentioned[] {
	const records = Map.groupBy(found, ({ record }) => `${record.kind} ${record.id}`);
	return [...records.values()].flatMap(
		(same) => same.find(({ sentence }) => sentence) ?? same.slice(0, 1),
	);
}

/** What a sentence of a draft is about: the first record that is not a source; a figure is about itself. */
export function subjectOf({ refs }: Sentence): RecordRef | undefined {
	const found = refs.find(({ kind }) => kind !== 'evidence');
	return found && { kind: found.kind, id: found.id, version: found.version };
}

/** A sentence of a new draft beside what the text says about the same. */
export interface Proposal {
	/** What the text says; null where it says nothing about it. */
	before: Sentence | null;
	now: DraftSentence;
}

/** The sentences of a new draft that the text does not have as they are, each beside what it says about the same. */
export function proposalsOf(content: SectionContent, draft: DraftContent): Proposal[] {
	const written = sentencesOf(content);
	return sentencesOf(draft).flatMap((now): Proposal[] => {
		if (written.some(({ text }) => text === now.text)) return [];
		const subject = subjectOf(now);
		const before = subject && written.find(({ refs }) => refs.some((one) => isSameRecord(one, subject))); // prettier-ignore
		return [{ before: before ?? null, now }];
	});
}
