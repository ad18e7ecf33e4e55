import { checkThemes } from '#features/content/themes.server.ts';
import { mayChangeEvidence } from '#features/evidence/evidence.policy.ts';
import { momentOf } from '#features/evidence/moment.ts';
import {
	evidenceOfKind,
	recordEvidence,
	rewriteEvidence,
} from '#features/evidence/record.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { memberOf, municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { changedMeanwhile, Failure } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { changeRow, restoreRow, withdrawRow } from '#server/database/rows.ts';
import { excerpt } from './excerpt.ts';
import {
	addNoteSchema,
	changeLogbookSchema,
	changeNoteSchema,
	restoreNoteSchema,
	shareNoteSchema,
	withdrawNoteSchema,
} from './logbook.schema.ts';
import { mayWriteNote, noteOfInput, ownNotes, refuseShared } from './logbook.server.ts';
import { marksAfter, marksColumn, passagesOfNote } from './note-marks.ts';
import { storePassages } from './passage.write.server.ts';

export const addNote = command({
	name: 'logbookNote.add',
	summary: 'Writes a note in one’s own logbook; nobody else sees it until it is shared.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/logboek' },
	input: addNoteSchema,
	subject: accessOfInput,
	allow: mayWriteNote,
	async run({ tx, actor, clock, subject, requestId }, { text, place, themes, ...given }) {
		await checkThemes(tx, actor.municipalityId, subject, themes);
		const moment = momentOf(given, clock.now());
		await tx
			.insertInto('logbook_note')
			.values({
				municipality_id: municipalityOf(actor),
				id: requestId,
				trajectory_id: subject.trajectoryId,
				membership_id: memberOf(actor).membershipId,
				text,
				place,
				themes,
				happened_at: moment.at,
				happened_precision: moment.precision,
				created_at: clock.now(),
			})
			.execute();
		return { id: requestId };
	},
	// Nobody hears of it: `trajectory` would tell everyone who has it open.
});

export const changeNote = command({
	name: 'logbookNote.change',
	summary: 'Changes a note of one’s own logbook that was not shared; its former text is kept.',
	http: { method: 'PATCH', path: '/logboek/{noteId}' },
	input: changeNoteSchema,
	subject: noteOfInput,
	allow: mayWriteNote,
	async run({ tx, actor, clock, subject }, { noteId: id, version, text, place, themes, ...given }) {
		refuseShared(subject.note);
		await checkThemes(tx, actor.municipalityId, subject, themes);
		const moment = momentOf(given, clock.now());
		const row = { municipalityId: municipalityOf(actor), id, version };
		const values = {
			text,
			place,
			themes,
			happened_at: moment.at,
			happened_precision: moment.precision,
			...marksColumn(marksAfter(subject.note.marks, text)),
		};
		return changeRow(tx, 'logbook_note', row, values, {
			current: () => currentNote(tx, actor, id),
		});
	},
});

export const shareNote = command({
	name: 'logbookNote.share',
	summary: 'Shares a note of one’s own logbook: it becomes a source for whom is chosen.',
	http: { method: 'POST', path: '/logboek/{noteId}/delen' },
	input: shareNoteSchema,
	subject: noteOfInput,
	allow: mayWriteNote,
	async run(
		{ tx, actor, clock, subject, requestId },
		{ noteId: id, version, visibility, aboutVulnerable },
	) {
		const { note } = subject;
		refuseShared(note);
		if (note.version !== version)
			throw changedMeanwhile({ version: note.version, text: note.text });
		const { text, place, themes, happenedAt, happenedPrecision } = note;
		await recordEvidence(tx, actor, clock, {
			id: requestId,
			access: subject,
			visibility,
			aboutVulnerable,
			title: excerpt(text),
			place,
			themes,
			moment: happenedAt && { at: happenedAt, precision: happenedPrecision },
			content: { kind: 'logbook', details: { text } },
		});
		const { trajectoryId } = subject;
		const markedIn = { trajectoryId, evidenceId: requestId, version: 1, at: clock.now() };
		await storePassages(tx, actor, markedIn, passagesOfNote(note));
		const row = { municipalityId: municipalityOf(actor), id, version };
		await changeRow(
			tx,
			'logbook_note',
			row,
			{ evidence_id: requestId },
			{ current: () => currentNote(tx, actor, id) },
		);
		return { id: requestId };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const withdrawNote = command({
	name: 'logbookNote.withdraw',
	summary: 'Puts a note of one’s own logbook away that was not shared; it can be put back.',
	http: { method: 'POST', path: '/logboek/{noteId}/intrekking' },
	input: withdrawNoteSchema,
	subject: noteOfInput,
	allow: mayWriteNote,
	async run({ tx, actor, clock, subject }, { noteId: id, version, reason }) {
		if (subject.note.evidenceId) throw new Failure('logbook.shared', 409);
		const row = { municipalityId: municipalityOf(actor), id, version };
		return withdrawRow(tx, 'logbook_note', row, reason, clock.now());
	},
});

export const restoreNote = command({
	name: 'logbookNote.restore',
	summary: 'Puts a note back that was put away.',
	http: { method: 'POST', path: '/logboek/{noteId}/herstel' },
	input: restoreNoteSchema,
	subject: noteOfInput,
	allow: mayWriteNote,
	run: ({ tx, actor }, { noteId: id, version }) =>
		restoreRow(tx, 'logbook_note', { municipalityId: municipalityOf(actor), id, version }),
});

export const changeLogbook = command({
	name: 'logbook.change',
	summary: 'Changes a shared note of a logbook; its former text is kept.',
	http: { method: 'PATCH', path: '/logboekbronnen/{evidenceId}' },
	input: changeLogbookSchema,
	subject: evidenceOfKind('logbook'),
	allow: mayChangeEvidence,
	run: (
		{ tx, actor, clock, subject },
		{ version, text, place, themes, aboutVulnerable, ...given },
	) =>
		rewriteEvidence(tx, actor, subject, version, {
			aboutVulnerable,
			title: excerpt(text),
			place,
			themes,
			moment: momentOf(given, clock.now()),
			content: { kind: 'logbook', details: { text } },
		}),
	trajectory: (_input, subject) => subject.trajectoryId,
});

function currentNote(reader: Reader, actor: Actor, id: string) {
	return ownNotes(reader, actor).where('id', '=', id).executeTakeFirst();
}
