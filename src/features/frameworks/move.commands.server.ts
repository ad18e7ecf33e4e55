import { loadStored } from '#features/analysis/framework.server.ts';
import { openRoundOf } from '#features/analysis/silent-round.queries.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import {
	putThemesBack,
	rewriteThemes,
	type RewrittenRow,
} from '#features/trajectory/themed-rows.server.ts';
import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, invalid, notFound } from '#kernel/failure.ts';
import type { Tx } from '#server/database/handles.ts';
import { changeRow, type Changed } from '#server/database/rows.ts';
import { lastMove } from './move.server.ts';
import { moveBackSchema, moveFrameworkSchema } from './move.schema.ts';

export const moveTrajectory = command({
	name: 'framework.moveTrajectory',
	summary:
		'Takes a trajectory over to another version or framework: what stands under themes goes where is said, the rest stays and is shown as not in this framework.',
	http: { method: 'PUT', path: '/trajecten/{trajectoryId}/kader' },
	input: moveFrameworkSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run(
		{ tx, actor, clock, subject, requestId },
		{ trajectoryId, version, frameworkId, places },
	) {
		const municipalityId = municipalityOf(actor);
		if (frameworkId === subject.frameworkId) throw new Failure('framework.same', 409);
		// What others write in an open round cannot be seen from here, so it could not go along.
		if (await openRoundOf(tx, municipalityId, trajectoryId))
			throw new Failure('silentRound.already_open', 409);
		const target = await loadStored(tx, municipalityId, frameworkId);
		const themes = new Set(target.domains.flatMap((domain) => domain.themes.map(({ id }) => id)));
		const wanted = places.flatMap(({ from, to }) => (to && to !== from ? [{ from, to }] : []));
		const problems = places.flatMap(({ to }, at) =>
			to && !themes.has(to) ? [{ path: `places.${at}.to`, code: 'unknown' as const }] : [],
		);
		if (problems.length > 0) throw invalid(problems);
		const former = subject.formerFrameworkIds.filter((id) => id !== subject.frameworkId && id !== frameworkId); // prettier-ignore
		const changed = await setFramework(tx, actor, { trajectoryId, version }, frameworkId, [
			...former,
			subject.frameworkId,
		]);
		const entries = await rewriteThemes(
			tx,
			{ municipalityId, trajectoryId },
			new Map(wanted.map(({ from, to }) => [from, to])),
			{ membershipId: writerOf(actor), at: clock.now() },
		);
		await tx
			.insertInto('framework_move')
			.values({
				municipality_id: municipalityId,
				id: requestId,
				trajectory_id: trajectoryId,
				from_framework_id: subject.frameworkId,
				to_framework_id: frameworkId,
				former_framework_ids: subject.formerFrameworkIds,
				places: JSON.stringify(wanted),
				entries: JSON.stringify(entries),
				created_by: writerOf(actor),
				created_at: clock.now(),
			})
			.execute();
		return { ...changed, moved: entries.length };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const moveBack = command({
	name: 'framework.moveBack',
	summary:
		'Takes a trajectory back to the framework it had before its last move; what was added since stays.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/kader/terugzetting' },
	input: moveBackSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, clock, subject }, { trajectoryId, version }) {
		const municipalityId = municipalityOf(actor);
		const move = await lastMove(tx, municipalityId, trajectoryId);
		if (!move) throw notFound();
		// What was written since under themes of the framework that is left keeps its names.
		const former = [...move.formerFrameworkIds, subject.frameworkId].filter(
			(id, at, all) => id !== move.fromId && all.indexOf(id) === at,
		);
		const changed = await setFramework(tx, actor, { trajectoryId, version }, move.fromId, former);
		const writer = { membershipId: writerOf(actor), at: clock.now() };
		const entries: RewrittenRow[] = move.entries;
		await putThemesBack(tx, { municipalityId, trajectoryId }, entries, writer);
		await tx
			.updateTable('framework_move')
			.set({ undone_by: writer.membershipId, undone_at: writer.at })
			.where('municipality_id', '=', municipalityId)
			.where('id', '=', move.id)
			.execute();
		return changed;
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

function setFramework(
	tx: Tx,
	actor: Actor,
	{ trajectoryId: id, version }: { trajectoryId: string; version: number },
	framework_id: string,
	former_framework_ids: string[],
): Promise<Changed> {
	const municipalityId = municipalityOf(actor);
	const values = { framework_id, former_framework_ids };
	return changeRow(tx, 'trajectory', { municipalityId, id, version }, values, {
		current: () =>
			tx
				.selectFrom('trajectory')
				.select(['version', 'framework_id as frameworkId'])
				.where('municipality_id', '=', municipalityId)
				.where('id', '=', id)
				.executeTakeFirst(),
	});
}
