import * as v from 'valibot';
import { freeId, slugOf } from '#features/trajectory/slug.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { changedMeanwhile, Failure, invalid, invalidField } from '#kernel/failure.ts';
import { nothing } from '#kernel/query.server.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, restoreRow, withdrawRow } from '#server/database/rows.ts';
import { guideSchema } from './guide.schema.ts';
import { currentGuides } from './guides.server.ts';
import { mayAdaptGuides } from './own-guide.policy.ts';
import {
	beginGuideSchema,
	changeGuideSchema,
	publishGuideSchema,
	restoreGuideSchema,
	withdrawGuideSchema,
} from './own-guide.schema.ts';
import { ownGuide, takenIds, type OwnGuide } from './own-guide.server.ts';
import { draftFrom, guideToUse, questionProblems, questionsFrom } from './own-guide.ts';

export const beginGuide = command({
	name: 'ownGuide.begin',
	summary:
		'Copies a conversation guide to adapt it; nobody is asked by it until it is taken into use.',
	http: { method: 'POST', path: '/eigen-gesprekswijzers' },
	input: beginGuideSchema,
	subject: nothing,
	allow: mayAdaptGuides,
	async run({ tx, actor, clock, requestId }, { guide: wanted, name, replaces }) {
		const municipalityId = municipalityOf(actor);
		const { guides } = await currentGuides(tx, municipalityId);
		const guide = guides.find(({ id }) => id === wanted);
		if (!guide) throw invalidField('guide', 'choose');
		const { keys } = await takenIds(tx, municipalityId);
		const key = freeId(slugOf(name) || 'gesprek', keys);
		const by = writerOf(actor);
		const at = clock.now();
		await tx
			.insertInto('own_guide')
			.values({
				municipality_id: municipalityId,
				id: requestId,
				key,
				based_on: guide.id,
				based_on_version: guide.version,
				replaces,
				content: JSON.stringify(draftFrom(guide, name)),
				created_by: by,
				created_at: at,
				changed_by: by,
				changed_at: at,
			})
			.execute();
		return { id: requestId, key };
	},
});

export const changeGuide = command({
	name: 'ownGuide.change',
	summary:
		'Changes the name and questions of an own guide: in other words under the same id, left out, added, in another order.',
	http: { method: 'PATCH', path: '/eigen-gesprekswijzers/{guideId}' },
	input: changeGuideSchema,
	subject: nothing,
	allow: mayAdaptGuides,
	async run({ tx, actor, clock }, { guideId, version, nameNl, nameEn, replaces, questions }) {
		const municipalityId = municipalityOf(actor);
		const guide = await openGuide(tx, municipalityId, guideId);
		const known = new Set(guide.content.questions.map(({ id }) => id));
		const problems = questionProblems(questions, known);
		if (problems.length > 0) throw invalid(problems);
		const { questions: taken } = await takenIds(tx, municipalityId);
		const content = {
			speaker: guide.content.speaker,
			name: { nl: nameNl, en: nameEn },
			questions: questionsFrom(questions, taken),
		};
		return changeRow(
			tx,
			'own_guide',
			{ municipalityId, id: guideId, version },
			{
				content: JSON.stringify(content),
				replaces,
				changed_by: writerOf(actor),
				changed_at: clock.now(),
			},
			{ current: () => currentTexts(tx, municipalityId, guideId) },
		);
	},
});

export const publishGuide = command({
	name: 'ownGuide.publish',
	summary:
		'Takes an own guide into use as its next version; answers to former versions stay bound to those.',
	http: { method: 'POST', path: '/eigen-gesprekswijzers/{guideId}/publicatie' },
	input: publishGuideSchema,
	subject: nothing,
	allow: mayAdaptGuides,
	async run({ tx, actor, clock, requestId }, { guideId, version }) {
		const municipalityId = municipalityOf(actor);
		const guide = await openGuide(tx, municipalityId, guideId);
		// Whoever takes it into use has seen what they take into use.
		if (guide.version !== version) throw changedMeanwhile({ version: guide.version });
		const number = (guide.publishedVersion ?? 0) + 1;
		const content = v.parse(guideSchema, guideToUse(guide.content, guide.key));
		await tx
			.insertInto('content_version')
			.values({
				municipality_id: municipalityId,
				id: requestId,
				kind: 'guide',
				key: guide.key,
				version: number,
				content: JSON.stringify(content),
				created_at: clock.now(),
			})
			.execute();
		const row = { municipalityId, id: guideId, version };
		const values = { published_id: requestId, published_draft: version + 1 };
		const changed = await changeRow(tx, 'own_guide', row, values, {
			current: () => currentTexts(tx, municipalityId, guideId),
		});
		return { ...changed, key: guide.key, inUse: number };
	},
});

export const withdrawGuide = command({
	name: 'ownGuide.withdraw',
	summary:
		'Sets an own guide aside: it is not offered any more, and what it replaced is again. What was answered stays.',
	http: { method: 'POST', path: '/eigen-gesprekswijzers/{guideId}/intrekking' },
	input: withdrawGuideSchema,
	subject: nothing,
	allow: mayAdaptGuides,
	run: ({ tx, actor, clock }, { guideId: id, version, reason }) =>
		withdrawRow(tx, 'own_guide', rowOf(actor, id, version), reason, clock.now()),
});

export const restoreGuide = command({
	name: 'ownGuide.restore',
	summary: 'Takes up an own guide again that was set aside.',
	http: { method: 'POST', path: '/eigen-gesprekswijzers/{guideId}/herstel' },
	input: restoreGuideSchema,
	subject: nothing,
	allow: mayAdaptGuides,
	run: ({ tx, actor }, { guideId: id, version }) =>
		restoreRow(tx, 'own_guide', rowOf(actor, id, version)),
});

function rowOf(actor: Actor, id: string, version: number) {
	return { municipalityId: municipalityOf(actor), id, version };
}

async function openGuide(tx: Tx, municipalityId: string, id: string): Promise<OwnGuide> {
	const guide = await ownGuide(tx, municipalityId, id);
	if (guide.withdrawnAt) throw new Failure('withdrawn', 409);
	return guide;
}

/** What stands there now, under the names of the form. */
async function currentTexts(reader: Reader, municipalityId: string, id: string) {
	const { content, replaces, version } = await ownGuide(reader, municipalityId, id);
	return {
		version,
		replaces,
		nameNl: content.name.nl,
		nameEn: content.name.en,
		questions: content.questions.map(({ question }) => question.nl).join('\n'),
	};
}
