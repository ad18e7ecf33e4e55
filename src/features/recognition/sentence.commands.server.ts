import { checkThemes } from '#features/content/themes.server.ts';
import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { restoreRow, withdrawRow } from '#server/database/rows.ts';
import {
	addSentenceSchema,
	answerSentenceSchema,
	changeSentenceSchema,
	moveSentenceSchema,
	restoreSentenceSchema,
	withdrawSentenceSchema,
} from './recognition.schema.ts';
import { accessOfRound } from './round.write.server.ts';
import {
	accessOfSentence,
	checkUnread,
	lastPosition,
	linkGrounds,
	replaceSentence,
	swapWithNeighbour,
} from './sentence.write.server.ts';

export const addSentence = command({
	name: 'recognitionSentence.add',
	summary: 'Adds a sentence about what was heard and seen, for residents to recognise or not.',
	http: { method: 'POST', path: '/herkenningsrondes/{recognitionRoundId}/zinnen' },
	input: addSentenceSchema,
	subject: accessOfRound,
	allow: mayLead,
	async run({ tx, actor, clock, subject, requestId: id }, { recognitionRoundId, ...input }) {
		const municipality_id = municipalityOf(actor);
		const { trajectoryId } = subject;
		await checkThemes(tx, municipality_id, subject, [input.theme], 'theme');
		await tx
			.insertInto('recognition_sentence')
			.values({
				municipality_id,
				id,
				trajectory_id: trajectoryId,
				round_id: recognitionRoundId,
				theme: input.theme,
				position: (await lastPosition(tx, municipality_id, recognitionRoundId)) + 1,
				text: input.text,
				text_en: input.textEn,
				created_by: writerOf(actor),
				created_at: clock.now(),
			})
			.execute();
		await linkGrounds(tx, actor, subject, id, input);
		return { id };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const changeSentence = command({
	name: 'recognitionSentence.change',
	summary:
		'Changes a sentence, its theme or what it rests on; its words only before anybody reacted.',
	http: { method: 'PATCH', path: '/herkenningszinnen/{recognitionSentenceId}' },
	input: changeSentenceSchema,
	subject: accessOfSentence,
	allow: mayLead,
	async run({ tx, actor, subject }, input) {
		const municipalityId = municipalityOf(actor);
		const { recognitionSentenceId: id, theme, text, textEn } = input;
		await checkThemes(tx, municipalityId, subject, [theme], 'theme');
		await checkUnread(tx, municipalityId, id, { text, textEn });
		const changed = await replaceSentence(tx, actor, input, { theme, text, text_en: textEn });
		await linkGrounds(tx, actor, subject, id, input);
		return changed;
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const moveSentence = command({
	name: 'recognitionSentence.move',
	summary: 'Moves a sentence one place up or down within its theme.',
	http: { method: 'PUT', path: '/herkenningszinnen/{recognitionSentenceId}/plaats' },
	input: moveSentenceSchema,
	subject: accessOfSentence,
	allow: mayLead,
	run: ({ tx, actor }, input) => swapWithNeighbour(tx, actor, input),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const withdrawSentence = command({
	name: 'recognitionSentence.withdraw',
	summary: 'Takes a sentence off the page for residents, with the reason. It can be put back.',
	http: { method: 'POST', path: '/herkenningszinnen/{recognitionSentenceId}/intrekking' },
	input: withdrawSentenceSchema,
	subject: accessOfSentence,
	allow: mayLead,
	run: ({ tx, actor, clock }, { recognitionSentenceId: id, version, reason }) =>
		withdrawRow(
			tx,
			'recognition_sentence',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const restoreSentence = command({
	name: 'recognitionSentence.restore',
	summary: 'Puts a withdrawn sentence back on the page for residents.',
	http: { method: 'POST', path: '/herkenningszinnen/{recognitionSentenceId}/herstel' },
	input: restoreSentenceSchema,
	subject: accessOfSentence,
	allow: mayLead,
	run: ({ tx, actor }, { recognitionSentenceId: id, version }) =>
		restoreRow(tx, 'recognition_sentence', {
			municipalityId: municipalityOf(actor),
			id,
			version,
		}),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const answerSentence = command({
	name: 'recognitionSentence.answer',
	summary:
		'Says in public what was done with what residents said of a sentence; empty takes it away.',
	http: { method: 'PUT', path: '/herkenningszinnen/{recognitionSentenceId}/antwoord' },
	input: answerSentenceSchema,
	subject: accessOfSentence,
	allow: mayLead,
	run: ({ tx, actor, clock }, input) =>
		replaceSentence(tx, actor, input, {
			answer: input.answer,
			answer_en: input.answer === '' ? '' : input.answerEn,
			answered_at: input.answer === '' ? null : clock.now(),
		}),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});
