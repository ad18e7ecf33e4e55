import { accessOfInput } from '#features/trajectory/access.server.ts';
import { openPart } from '#features/trajectory/open-part.server.ts';
import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, invalidField } from '#kernel/failure.ts';
import { addRoundSchema, changeRoundSchema, roundVersionSchema } from './recognition.schema.ts';
import { accessOfRound, replaceRound } from './round.write.server.ts';

interface Period {
	opensOn: string;
	closesOn: string | null;
}

export const addRound = command({
	name: 'recognitionRound.add',
	summary:
		'Prepares a round in which residents are asked what they recognise; not on the site yet.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/herkenningsrondes' },
	input: addRoundSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, clock, requestId: id }, { trajectoryId, ...input }) {
		checkPeriod(input);
		const municipality_id = municipalityOf(actor);
		await tx
			.insertInto('recognition_round')
			.values((eb) => ({
				municipality_id,
				id,
				trajectory_id: trajectoryId,
				number: eb
					.selectFrom('recognition_round')
					.select((last) =>
						last(last.fn.coalesce(last.fn.max('number'), last.val(0)), '+', 1).as('next'),
					)
					.where('municipality_id', '=', municipality_id)
					.where('trajectory_id', '=', trajectoryId),
				introduction: input.introduction,
				introduction_en: input.introductionEn,
				opens_on: input.opensOn,
				closes_on: input.closesOn,
				created_by: writerOf(actor),
				created_at: clock.now(),
			}))
			.execute();
		return { id };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const changeRound = command({
	name: 'recognitionRound.change',
	summary: 'Changes the introduction of a round, or from when to when residents can react.',
	http: { method: 'PATCH', path: '/herkenningsrondes/{recognitionRoundId}' },
	input: changeRoundSchema,
	subject: accessOfRound,
	allow: mayLead,
	run({ tx, actor }, input) {
		checkPeriod(input);
		return replaceRound(tx, actor, input, {
			introduction: input.introduction,
			introduction_en: input.introductionEn,
			opens_on: input.opensOn,
			closes_on: input.closesOn,
		});
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const publishRound = command({
	name: 'recognitionRound.publish',
	summary: 'Puts a round on the site; the page for residents of this trajectory becomes public.',
	http: { method: 'POST', path: '/herkenningsrondes/{recognitionRoundId}/publicatie' },
	input: roundVersionSchema,
	subject: accessOfRound,
	allow: mayLead,
	async run({ tx, actor, clock, subject }, input) {
		const { count } = await tx
			.selectFrom('recognition_sentence')
			.select((eb) => eb.fn.countAll<string>().as('count'))
			.where('municipality_id', '=', municipalityOf(actor))
			.where('round_id', '=', input.recognitionRoundId)
			.where('withdrawn_at', 'is', null)
			.executeTakeFirstOrThrow();
		if (Number(count) === 0) throw new Failure('recognition_round.no_sentences', 409);
		await openPart(tx, actor, subject.trajectoryId, 'recognition');
		return replaceRound(tx, actor, input, { published_at: clock.now() });
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

export const unpublishRound = command({
	name: 'recognitionRound.unpublish',
	summary: 'Takes a round off the site. What residents said stays, and it can be put back.',
	http: { method: 'DELETE', path: '/herkenningsrondes/{recognitionRoundId}/publicatie' },
	input: roundVersionSchema,
	subject: accessOfRound,
	allow: mayLead,
	run: ({ tx, actor }, input) => replaceRound(tx, actor, input, { published_at: null }),
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

function checkPeriod({ opensOn, closesOn }: Period): void {
	if (closesOn !== null && closesOn < opensOn) throw invalidField('closesOn', 'end_before_start');
}
