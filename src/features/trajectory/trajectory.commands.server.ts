import { municipalityOf, writerOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { invalidField } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import { onlyRoles } from '#kernel/policy.ts';
import { nothing } from '#kernel/query.server.ts';
import type { Preconditions } from './checklist.schema.ts';
import { newestContent, newestFramework } from '#features/content/content.server.ts';
import type { Tx } from '#server/database/handles.ts';
import { slugOf } from './slug.ts';
import { startTrajectorySchema } from './trajectory.schema.ts';

export const startTrajectory = command({
	name: 'trajectory.start',
	summary: 'Starts a trajectory: one pass through the six steps for one area.',
	http: { method: 'POST', path: '/trajecten' },
	input: startTrajectorySchema,
	subject: nothing,
	allow: onlyRoles('process_manager'),
	async run({ tx, actor, clock, requestId }, input) {
		const municipality_id = municipalityOf(actor);
		if (input.endYear < input.startYear) throw invalidField('endYear', 'end_before_start');
		const area_slug = slugOf(input.areaName);
		if (area_slug === '') throw invalidField('areaName', 'invalid');
		const taken = await tx
			.selectFrom('trajectory')
			.select('id')
			.where('municipality_id', '=', municipality_id)
			.where('area_slug', '=', area_slug)
			.where('start_year', '=', input.startYear)
			.executeTakeFirst();
		if (taken) throw invalidField('startYear', 'taken');

		const framework = await newestFramework(tx, municipality_id, input.framework);
		const preconditions_id = (await newestContent(
			tx,
			municipality_id,
			'preconditions',
			'nine',
		)) as string;
		await tx
			.insertInto('trajectory')
			.values({
				municipality_id,
				id: requestId,
				area_slug,
				area_name: input.areaName,
				area_code: input.areaCode,
				start_year: input.startYear,
				end_year: input.endYear,
				framework_id: framework.id,
				criteria_id: (await newestContent(
					tx,
					municipality_id,
					'criteria',
					framework.criteria,
				)) as string,
				preconditions_id,
				goals: input.goals,
				cooperation: input.cooperation,
				created_by: writerOf(actor),
				created_at: clock.now(),
			})
			.execute();
		await addPreconditions(tx, municipality_id, requestId, preconditions_id);
		return { id: requestId, areaSlug: area_slug, startYear: input.startYear };
	},
	trajectory: (_input, _subject, output) => output.id,
});

/** Every precondition of the checklist stands there from the start, with nothing known about it. */
async function addPreconditions(
	tx: Tx,
	municipality_id: string,
	trajectory_id: string,
	contentId: string,
): Promise<void> {
	const { content } = await tx
		.selectFrom('content_version')
		.select((eb) => eb.ref('content').$castTo<Preconditions>().as('content'))
		.where('municipality_id', '=', municipality_id)
		.where('id', '=', contentId)
		.executeTakeFirstOrThrow();
	await tx
		.insertInto('precondition')
		.values(
			content.preconditions.map(({ id: key }) => ({
				municipality_id,
				id: newId(),
				trajectory_id,
				key,
			})),
		)
		.execute();
}
