import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { changedMeanwhile, Failure } from '#kernel/failure.ts';
import { nothing } from '#kernel/query.server.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { addOrganisationRow, loadOrganisation, refuseTakenName } from './organisation.server.ts';
import { managesPeople } from './people.policy.ts';
import {
	addOrganisationSchema,
	changeOrganisationSchema,
	organisationSchema,
} from './people.schema.ts';

export const addOrganisation = command({
	name: 'organisation.add',
	summary: 'Adds an organisation to the municipality.',
	http: { method: 'POST', path: '/organisaties' },
	input: addOrganisationSchema,
	subject: nothing,
	allow: managesPeople,
	async run({ tx, actor, clock, requestId }, { name, sector }) {
		const id = await addOrganisationRow(tx, municipalityOf(actor), requestId, {
			name,
			sector,
			field: 'name',
			now: clock.now(),
		});
		return { id };
	},
});

export const changeOrganisation = command({
	name: 'organisation.change',
	summary: 'Changes the name or the sector of an organisation.',
	http: { method: 'PATCH', path: '/organisaties/{organisationId}' },
	input: changeOrganisationSchema,
	subject: organisationOf,
	allow: managesPeople,
	async run({ tx, actor }, { organisationId, version, name, sector }) {
		await refuseTakenName(tx, municipalityOf(actor), name, 'name', organisationId);
		return update(tx, actor, { organisationId, version }, { name, sector });
	},
});

export const endOrganisation = command({
	name: 'organisation.end',
	summary: 'Ends an organisation for which nobody is active; what it brought in stays.',
	http: { method: 'POST', path: '/organisaties/{organisationId}/einde' },
	input: organisationSchema,
	subject: organisationOf,
	allow: managesPeople,
	async run({ tx, actor, clock }, input) {
		const active = await tx
			.selectFrom('membership')
			.select('id')
			.where('municipality_id', '=', actor.municipalityId)
			.where('organisation_id', '=', input.organisationId)
			.where('ended_at', 'is', null)
			.limit(1)
			.executeTakeFirst();
		if (active) throw new Failure('organisation.has_members', 409);
		return update(tx, actor, input, { ended_at: clock.now() });
	},
});

export const resumeOrganisation = command({
	name: 'organisation.resume',
	summary: 'Takes an organisation that was ended back.',
	http: { method: 'POST', path: '/organisaties/{organisationId}/hervatting' },
	input: organisationSchema,
	subject: organisationOf,
	allow: managesPeople,
	run: ({ tx, actor }, input) => update(tx, actor, input, { ended_at: null }),
});

function organisationOf(
	reader: Reader,
	{ organisationId }: { organisationId: string },
	actor: Actor,
) {
	return loadOrganisation(reader, actor.municipalityId, organisationId);
}

async function update(
	tx: Tx,
	actor: Actor,
	{ organisationId, version }: { organisationId: string; version: number },
	change: { name?: string; sector?: string; ended_at?: Date | null },
) {
	const updated = await tx
		.updateTable('organisation')
		.set({ ...change, version: version + 1 })
		.where('municipality_id', '=', actor.municipalityId)
		.where('id', '=', organisationId)
		.where('version', '=', version)
		.returning('version')
		.executeTakeFirst();
	if (!updated)
		throw changedMeanwhile(await loadOrganisation(tx, actor.municipalityId, organisationId));
	return { id: organisationId, version: updated.version };
}
