import { mayChangeEvidence } from '#features/evidence/evidence.policy.ts';
import {
	evidenceOfInput,
	evidenceOfKind,
	rewriteEvidence,
	type LoadedEvidence,
} from '#features/evidence/record.server.ts';
import type { FigureDetails } from '#features/evidence/evidence-details.schema.ts';
import { memberOf, municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, invalidField, notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { withdrawRow } from '#server/database/rows.ts';
import { figureEntry, findFigure } from './figure-taking.server.ts';
import {
	keepFigureSchema,
	takeNewerFigureSchema,
	withdrawKeptFigureSchema,
} from './newer-figure.schema.ts';
import { newerFigures } from './newer-figure.server.ts';

export const takeNewerFigure = command({
	name: 'figure.takeNewer',
	summary:
		'Puts the newer figure in the place of the one among the sources; the older one stays in the history of the source.',
	http: { method: 'PUT', path: '/bronnen/{evidenceId}/nieuwer-cijfer' },
	input: takeNewerFigureSchema,
	subject: evidenceOfKind('figure'),
	allow: mayChangeEvidence,
	async run({ tx, actor, subject }, { seriesId, version }) {
		await checkNewest(tx, actor, subject, seriesId);
		const { areaCode } = subject.evidence.details as FigureDetails;
		const entry = await figureEntry(tx, actor, await findFigure(tx, actor, { areaCode, seriesId }));
		const { themes } = await tx
			.selectFrom('evidence')
			.select('themes')
			.where('municipality_id', '=', municipalityOf(actor))
			.where('id', '=', subject.evidence.id)
			.executeTakeFirstOrThrow();
		return rewriteEvidence(tx, actor, subject, version, { ...entry, themes });
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const keepFigure = command({
	name: 'figure.keep',
	summary: 'Keeps the figure among the sources although there is a newer one, with the reason.',
	http: { method: 'POST', path: '/bronnen/{evidenceId}/bewaarde-cijfers' },
	input: keepFigureSchema,
	subject: evidenceOfKind('figure'),
	allow: mayChangeEvidence,
	async run({ tx, actor, clock, subject, requestId }, { evidenceId, seriesId, reason }) {
		if (subject.evidence.isWithdrawn) throw new Failure('withdrawn', 409);
		await checkNewest(tx, actor, subject, seriesId);
		const { organisationId, membershipId } = memberOf(actor);
		const [added] = await tx
			.insertInto('kept_figure')
			.values({
				municipality_id: municipalityOf(actor),
				id: requestId,
				trajectory_id: subject.trajectoryId,
				evidence_id: evidenceId,
				series_id: seriesId,
				reason,
				organisation_id: organisationId,
				created_by: membershipId,
				created_at: clock.now(),
			})
			.onConflict((conflict) => conflict.doNothing())
			.returning('id')
			.execute();
		if (!added) throw new Failure('figure.choice_made', 409);
		return { id: requestId, version: 1 };
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const withdrawKeptFigure = command({
	name: 'keptFigure.withdraw',
	summary: 'Takes back that an older figure was kept: the newer one is offered again.',
	http: { method: 'POST', path: '/bewaarde-cijfers/{keptFigureId}/intrekking' },
	input: withdrawKeptFigureSchema,
	subject: sourceOfChoice,
	allow: mayChangeEvidence,
	run: ({ tx, actor, clock }, { keptFigureId: id, version, reason }) =>
		withdrawRow(
			tx,
			'kept_figure',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, subject) => subject.trajectoryId,
});

async function sourceOfChoice(
	reader: Reader,
	{ keptFigureId }: { keptFigureId: string },
	actor: Actor,
): Promise<LoadedEvidence> {
	const row = await reader
		.selectFrom('kept_figure')
		.select('evidence_id as evidenceId')
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', keptFigureId)
		.executeTakeFirst();
	if (!row) throw notFound();
	return evidenceOfInput(reader, row, actor);
}

/**
 * What was looked at has to be the newest still. Throws `unknown` at `seriesId` when there is no such series, and
 * `figure.not_newest` when there is no newer figure, or another one.
 */
async function checkNewest(
	reader: Reader,
	actor: Actor,
	{ trajectoryId, evidence }: LoadedEvidence,
	seriesId: number,
): Promise<void> {
	if (evidence.isWithdrawn) throw new Failure('withdrawn', 409);
	const series = await reader
		.selectFrom('series')
		.select('id')
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', seriesId)
		.executeTakeFirst();
	if (!series) throw invalidField('seriesId', 'unknown');
	const [newer] = await newerFigures(reader, actor, trajectoryId, [evidence.id]);
	if (newer?.seriesId !== seriesId) throw new Failure('figure.not_newest', 409);
}
