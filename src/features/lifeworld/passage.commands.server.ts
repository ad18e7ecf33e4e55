import type { EvidenceContent } from '#features/evidence/evidence-details.schema.ts';
import { checkThemes } from '#features/content/themes.server.ts';
import { evidenceOfInput } from '#features/evidence/record.server.ts';
import { sourceTexts } from '#features/evidence/source-texts.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { changedMeanwhile, Failure, invalid, notFound } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import type { Reader } from '#server/database/handles.ts';
import { changeRow, restoreRow, withdrawRow } from '#server/database/rows.ts';
import {
	changePassageSchema,
	markPassagesSchema,
	restorePassageSchema,
	withdrawPassageSchema,
} from './passage.schema.ts';
import { joined, stretchProblems } from './passage.ts';
import { mayMark } from './passage.policy.ts';
import { meaningColumns, refuseMeaningless, storePassages } from './passage.write.server.ts';
import { passageOfInput } from './passages.server.ts';

export const markPassages = command({
	name: 'passage.mark',
	summary:
		'Marks passages in the text of a source: as a quote, under themes, as risk or protection. Stretches that follow one another become one.',
	http: { method: 'POST', path: '/bronnen/{evidenceId}/passages' },
	input: markPassagesSchema,
	subject: evidenceOfInput,
	allow: mayMark,
	async run({ tx, actor, clock, subject, requestId }, { version, marks, ...meaning }) {
		const { evidence } = subject;
		if (evidence.isWithdrawn) throw new Failure('withdrawn', 409);
		// Positions are those of the text that was read.
		if (evidence.version !== version) throw changedMeanwhile({ version: evidence.version });
		const texts = sourceTexts(evidence as unknown as EvidenceContent);
		const passages = joined(marks, texts);
		const problems = stretchProblems(passages, marks, texts);
		if (problems.length > 0) throw invalid(problems);
		refuseMeaningless(meaning);
		await checkThemes(tx, actor.municipalityId, subject, meaning.themes);
		const rows = passages.map((stretch, at) => ({
			...stretch,
			...meaning,
			id: at === 0 ? requestId : newId(),
			text:
				texts.find(({ part }) => part === stretch.part)?.text.slice(stretch.start, stretch.end) ??
				'',
		}));
		const { trajectoryId } = subject;
		const markedIn = { trajectoryId, evidenceId: evidence.id, version, at: clock.now() };
		await storePassages(tx, actor, markedIn, rows);
		return { id: requestId, ids: rows.map(({ id }) => id), evidenceId: evidence.id };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const changePassage = command({
	name: 'passage.change',
	summary:
		'Puts a passage under other themes, calls it risk or protection, or makes it a quote or not.',
	http: { method: 'PATCH', path: '/passages/{passageId}' },
	input: changePassageSchema,
	subject: passageOfInput,
	allow: mayMark,
	async run({ tx, actor, subject }, { passageId: id, version, ...meaning }) {
		refuseMeaningless(meaning);
		await checkThemes(tx, actor.municipalityId, subject, meaning.themes);
		const row = { municipalityId: municipalityOf(actor), id, version };
		return changeRow(tx, 'passage', row, meaningColumns(meaning), {
			current: () => currentMeaning(tx, actor, id),
		});
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const withdrawPassage = command({
	name: 'passage.withdraw',
	summary: 'Takes a mark away; the source keeps its words, and what cited the passage says so.',
	http: { method: 'POST', path: '/passages/{passageId}/intrekking' },
	input: withdrawPassageSchema,
	subject: passageOfInput,
	allow: mayMark,
	run: ({ tx, actor, clock }, { passageId: id, version, reason }) =>
		withdrawRow(
			tx,
			'passage',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const restorePassage = command({
	name: 'passage.restore',
	summary: 'Puts a mark back that was taken away.',
	http: { method: 'POST', path: '/passages/{passageId}/herstel' },
	input: restorePassageSchema,
	subject: passageOfInput,
	allow: mayMark,
	run: ({ tx, actor }, { passageId: id, version }) =>
		restoreRow(tx, 'passage', { municipalityId: municipalityOf(actor), id, version }),
	trajectory: (_input, subject) => subject.trajectoryId,
});

async function currentMeaning(reader: Reader, { municipalityId }: Actor, id: string) {
	const row = await reader
		.selectFrom('passage')
		.select(['version', 'themes', 'side', 'is_quote as isQuote'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!row) throw notFound();
	return row;
}
