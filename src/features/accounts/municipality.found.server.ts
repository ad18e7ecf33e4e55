import type { ClientConfig } from 'pg';
import * as v from 'valibot';
import { emailAddress } from '#kernel/fields.ts';
import type { Clock } from '#kernel/clock.ts';
import { newId } from '#kernel/id.ts';
import { asOwner } from '#server/database/owner.ts';
import { postInvitation } from './invitation.server.ts';
import { createMunicipality } from './municipality.create.server.ts';
import { addMembership } from './person.server.ts';
import type { Role } from './role.schema.ts';

const foundSchema = v.object({
	name: v.pipe(
		v.string(),
		v.trim(),
		v.nonEmpty('--name must not be empty.'),
		v.maxLength(80, '--name must be 80 characters at most.'),
	),
	slug: v.pipe(
		v.string(),
		v.regex(
			/^[a-z0-9]+(-[a-z0-9]+)*$/,
			'--slug must be lower case letters, digits and hyphens; for example arnhem.',
		),
		v.check(
			(slug) => !taken.has(slug),
			'--slug is the name of a page of Wijkagenda; choose another.',
		),
	),
	code: v.pipe(
		v.string(),
		v.regex(/^GM\d{4}$/, '--code must be the code of CBS; for example GM0202.'),
	),
	email: v.pipe(
		v.string(),
		v.check((text) => v.is(emailAddress(), text), '--admin must be an e-mail address.'),
	),
	personName: v.pipe(v.string(), v.trim(), v.nonEmpty('--admin-name must not be empty.')),
});

/** Addresses that are pages of the program itself. */
const taken = new Set(['account', 'api', 'inloggen', 'postvak', 'stijlgids', 'taal', 'uitloggen']);

/**
 * Makes a municipality and invites one person to its first two roles: administrator and process manager. Gives the
 * links; the same are in the outbox. Throws an Error whose message is a sentence for each problem, one per line.
 */
export async function foundMunicipality(
	owner: ClientConfig,
	clock: Clock,
	input: v.InferInput<typeof foundSchema>,
): Promise<{ links: { role: Role; address: string }[] }> {
	const parsed = v.safeParse(foundSchema, input);
	if (!parsed.success) throw new Error(parsed.issues.map(({ message }) => message).join('\n'));
	const { email, personName, ...place } = parsed.output;
	const { municipalityId, organisationId } = await createMunicipality(owner, clock, place).catch(
		(error: { code?: string }) => {
			if (error.code !== '23505') throw error;
			throw new Error(`There is a municipality at ${place.slug} already; choose another --slug.`);
		},
	);
	const now = clock.now();
	const links = await asOwner(owner, async (tx) => {
		const made: { role: Role; address: string }[] = [];
		for (const role of ['administrator', 'process_manager'] as const) {
			const id = newId();
			await addMembership(tx, municipalityId, {
				id,
				email,
				name: personName,
				language: 'nl',
				organisationId,
				role,
				invitedBy: null,
				acceptedAt: null,
				createdAt: now,
			});
			made.push({ role, address: await postInvitation(tx, municipalityId, id, now) });
		}
		return made;
	});
	return { links };
}
