import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayLead } from '#features/trajectory/trajectory.policy.ts';
import { memberOf, municipalityOf, writerOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, invalidField } from '#kernel/failure.ts';
import { changeRow } from '#server/database/rows.ts';
import { frozenDocuments } from './freeze.server.ts';
import { accessOfVersion, hasPublicDocuments, visibilityOf } from './report-version.server.ts';
import { freezeReportSchema, setVersionVisibilitySchema } from './report-version.schema.ts';

export const freezeReport = command({
	name: 'reportVersion.freeze',
	summary:
		'Keeps the report and its summaries as they read now, under a name: they are never changed again. Both what those inside read and what the public could read.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/verslagversies' },
	input: freezeReportSchema,
	subject: accessOfInput,
	allow: mayLead,
	async run({ tx, actor, clock, subject, requestId }, { trajectoryId, name, note, visibility }) {
		const { organisationName, role } = memberOf(actor);
		const municipality_id = municipalityOf(actor);
		const documents = await frozenDocuments({ tx, municipalityId: municipality_id, clock, subject, name }); // prettier-ignore
		if (visibility === 'public' && !documents.some(({ audience }) => audience === 'public'))
			throw invalidField('visibility', 'nothing_public');
		const own = { municipality_id, id: requestId, trajectory_id: trajectoryId };
		const now = clock.now();
		await tx
			.insertInto('report_version')
			.values({
				...own,
				name,
				note,
				frozen_at: now,
				frozen_by: writerOf(actor),
				organisation_name: organisationName,
				role,
			}) // prettier-ignore
			.execute();
		await tx
			.insertInto('report_version_visibility')
			.values({ ...own, visibility, changed_by: writerOf(actor), changed_at: now })
			.execute();
		await tx
			.insertInto('report_version_document')
			.values(documents.map((one) => ({ municipality_id, report_version_id: requestId, ...one })))
			.execute();
		return { id: requestId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const setVersionVisibility = command({
	name: 'reportVersion.setVisibility',
	summary:
		'Decides who reads a frozen version: those inside, or everyone what was public when it was frozen. Taking it from the public needs a reason.',
	http: { method: 'PUT', path: '/verslagversies/{reportVersionId}/zichtbaarheid' },
	input: setVersionVisibilitySchema,
	subject: accessOfVersion,
	allow: mayLead,
	async run({ tx, actor, clock }, { reportVersionId, version, visibility, reason }) {
		const municipalityId = municipalityOf(actor);
		const current = () => visibilityOf(tx, municipalityId, reportVersionId);
		const was = await current();
		if (!was) throw new Failure('not_found', 404);
		if (visibility === 'public' && !(await hasPublicDocuments(tx, municipalityId, reportVersionId)))
			throw invalidField('visibility', 'nothing_public');
		if (visibility !== 'public' && was.visibility === 'public' && reason === '')
			throw invalidField('reason', 'required');
		return changeRow(
			tx,
			'report_version_visibility',
			{ municipalityId, id: reportVersionId, version },
			{ visibility, reason, changed_by: writerOf(actor), changed_at: clock.now() },
			{ current },
		);
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});
