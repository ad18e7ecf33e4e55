import { describe, expect, it } from 'vitest';
import {
	addEvidence,
	changeEvidence,
	setVisibility,
} from '#features/evidence/evidence.commands.server.ts';
import { readEvidence } from '#features/evidence/evidence.queries.server.ts';
import { testWorld } from '#tests/support/world.ts';
import { listAnswers, listQuestions } from './answers.queries.server.ts';
import { addConversation, changeConversation } from './conversation.commands.server.ts';
import { lifeworldForm, listGuides } from './guides.queries.server.ts';
import {
	addNote,
	changeNote,
	restoreNote,
	shareNote,
	withdrawNote,
} from './logbook.commands.server.ts';
import { listNotes, readNote } from './logbook.queries.server.ts';
import { markNote, unmarkNote } from './note-mark.commands.server.ts';
import {
	beginGuide,
	changeGuide,
	publishGuide,
	restoreGuide,
	withdrawGuide,
} from './own-guide.commands.server.ts';
import { readOwnGuide } from './own-guide.queries.server.ts';
import { changePassage, markPassages, withdrawPassage } from './passage.commands.server.ts';
import { listPassages } from './passage.queries.server.ts';
import { listSheets } from './sheets.queries.server.ts';

const { kernel, home } = await testWorld();
const { process_manager, professional, resident_representative, reader } = home.members;
const { trajectoryId } = home;

const say = (guide: string, answers: Record<string, string>, more: object = {}) =>
	kernel.run(professional, addConversation, { trajectoryId, guide, answers, ...more });
const details = async (evidenceId: string) =>
	(await kernel.ask(professional, readEvidence, { evidenceId })).details;
const guideIds = async () =>
	(await kernel.ask(professional, listGuides, { trajectoryId })).guides.map(({ id }) => id);

describe('a guide of the municipality’s own', () => {
	it('is asked by from its first version on, and answers stay with the version they were given to', async () => {
		const begun = await kernel.run(process_manager, beginGuide, {
			guide: 'resident',
			name: 'Ons gesprek',
			replaces: true,
		});
		expect(await guideIds()).toContain('resident');
		const { guide } = await kernel.ask(process_manager, readOwnGuide, { guideId: begun.id });
		const [first, ...others] = guide.content.questions;
		const published = await kernel.run(process_manager, publishGuide, {
			guideId: begun.id,
			version: 1,
		});
		expect(await guideIds()).toEqual(['passer-by', 'ons-gesprek', 'key-figure']);

		const { id: evidenceId } = await say('ons-gesprek', { pleasant: 'Het groen.' });
		const questions = [
			...[first, ...others]
				.flatMap((one) => one ?? [])
				.map(({ id, question }) => ({
					id,
					textNl: id === 'pleasant' ? 'Wat is hier prettig?' : id === 'together' ? '' : question.nl,
					textEn: id === 'together' ? '' : question.en,
				})),
			{ textNl: 'Wat mist u hier?', place: 1 },
		];
		const changed = await kernel.run(process_manager, changeGuide, {
			guideId: begun.id,
			version: published.version,
			nameNl: 'Ons gesprek',
			questions,
		});
		await kernel.run(process_manager, publishGuide, {
			guideId: begun.id,
			version: changed.version,
		});

		const { guides } = await kernel.ask(professional, lifeworldForm, { trajectoryId });
		const now = guides.guides.find(({ id }) => id === 'ons-gesprek');
		expect(now?.version).toBe(2);
		expect(now?.questions[0]).toMatchObject({ id: 'wat-mist-u-hier' });
		expect(now?.questions.map(({ id }) => id)).not.toContain('together');
		expect(await details(evidenceId)).toMatchObject({
			guideVersion: 1,
			answers: [{ question: 'Wat vindt u hier fijn?' }],
		});
		// A change is made to the version that was answered: its questions, not those of now.
		await kernel.run(professional, changeConversation, {
			evidenceId,
			version: 1,
			guide: 'ons-gesprek',
			answers: { pleasant: 'Het groen.', together: 'Men groet elkaar.' },
		});
		expect(await details(evidenceId)).toMatchObject({ guideVersion: 1 });
		await expect(say('ons-gesprek', { together: 'Men groet elkaar.' })).rejects.toMatchObject({
			problems: [{ path: 'answers.together', code: 'unknown' }],
		});
		// A phone that was without a network sends what it was asked by.
		const late = await say('ons-gesprek', { together: 'Goed.' }, { guideVersion: 1 });
		expect(await details(late.id)).toMatchObject({ guideVersion: 1 });
		await say('ons-gesprek', { pleasant: 'De rust.' });
		const { versions } = await kernel.ask(process_manager, readOwnGuide, { guideId: begun.id });
		expect(versions.map(({ version, uses }) => [version, uses])).toEqual([
			[2, 1],
			[1, 2],
		]);
		// Other words for the same question stand under one heading, each in the words it was put in.
		const answers = await kernel.ask(professional, listAnswers, {
			trajectoryId,
			questionId: 'pleasant',
		});
		expect(answers.wordings.map(({ question }) => question).sort()).toEqual([
			'Wat is hier prettig?',
			'Wat vindt u hier fijn?',
		]);
	});

	it('is set aside and taken up again; what it replaced is offered meanwhile', async () => {
		const { id: guideId } = await kernel.run(process_manager, beginGuide, {
			guide: 'passer-by',
			name: 'Op de markt',
			replaces: true,
		});
		const { version } = await kernel.run(process_manager, publishGuide, { guideId, version: 1 });
		expect(await guideIds()).not.toContain('passer-by');
		const { id } = await say('op-de-markt', { pleasant: 'De geuren.' });
		const aside = await kernel.run(process_manager, withdrawGuide, {
			guideId,
			version,
			reason: 'Te lang',
		});
		expect(await guideIds()).toContain('passer-by');
		expect(await guideIds()).not.toContain('op-de-markt');
		await kernel.run(professional, changeConversation, {
			evidenceId: id,
			version: 1,
			guide: 'op-de-markt',
			answers: { pleasant: 'De geuren en de mensen.' },
		});
		await kernel.run(process_manager, restoreGuide, { guideId, version: aside.version });
		expect(await guideIds()).toContain('op-de-markt');
	});

	it('is not made by whoever only asks the questions', async () => {
		await expect(
			kernel.run(professional, beginGuide, { guide: 'resident', name: 'Mijn gesprek' }),
		).rejects.toMatchObject({ code: 'role_not_allowed' });
	});
});

describe('answers side by side', () => {
	it('count by kind of speaker, and only what the reader may see', async () => {
		await say('key-figure', { 'who-is-missed': 'Jonge ouders.' });
		const { id } = await say('key-figure', { 'who-is-missed': 'Ouderen.' });
		const counts = async (actor: typeof professional) => {
			const { items } = await kernel.ask(actor, listQuestions, { trajectoryId });
			return items.find(({ questionId }) => questionId === 'who-is-missed')?.counts;
		};
		expect(await counts(reader)).toEqual({ 'key-figure': 2 });
		await kernel.run(professional, setVisibility, {
			evidenceId: id,
			version: 1,
			visibility: 'organisation',
		});
		expect(await counts(reader)).toEqual({ 'key-figure': 1 });
		expect(await counts(professional)).toEqual({ 'key-figure': 2 });
	});
});

describe('a marked passage', () => {
	const text = 'Het plein is fijn. Er is weinig licht. Mensen groeten elkaar.';
	const meeting = async () => {
		const { id } = await kernel.run(professional, addEvidence, {
			trajectoryId,
			kind: 'meeting',
			title: 'Bewonersavond',
			details: { summary: text },
		});
		return id;
	};
	const mark = (evidenceId: string, start: number, end: number, more: object = { isQuote: true }) =>
		kernel.run(professional, markPassages, {
			evidenceId,
			version: 1,
			marks: [{ part: 'summary', start, end }],
			...more,
		});
	const listed = async (evidenceId: string, actor = professional) =>
		(await kernel.ask(actor, listPassages, { trajectoryId, evidenceId })).items;

	it('keeps its words and its place, and says when they no longer stand there', async () => {
		const evidenceId = await meeting();
		await mark(evidenceId, 0, 18, { side: 'protection' });
		expect(await listed(evidenceId)).toMatchObject([
			{ text: 'Het plein is fijn.', start: 0, end: 18, side: 'protection', stands: true },
		]);
		await kernel.run(professional, changeEvidence, {
			evidenceId,
			version: 1,
			kind: 'meeting',
			title: 'Bewonersavond',
			details: { summary: 'Het plein is leeg.' },
		});
		expect(await listed(evidenceId)).toMatchObject([{ text: 'Het plein is fijn.', stands: false }]);
		await expect(mark(evidenceId, 0, 5)).rejects.toMatchObject({ code: 'changed_meanwhile' });
	});

	it('needs a meaning and words', async () => {
		const evidenceId = await meeting();
		await expect(mark(evidenceId, 0, 18, {})).rejects.toMatchObject({
			problems: [{ path: 'themes', code: 'no_meaning' }],
		});
		await expect(mark(evidenceId, 0, 900)).rejects.toMatchObject({
			problems: [{ path: 'marks', code: 'unknown' }],
		});
	});

	it('is seen by nobody who may not see its source', async () => {
		const evidenceId = await meeting();
		await mark(evidenceId, 19, 38, { side: 'risk' });
		expect(await listed(evidenceId, reader)).toHaveLength(1);
		await kernel.run(professional, setVisibility, {
			evidenceId,
			version: 1,
			visibility: 'organisation',
		});
		expect(await listed(evidenceId, reader)).toEqual([]);
		expect(await listed(evidenceId)).toHaveLength(1);
	});

	it('gets another meaning, and is taken away', async () => {
		const evidenceId = await meeting();
		const { id: passageId } = await mark(evidenceId, 0, 18);
		await kernel.run(resident_representative, changePassage, {
			passageId,
			version: 1,
			side: 'protection',
		});
		expect(await listed(evidenceId)).toMatchObject([{ isQuote: false, side: 'protection' }]);
		await kernel.run(professional, withdrawPassage, { passageId, version: 2, reason: 'Fout' });
		expect(await listed(evidenceId)).toEqual([]);
	});
});

describe('a logbook', () => {
	it('is marked by its writer before anyone else sees it; shared, the marks are passages of the source', async () => {
		const text = 'Het pad is te donker. Op het plein is het gezellig.';
		const { id: noteId } = await kernel.run(professional, addNote, { trajectoryId, text });
		const mark = (version: number, start: number, end: number, meaning: object) =>
			kernel.run(professional, markNote, {
				...{ noteId, version, marks: [{ part: 'text', start, end }], ...meaning },
			});
		await expect(mark(1, 0, 21, {})).rejects.toMatchObject({ problems: [{ code: 'no_meaning' }] });
		await expect(mark(1, 0, 999, { side: 'risk' })).rejects.toMatchObject({
			problems: [{ path: 'marks', code: 'unknown' }],
		});
		await mark(1, 0, 21, { side: 'risk', themes: ['sport'] });
		await mark(2, 22, 51, { side: 'protection', isQuote: true });
		const marksOf = async () =>
			(await kernel.ask(professional, readNote, { noteId })).note.marks.map((one) => one.text);
		expect(await marksOf()).toEqual(['Het pad is te donker.', 'Op het plein is het gezellig.']);
		// Nobody else: not whoever leads either.
		const passages = async () =>
			(await kernel.ask(process_manager, listPassages, { trajectoryId })).items.map(
				(one) => one.text,
			);
		const before = await passages();
		expect(before).not.toContain('Het pad is te donker.');
		await expect(
			kernel.run(process_manager, markNote, {
				...{ noteId, version: 3, marks: [{ part: 'text', start: 0, end: 3 }], side: 'risk' },
			}),
		).rejects.toMatchObject({ code: 'not_found' });

		// Its words move, and a mark moves along; a mark whose words are gone goes.
		const changed = 'Vanavond gezien: op de hoek brandt niets. Op het plein is het gezellig.';
		await kernel.run(professional, changeNote, { noteId, version: 3, text: changed });
		expect(await marksOf()).toEqual(['Op het plein is het gezellig.']);

		const { id: evidenceId } = await kernel.run(professional, shareNote, { noteId, version: 4 });
		const shared = await kernel.ask(reader, listPassages, { trajectoryId, evidenceId });
		expect(shared.items).toMatchObject([
			{ text: 'Op het plein is het gezellig.', side: 'protection', isQuote: true, stands: true },
		]);
	});

	it('gives a mark up when its writer takes it away', async () => {
		const { id: noteId } = await kernel.run(professional, addNote, { trajectoryId, text: 'Druk.' });
		const marks = [{ part: 'text', start: 0, end: 5 }];
		await kernel.run(professional, markNote, { noteId, version: 1, marks, side: 'risk' });
		const { note } = await kernel.ask(professional, readNote, { noteId });
		const markId = note.marks[0]?.id;
		await kernel.run(professional, unmarkNote, { noteId, version: 2, markId });
		expect((await kernel.ask(professional, readNote, { noteId })).note.marks).toEqual([]);
		const { id: evidenceId } = await kernel.run(professional, shareNote, { noteId, version: 3 });
		const { items } = await kernel.ask(professional, listPassages, { trajectoryId, evidenceId });
		expect(items).toEqual([]);
	});

	const write = () =>
		kernel.run(professional, addNote, { trajectoryId, text: 'Rustig op het plein.' });
	const notesOf = async (actor: typeof professional) =>
		(await kernel.ask(actor, listNotes, { trajectoryId })).items.map(({ id }) => id);

	it('is seen by its writer alone, also in its former versions', async () => {
		const { id: noteId } = await write();
		expect(await notesOf(professional)).toContain(noteId);
		expect(await notesOf(process_manager)).not.toContain(noteId);
		await expect(kernel.ask(process_manager, readNote, { noteId })).rejects.toMatchObject({
			code: 'not_found',
		});
		await kernel.run(professional, changeNote, { noteId, version: 1, text: 'Druk op het plein.' });
		await expect(
			kernel.run(process_manager, shareNote, { noteId, version: 2 }),
		).rejects.toMatchObject({ code: 'not_found' });
	});

	it('becomes a source by sharing, once, and is then changed there', async () => {
		const { id: noteId } = await write();
		const { id: evidenceId } = await kernel.run(professional, shareNote, { noteId, version: 1 });
		expect(await kernel.ask(process_manager, readEvidence, { evidenceId })).toMatchObject({
			kind: 'logbook',
			title: 'Rustig op het plein.',
			details: { text: 'Rustig op het plein.' },
		});
		await expect(kernel.run(professional, shareNote, { noteId, version: 2 })).rejects.toMatchObject(
			{ code: 'logbook.shared' },
		);
		await expect(
			kernel.run(professional, changeNote, { noteId, version: 2, text: 'Anders.' }),
		).rejects.toMatchObject({ code: 'logbook.shared' });
	});

	it('lets a note be put away and put back', async () => {
		const { id: noteId } = await write();
		await kernel.run(professional, withdrawNote, { noteId, version: 1, reason: 'Dubbel' });
		expect(await notesOf(professional)).not.toContain(noteId);
		await kernel.run(professional, restoreNote, { noteId, version: 2 });
		expect(await notesOf(professional)).toContain(noteId);
	});
});

describe('a stack of paper sheets', () => {
	const enter = (sheet: number, stack = 'Buurthuis, mei') =>
		say('key-figure', { pleasant: `Blad ${sheet}.` }, { enteredFrom: 'paper', stack, sheet });

	it('counts each sheet once, and knows the next number', async () => {
		for (const sheet of [1, 2, 3]) await enter(sheet);
		await expect(enter(2, 'buurthuis, MEI')).rejects.toMatchObject({
			problems: [{ path: 'sheet', code: 'sheet_entered' }],
		});
		await enter(2, 'Een andere stapel');
		const entered = await kernel.ask(professional, listSheets, {
			trajectoryId,
			stack: 'Buurthuis, mei',
		});
		expect(entered.sheets.map(({ sheet }) => sheet)).toEqual([3, 2, 1]);
		expect(entered.next).toBe(4);
		expect(entered.stacks.map(({ stack, count }) => [stack, count]).sort()).toEqual([
			['Buurthuis, mei', 3],
			['Een andere stapel', 1],
		]);
	});
});
