import type { Updateable } from 'kysely';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Language } from '#locales/messages.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, type Changed } from '#server/database/rows.ts';
import type { ReportSection } from '#server/database/schema.ts';
import { rowsSince } from '#server/database/rows-since.ts';
import type { RecordRef, SectionContent } from './section-content.schema.ts';
import { recordsOf } from './section-records.ts';
import { markedText, numberMarks, type Marks } from './section-marks.ts';
import type { SectionPlace } from './sections.ts';
import { writtenSections, type WrittenSection } from './written-sections.server.ts';

interface Writing {
	tx: Tx;
	actor: Actor;
	clock: Clock;
	subject: TrajectoryAccess;
	requestId: string;
}

interface Written {
	content: SectionContent;
	leftOut: RecordRef[];
}

/** The section that stands, by its key or id; undefined where nobody wrote, or it was put aside. */
export async function standingSection(
	reader: Reader,
	municipalityId: string,
	{ trajectoryId }: TrajectoryAccess,
	which: string | { id: string },
): Promise<WrittenSection | undefined> {
	const all = await writtenSections(reader, municipalityId, trajectoryId);
	if (typeof which === 'string') return all.get(which);
	return [...all.values()].find(({ id }) => id === which.id);
}

/** Writes a section for the first time; null when somebody else did so meanwhile. */
export async function addSection(
	{ tx, actor, clock, subject, requestId }: Writing,
	{ place, language, content, leftOut }: Written & { place: SectionPlace; language: Language },
): Promise<Changed | null> {
	const now = clock.now();
	const added = await tx
		.insertInto('report_section')
		.values({
			municipality_id: municipalityOf(actor),
			id: requestId,
			trajectory_id: subject.trajectoryId,
			key: place.key,
			part: place.part,
			language,
			content: JSON.stringify(content),
			left_out: JSON.stringify(leftOut),
			created_by: writerOf(actor),
			created_at: now,
			changed_by: writerOf(actor),
			changed_at: now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning(['id', 'version'])
		.executeTakeFirst();
	return added ?? null;
}

interface Changing extends Written {
	/** The marks that its writer uses: what somebody else wrote meanwhile is shown with the same. */
	marks?: Marks;
	/** Other columns than who wrote it, and when. */
	values?: Updateable<ReportSection>;
}

/** Changes a section that still has the version its writer read; else `changed_meanwhile` with what stands there now. */
export function changeSection(
	{ tx, actor, clock, subject }: Omit<Writing, 'requestId'>,
	{ id, version }: { id: string; version: number },
	{ content, leftOut, marks = {}, values }: Changing,
): Promise<Changed> {
	const municipalityId = municipalityOf(actor);
	const who = values ?? { changed_by: writerOf(actor), changed_at: clock.now() };
	return changeRow(
		tx,
		'report_section',
		{ municipalityId, id, version },
		{ content: JSON.stringify(content), left_out: JSON.stringify(leftOut), ...who },
		{ current: () => currentText(tx, municipalityId, subject, { id, marks }) },
	);
}

/** What stands there now, as text with marks: what a second writer needs to merge. */
async function currentText(
	reader: Reader,
	municipalityId: string,
	access: TrajectoryAccess,
	{ id, marks }: { id: string; marks: Marks },
) {
	const standing = await standingSection(reader, municipalityId, access, { id });
	if (!standing) return undefined;
	const { content, leftOut, version, changedAt, changedBy } = standing;
	const all = numberMarks([...recordsOf(content), ...leftOut], marks);
	return { version, changedAt, changedBy, text: markedText(content, all), marks: all };
}

/**
 * The version to write on: that of now, when since the one that was read only somebody looked at what changed
 * underneath and the text stayed as it was.
 */
export async function versionToChange(
	reader: Reader,
	municipalityId: string,
	{ trajectoryId }: TrajectoryAccess,
	standing: WrittenSection,
	read: number,
): Promise<number> {
	if (standing.version === read) return read;
	const wanted = [{ id: standing.id, version: read }];
	const [row] = await rowsSince(reader, 'report_section', { municipalityId, trajectoryId }, wanted);
	const before = row?.before?.content as SectionContent | undefined;
	return before && plainText(before) === plainText(standing.content) ? standing.version : read;
}

/** The words of a section with the places of what they rest on, without versions: for comparing. */
function plainText(content: SectionContent): string {
	return markedText(content, Object.fromEntries(recordsOf(content).map((one) => [`${one.kind} ${one.id}`, one]))); // prettier-ignore
}
