import type { RecordRef, SectionContent } from './section-content.schema.ts';
import { isSameRecord, recordsOf } from './section-records.ts';
import type { Marks } from './section-marks.ts';
import type { SectionRecord } from './section-page.server.ts';

/** A record beside the mark that stands for it in the text. */
export interface MarkedRecord extends SectionRecord {
	mark: string;
	isMentioned: boolean;
}

/** The records of a section's page with their marks, those that its text mentions first. */
export function markedRecords(
	records: readonly SectionRecord[],
	marks: Marks,
	content: SectionContent,
): MarkedRecord[] {
	const mentioned = recordsOf(content);
	const all = records.flatMap((record) => {
		const mark = markOf(record, marks);
		if (!mark) return [];
		return [{ ...record, mark, isMentioned: mentioned.some((one) => isSameRecord(one, record)) }];
	});
	return all.toSorted((one, other) => Number(other.isMentioned) - Number(one.isMentioned));
}

/** The mark of a record; '' when it has none. */
export function markOf(record: Pick<RecordRef, 'kind' | 'id'>, marks: Marks): string {
	return Object.keys(marks).find((mark) => isSameRecord(marks[mark] as RecordRef, record)) ?? '';
}
