import * as v from 'valibot';
import { municipalityOf } from '#kernel/actor.ts';
import { members } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';

export interface OrganisationLine {
	id: string;
	name: string;
	sector: string;
	version: number;
}

/** The organisations of a municipality that still take part, by name. */
export async function readOrganisations(
	reader: Reader,
	municipalityId: string,
): Promise<OrganisationLine[]> {
	return reader
		.selectFrom('organisation')
		.select(['id', 'name', 'sector', 'version'])
		.where('municipality_id', '=', municipalityId)
		.where('ended_at', 'is', null)
		.orderBy('name')
		.execute();
}

export const organisationOptions = query({
	name: 'organisation.options',
	summary: 'The organisations to choose from, by name.',
	input: v.object({}),
	subject: nothing,
	allow: members,
	run: ({ reader, actor }) => readOrganisations(reader, municipalityOf(actor)),
});
