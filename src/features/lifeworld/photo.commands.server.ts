import { mayChangeEvidence } from '#features/evidence/evidence.policy.ts';
import { momentOf } from '#features/evidence/moment.ts';
import {
	evidenceOfKind,
	recordEvidence,
	rewriteEvidence,
} from '#features/evidence/record.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { command } from '#kernel/command.server.ts';
import type * as v from 'valibot';
import { excerpt } from './excerpt.ts';
import { addPhotoSchema, changePhotoSchema } from './photo.schema.ts';
import { checkWalk, spotOf, type StoredSpot } from './spot.server.ts';

export const addPhoto = command({
	name: 'photo.add',
	summary: 'Stores what a photo shows and where; the picture itself is attached to it.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/fotos' },
	input: addPhotoSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run(
		{ tx, actor, clock, subject, requestId },
		{ trajectoryId, visibility, walkId, ...filled },
	) {
		await checkWalk(tx, actor, trajectoryId, walkId);
		const where = await spotOf(tx, actor, subject, filled);
		await recordEvidence(tx, actor, clock, {
			...photoEntry(filled, where, clock.now()),
			id: requestId,
			access: subject,
			visibility,
			walkId,
		});
		return { id: requestId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const changePhoto = command({
	name: 'photo.change',
	summary: 'Changes what a photo shows and where; the former text is kept.',
	http: { method: 'PATCH', path: '/fotos/{evidenceId}' },
	input: changePhotoSchema,
	subject: evidenceOfKind('photo'),
	allow: mayChangeEvidence,
	async run({ tx, actor, clock, subject }, { evidenceId: _, version, ...filled }) {
		const where = await spotOf(tx, actor, subject, filled);
		return rewriteEvidence(tx, actor, subject, version, photoEntry(filled, where, clock.now()));
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

type Filled = Omit<v.InferOutput<typeof addPhotoSchema>, 'trajectoryId' | 'visibility' | 'walkId'>;

function photoEntry(input: Filled, where: StoredSpot, now: Date) {
	const { happenedOn, happenedTime, themes, placeKind, madeBy, seen, aboutVulnerable } = input;
	return {
		...where,
		title: excerpt(seen),
		themes,
		aboutVulnerable,
		moment: momentOf({ happenedOn, happenedTime }, now),
		content: { kind: 'photo' as const, details: { placeKind, madeBy, seen } },
	};
}
