import { newId } from '#kernel/id.ts';
import type { Language } from '#locales/messages.ts';
import type { Tx } from '#server/database/handles.ts';
import type { Role } from './role.schema.ts';

export interface NewMembership {
	/** The id that the membership gets. */
	id: string;
	email: string;
	name: string;
	language: Language;
	organisationId: string;
	role: Role;
	/** What the example calls this membership, so that anyone may take it on with one click. */
	persona?: string;
	invitedBy: string | null;
	/** Null while the invitation is open. */
	acceptedAt: Date | null;
	createdAt: Date;
}

/**
 * Gives somebody a membership. Whoever has the address already in this municipality keeps the name and language they
 * have. Throws PostgreSQL's unique_violation (23505) when the same membership is active.
 */
export async function addMembership(
	tx: Tx,
	municipality_id: string,
	membership: NewMembership,
): Promise<{ personId: string }> {
	const { id: personId } = await tx
		.insertInto('person')
		.values({
			municipality_id,
			id: newId(),
			email: membership.email.toLowerCase(),
			name: membership.name,
			language: membership.language,
			created_at: membership.createdAt,
		})
		// Changes nothing, but gives the row that is there.
		.onConflict((conflict) =>
			conflict.columns(['municipality_id', 'email']).doUpdateSet((eb) => ({
				name: eb.ref('person.name'),
			})),
		)
		.returning('id')
		.executeTakeFirstOrThrow();
	await tx
		.insertInto('membership')
		.values({
			municipality_id,
			id: membership.id,
			person_id: personId,
			organisation_id: membership.organisationId,
			role: membership.role,
			persona: membership.persona ?? null,
			invited_by: membership.invitedBy,
			created_at: membership.createdAt,
			accepted_at: membership.acceptedAt,
		})
		.execute();
	return { personId };
}
