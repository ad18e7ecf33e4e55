import type { RecordRef, SectionContent, Sentence } from './section-content.schema.ts';
import { isSameRecord, recordsOf, sentencesOf } from './section-records.ts';

/**
 * What was written, resting on the versions that its writer looked at: a sentence that stayed as it was keeps those it
 * was written on, one that was rewritten takes those of its marks.
 */
export function keepVersions(before: SectionContent, written: SectionContent): SectionContent {
	const former = Map.groupBy(sentencesOf(before), ({ text }) => text);
	return eachSentence(written, (sentence) => {
		const same = former.get(sentence.text)?.flatMap(({ refs }) => refs) ?? [];
		return {
			...sentence,
			refs: sentence.refs.map((ref) => {
				const kept = same.find((one) => isSameRecord(one, ref));
				return kept ? { ...ref, version: kept.version } : ref;
			}),
		};
	});
}

/** The same with no record at a later version than it has. */
export function withoutFuture(
	content: SectionContent,
	records: readonly RecordRef[],
): SectionContent {
	return eachSentence(content, (sentence) => ({
		...sentence,
		refs: sentence.refs.map((ref) => {
			const now = records.find((one) => isSameRecord(one, ref));
			return now ? { ...ref, version: Math.min(ref.version, now.version) } : ref;
		}),
	}));
}

/** The same with everything that was seen at the version that was seen. */
export function withSeen(content: SectionContent, seen: readonly RecordRef[]): SectionContent {
	return eachSentence(content, (sentence) => ({
		...sentence,
		refs: sentence.refs.map((ref) => {
			const found = seen.find((one) => isSameRecord(one, ref));
			return found ? { ...ref, version: Math.max(ref.version, found.version) } : ref;
		}),
	}));
}

/**
 * What a section does not mention and its writers know of: what they left out before, what they took out now, and
 * `known` besides; without what it mentions (again).
 */
export function leftOutAfter(
	before: { content: SectionContent; leftOut: readonly RecordRef[] } | null,
	content: SectionContent,
	known: readonly RecordRef[] = [],
): RecordRef[] {
	const mentioned = recordsOf(content);
	const all = [...known, ...(before?.leftOut ?? []), ...(before ? recordsOf(before.content) : [])];
	return all.filter(
		(one, index) =>
			!mentioned.some((ref) => isSameRecord(ref, one)) &&
			all.findIndex((other) => isSameRecord(other, one)) === index,
	);
}

function eachSentence(
	content: SectionContent,
	change: (sentence: Sentence) => Sentence,
): SectionContent {
	return {
		paragraphs: content.paragraphs.map(({ sentences }) => ({ sentences: sentences.map(change) })),
	};
}
