import { checkThemes } from '#features/content/themes.server.ts';
import { accessOfInput, loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { memberOf, municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { changeRow, restoreRow, withdrawRow } from '#server/database/rows.ts';
import {
	addProvisionSchema,
	changeProvisionSchema,
	restoreProvisionSchema,
	withdrawProvisionSchema,
} from './provision.schema.ts';

const accessOfProvision = (reader: Reader, input: { provisionId: string }, actor: Actor) =>
	loadAccessOfRow(reader, 'provision', input.provisionId, actor);

export const addProvision = command({
	name: 'provision.add',
	summary: 'Adds to the analysis of provision: what a theme offers, lacks or needs.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/voorzieningen' },
	input: addProvisionSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run(
		{ tx, actor, clock, subject, requestId },
		{ trajectoryId, theme, standing, form, text },
	) {
		await checkThemes(tx, actor.municipalityId, subject, [theme], 'theme');
		const { organisationId, membershipId } = memberOf(actor);
		await tx
			.insertInto('provision')
			.values({
				municipality_id: municipalityOf(actor),
				id: requestId,
				trajectory_id: trajectoryId,
				theme,
				standing,
				form,
				text,
				organisation_id: organisationId,
				created_by: membershipId,
				created_at: clock.now(),
			})
			.execute();
		return { id: requestId, version: 1 };
	},
	trajectory: (input) => input.trajectoryId,
});

export const changeProvision = command({
	name: 'provision.change',
	summary: 'Changes a line of the analysis of provision; its former version is kept.',
	http: { method: 'PATCH', path: '/voorzieningen/{provisionId}' },
	input: changeProvisionSchema,
	subject: accessOfProvision,
	allow: mayContribute,
	async run({ tx, actor, subject }, { provisionId, version, theme, standing, form, text }) {
		await checkThemes(tx, actor.municipalityId, subject, [theme], 'theme');
		const row = { municipalityId: municipalityOf(actor), id: provisionId, version };
		const values = { theme, standing, form, text };
		return changeRow(tx, 'provision', row, values, {
			current: () => currentProvision(tx, row.municipalityId, provisionId),
		});
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const withdrawProvision = command({
	name: 'provision.withdraw',
	summary: 'Takes a line out of the analysis of provision, with a reason; it can be restored.',
	http: { method: 'POST', path: '/voorzieningen/{provisionId}/intrekking' },
	input: withdrawProvisionSchema,
	subject: accessOfProvision,
	allow: mayContribute,
	run: ({ tx, actor, clock }, { provisionId: id, version, reason }) =>
		withdrawRow(
			tx,
			'provision',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const restoreProvision = command({
	name: 'provision.restore',
	summary: 'Puts a withdrawn line back into the analysis of provision.',
	http: { method: 'POST', path: '/voorzieningen/{provisionId}/herstel' },
	input: restoreProvisionSchema,
	subject: accessOfProvision,
	allow: mayContribute,
	run: ({ tx, actor }, { provisionId: id, version }) =>
		restoreRow(tx, 'provision', { municipalityId: municipalityOf(actor), id, version }),
	trajectory: (_input, subject) => subject.trajectoryId,
});

/** What stands there now: what a second writer needs to merge. */
function currentProvision(reader: Reader, municipalityId: string, id: string) {
	return reader
		.selectFrom('provision')
		.select(['version', 'theme', 'standing', 'form', 'text'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
}
