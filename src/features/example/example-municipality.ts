import { addMembership } from '#features/accounts/person.server.ts';
import type { Role } from '#features/accounts/role.schema.ts';
import { seedContent } from '#features/content/content.server.ts';
import { loadExampleFigures } from '#features/publications/example-figures.server.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Tx } from '#server/database/handles.ts';
import { nameOf, type Example } from './example-file.ts';
import { exampleId } from './example-step.ts';

/**
 * Makes the example's municipality with its organisations, roles and figures, all in one transaction of the owner. Gives the
 * id of the municipality and those of the organisations by their names in the file.
 */
export async function makeExampleMunicipality(
	tx: Tx,
	clock: Clock,
	{ municipality, organisations, personas }: Example,
): Promise<void> {
	const municipality_id = exampleId('municipality');
	const now = clock.now();
	await tx
		.insertInto('municipality')
		.values({
			id: municipality_id,
			slug: municipality.slug,
			name: municipality.name.nl,
			code: municipality.code,
			created_at: now,
		})
		.execute();
	await seedContent(tx, municipality_id, now);
	await loadExampleFigures(tx, { municipalityId: municipality_id, now });
	await tx
		.insertInto('organisation')
		.values(
			organisations.map(({ id, name, sector }) => ({
				municipality_id,
				id: exampleId('organisation', id),
				name: name.nl,
				sector,
				created_at: now,
			})),
		)
		.execute();
	for (const [at, { id, role, organisation, name, email }] of personas.entries())
		await addMembership(tx, municipality_id, {
			id: exampleId('persona', id),
			email,
			name: name.nl,
			language: 'nl',
			organisationId: exampleId('organisation', organisation),
			role: nameOf<Role>(role),
			persona: id,
			invitedBy: null,
			acceptedAt: now,
			// They are listed in the order in which they were made.
			createdAt: new Date(now.getTime() + at),
		});
}
