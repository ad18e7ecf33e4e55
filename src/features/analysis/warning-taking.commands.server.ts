import { takeFigure } from '#features/figures/figure-taking.server.ts';
import { accessOfInput, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { recordAnswer } from '#features/warnings/answer.server.ts';
import { warningOfInput } from '#features/warnings/warning.commands.server.ts';
import { refuseOtherArea } from '#features/warnings/warning.queries.server.ts';
import { trajectoryWarningSchema } from '#features/warnings/warning.schema.ts';
import type { WarningLine } from '#features/warnings/warning.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { command } from '#kernel/command.server.ts';
import { Failure } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { warningTexts } from '#locales/warnings.ts';
import type { Tx } from '#server/database/handles.ts';
import { withdrawRow } from '#server/database/rows.ts';
import { accessOfFinding, updateFinding } from './finding-row.server.ts';
import { insertFinding } from './finding.write.server.ts';
import { insertNeed } from './knowledge-need.write.server.ts';
import { warningToFindingSchema, warningToNeedSchema } from './warning-taking.schema.ts';

interface Context {
	tx: Tx;
	actor: Actor;
	clock: Clock;
	subject: TrajectoryAccess;
}

type Which = { trajectoryId: string; warningId: string };

export const takeUpAsFinding = command({
	name: 'warning.takeUpAsFinding',
	summary:
		'Takes an early warning up as a finding: its figures go among the sources as they are today, and the finding cites them.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/waarschuwingen/{warningId}/bevinding' },
	input: warningToFindingSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, { warningId, trajectoryId, ...finding }) {
		const context = { tx, actor, clock, subject };
		const warning = await warningHere(context, { trajectoryId, warningId });
		const evidenceIds = await takeFigures(context, warning);
		await insertFinding(context, { id: requestId, ...finding, evidenceIds });
		await tookUp(context, warning, 'finding', requestId);
		return { id: requestId, version: 1 };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
	touches: (_input, _subject, { id }) => [{ thing: 'finding', id }],
});

export const takeUpAsNeed = command({
	name: 'warning.takeUpAsNeed',
	summary:
		'Takes an early warning up as a question that is to be looked into; its figures go among the sources as they are today.',
	http: {
		method: 'POST',
		path: '/trajecten/{trajectoryId}/waarschuwingen/{warningId}/kennisvraag',
	},
	input: warningToNeedSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, { warningId, trajectoryId, ...asked }) {
		const context = { tx, actor, clock, subject };
		const warning = await warningHere(context, { trajectoryId, warningId });
		await takeFigures(context, warning);
		const content = { ...asked, method: '', who: '', whoOrganisationId: null, dueOn: null };
		await insertNeed(context, { id: requestId, access: subject, content });
		await tookUp(context, warning, 'knowledge_need', requestId);
		return { id: requestId, version: 1 };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
	touches: (_input, _subject, { id }) => [{ thing: 'knowledgeNeed', id }],
});

export const undoTakingUp = command({
	name: 'warning.undoTakeUp',
	summary:
		'Undoes that a warning was taken up: it is open again, and the finding or question that it became leaves the form.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/waarschuwingen/{warningId}/ongedaan' },
	input: trajectoryWarningSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, subject }, which) {
		const context = { tx, actor, clock, subject };
		const { answers } = await warningHere(context, which);
		const taken = answers.find(
			({ trajectoryId, isAboutNow }) => trajectoryId === which.trajectoryId && isAboutNow,
		);
		if (!taken?.becameId) throw new Failure('warning.not_taken_up', 409);
		const row = { municipalityId: municipalityOf(actor), id: taken.id, version: taken.version };
		const changed = await withdrawRow(tx, 'warning_answer', row, '', clock.now());
		if (taken.kind === 'finding') await withdrawFinding(context, taken.becameId);
		else await withdrawNeed(context, taken.becameId);
		return changed;
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

/** The warning, when it is about the area of this trajectory. Throws `not_found`. */
async function warningHere(
	{ tx, actor }: Context,
	{ trajectoryId, warningId }: Which,
): Promise<WarningLine> {
	await refuseOtherArea(tx, actor, trajectoryId, warningId);
	return warningOfInput(tx, { warningId }, actor);
}

/** The figures of a warning among the sources of the trajectory, as they are published now. */
async function takeFigures(context: Context, warning: WarningLine): Promise<string[]> {
	const ids: string[] = [];
	for (const { points } of warning.details.signs) {
		const place = { areaCode: warning.areaCode, seriesId: points.at(-1)!.seriesId };
		ids.push(await takeFigure(context, place, newId()));
	}
	return ids;
}

function tookUp(
	{ tx, actor, clock, subject }: Context,
	warning: WarningLine,
	kind: 'finding' | 'knowledge_need',
	id: string,
): Promise<void> {
	return recordAnswer(tx, warning, {
		municipalityId: municipalityOf(actor),
		id: newId(),
		kind,
		reason: '',
		by: writerOf(actor),
		at: clock.now(),
		became: { trajectoryId: subject.trajectoryId, id },
	});
}

/** A finding that somebody withdrew or grouped others in meanwhile stays what they made of it. */
async function withdrawFinding(context: Context, findingId: string): Promise<void> {
	const { finding } = await accessOfFinding(context.tx, { findingId }, context.actor);
	if (finding.withdrawnAt || finding.isGroup || finding.groupedInto) return;
	await updateFinding(
		context,
		{ findingId, version: finding.version },
		{
			withdrawn_at: context.clock.now(),
			withdrawn_reason: warningTexts[context.actor.language].undoneReason,
		},
	);
}

async function withdrawNeed({ tx, actor, clock }: Context, id: string): Promise<void> {
	const municipalityId = municipalityOf(actor);
	const need = await tx
		.selectFrom('knowledge_need')
		.select(['version', 'withdrawn_at as withdrawnAt'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!need || need.withdrawnAt) return;
	const row = { municipalityId, id, version: need.version };
	const reason = warningTexts[actor.language].undoneReason;
	await withdrawRow(tx, 'knowledge_need', row, reason, clock.now());
}
