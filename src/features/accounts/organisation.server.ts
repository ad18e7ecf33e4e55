import { invalid, invalidField, notFound, type FieldProblem } from '#kernel/failure.ts';
import { newId } from '#kernel/id.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import type { SectorId } from './sector.schema.ts';

interface Wanted {
	organisationId: string | null;
	organisationName: string | null;
	sector: SectorId | null;
}

/** The organisation that a form chose, or the new one that it describes. Throws `input.invalid`. */
export async function findOrAddOrganisation(
	tx: Tx,
	municipalityId: string,
	{ organisationId, organisationName, sector }: Wanted,
	now: Date,
): Promise<string> {
	if (organisationName) {
		if (!sector) throw invalidField('sector', 'choose');
		return addOrganisationRow(tx, municipalityId, newId(), {
			name: organisationName,
			sector,
			field: 'organisationName',
			now,
		});
	}
	if (!organisationId) throw invalid(neither);
	const found = await tx
		.selectFrom('organisation')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', organisationId)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	if (!found) throw invalidField('organisationId', 'unknown');
	return found.id;
}

const neither: FieldProblem[] = [{ path: 'organisationId', code: 'choose' }];

interface NewOrganisation {
	name: string;
	sector: SectorId;
	/** The field that is told when the name is taken. */
	field: string;
	now: Date;
}

/** Adds an organisation. Throws `input.invalid` when the municipality has one of that name. */
export async function addOrganisationRow(
	tx: Tx,
	municipality_id: string,
	id: string,
	{ name, sector, field, now }: NewOrganisation,
): Promise<string> {
	await refuseTakenName(tx, municipality_id, name, field);
	await tx
		.insertInto('organisation')
		.values({ municipality_id, id, name, sector, created_at: now })
		.execute();
	return id;
}

/** Throws when another organisation than `except` has this name. */
export async function refuseTakenName(
	tx: Tx,
	municipalityId: string,
	name: string,
	field: string,
	except?: string,
): Promise<void> {
	const twin = await tx
		.selectFrom('organisation')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where((eb) => eb(eb.fn('lower', ['name']), '=', name.toLowerCase()))
		.executeTakeFirst();
	if (twin && twin.id !== except) throw invalidField(field, 'taken');
}

export interface OrganisationRow {
	id: string;
	name: string;
	sector: string;
	version: number;
	endedAt: Date | null;
}

/** An organisation of a municipality. Throws `not_found`. */
export async function loadOrganisation(
	reader: Reader,
	municipalityId: string | null,
	id: string,
): Promise<OrganisationRow> {
	const row = await reader
		.selectFrom('organisation')
		.select(['id', 'name', 'sector', 'version', 'ended_at as endedAt'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!row) throw notFound();
	return row;
}
