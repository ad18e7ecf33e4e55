import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { invalidField } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { recordStates } from './record-states.server.ts';
import type { RecordRef, SectionContent } from './section-content.schema.ts';
import { isSameRecord, recordsOf } from './section-records.ts';
import { readMarkedText, type Marks } from './section-marks.ts';
import { keepVersions, withoutFuture } from './section-refs.ts';

interface Typing {
	tx: Reader;
	actor: Actor;
	subject: TrajectoryAccess;
}

interface Before {
	content: SectionContent;
	leftOut: RecordRef[];
}

/**
 * What somebody typed, as a section keeps it. Refuses marks that stand for nothing, or for a record that is not of this
 * trajectory or not for this writer, beside the field; what the section rested on already stays, seen or not.
 */
export async function readTyped(
	{ tx, actor, subject }: Typing,
	{ text, marks }: { text: string; marks: Marks },
	before: Before | null,
): Promise<SectionContent> {
	const { content, unknown } = readMarkedText(text, marks);
	const { municipalityId } = actor;
	const used = recordsOf(content);
	const states = await recordStates(
		tx,
		{ municipalityId, trajectoryId: subject.trajectoryId },
		used,
	);
	const former = before ? [...recordsOf(before.content), ...before.leftOut] : [];
	const strange = used.filter((one) => ![...states, ...former].some((known) => isSameRecord(known, one))); // prettier-ignore
	const marksOf = (record: RecordRef) =>
		Object.entries(marks).flatMap(([mark, one]) => (isSameRecord(one, record) ? [mark] : []));
	const wrong = [...unknown, ...strange.flatMap(marksOf)];
	if (wrong.length > 0) throw invalidField('text', 'unknown_mark', { what: wrong.join(' ') });
	const written = withoutFuture(content, states);
	return before ? keepVersions(before.content, written) : written;
}
