import { checkThemes } from '#features/content/themes.server.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, invalid, notFound } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { changeRow } from '#server/database/rows.ts';
import { markNoteSchema, unmarkNoteSchema } from './logbook.schema.ts';
import { mayWriteNote, noteOfInput, ownNotes, refuseShared } from './logbook.server.ts';
import { marksColumn, mostNoteMarks, noteTexts } from './note-marks.ts';
import { joined, stretchProblems } from './passage.ts';
import { refuseMeaningless } from './passage.write.server.ts';

export const markNote = command({
	name: 'logbookNote.mark',
	summary:
		'Marks words in a note of one’s own logbook that was not shared; nobody else sees it until it is, then they are passages of the source.',
	http: { method: 'POST', path: '/logboek/{noteId}/markeringen' },
	input: markNoteSchema,
	subject: noteOfInput,
	allow: mayWriteNote,
	async run({ tx, actor, subject }, { noteId: id, version, marks, ...meaning }) {
		const { note } = subject;
		refuseShared(note);
		const texts = noteTexts(note.text);
		const stretches = joined(marks, texts);
		const problems = stretchProblems(stretches, marks, texts);
		if (problems.length > 0) throw invalid(problems);
		refuseMeaningless(meaning);
		await checkThemes(tx, actor.municipalityId, subject, meaning.themes);
		const added = stretches.map(({ start, end }) => ({
			...{ id: newId(), start, end, text: note.text.slice(start, end) },
			...meaning,
		}));
		const all = [...note.marks, ...added];
		if (all.length > mostNoteMarks) throw new Failure('logbook.too_many_marks', 409);
		const row = { municipalityId: municipalityOf(actor), id, version };
		return changeRow(tx, 'logbook_note', row, marksColumn(all), {
			current: () => ownNotes(tx, actor).where('id', '=', id).executeTakeFirst(),
		});
	},
	// Nobody hears of it: `trajectory` would tell everyone who has it open.
});

export const unmarkNote = command({
	name: 'logbookNote.unmark',
	summary: 'Takes a mark away from a note of one’s own logbook that was not shared.',
	http: { method: 'DELETE', path: '/logboek/{noteId}/markeringen/{markId}' },
	input: unmarkNoteSchema,
	subject: noteOfInput,
	allow: mayWriteNote,
	async run({ tx, actor, subject }, { noteId: id, version, markId }) {
		refuseShared(subject.note);
		const left = subject.note.marks.filter((mark) => mark.id !== markId);
		if (left.length === subject.note.marks.length) throw notFound();
		const row = { municipalityId: municipalityOf(actor), id, version };
		return changeRow(tx, 'logbook_note', row, marksColumn(left), {
			current: () => ownNotes(tx, actor).where('id', '=', id).executeTakeFirst(),
		});
	},
});
