import type { ClientConfig } from 'pg';
import type { Clock } from '#kernel/clock.ts';
import { digestOf, newSecret } from '#kernel/secret.server.ts';
import type { Tx } from '#server/database/handles.ts';
import { asOwner } from '#server/database/owner.ts';
import { daysAfter } from './moment.ts';

export interface TokenWish {
	/** A persona of the example (`procesmanager`), or an e-mail address. */
	as: string;
	/** Needed when somebody has more than one role. */
	role: string | undefined;
	days: number;
}

export interface MadeToken {
	token: string;
	name: string;
	role: string;
	municipality: string;
}

/**
 * Makes an access token for whoever runs the command line: they have the database anyway. Throws a sentence when
 * nobody is meant, or more than one.
 */
export async function makeTokenFor(
	owner: ClientConfig,
	clock: Clock,
	wish: TokenWish,
): Promise<MadeToken> {
	return asOwner(owner, async (tx) => {
		const { municipality_id, id, ...who } = await findOne(tx, wish);
		const token = newSecret();
		const now = clock.now();
		await tx
			.insertInto('session')
			.values({
				municipality_id,
				digest: digestOf(token),
				membership_id: id,
				kind: 'token',
				label: 'npm run token',
				created_at: now,
				expires_at: daysAfter(now, wish.days),
			})
			.execute();
		return { token, ...who };
	});
}

async function findOne(tx: Tx, { as, role }: TokenWish) {
	const all = await tx
		.selectFrom('membership as m')
		.innerJoin('person as p', (join) =>
			join.onRef('p.municipality_id', '=', 'm.municipality_id').onRef('p.id', '=', 'm.person_id'),
		)
		.innerJoin('municipality as g', 'g.id', 'm.municipality_id')
		.select(['m.municipality_id', 'm.id', 'm.role', 'p.name', 'g.name as municipality'])
		.where('m.ended_at', 'is', null)
		.where((eb) => eb.or([eb('m.persona', '=', as), eb('p.email', '=', as.toLowerCase())]))
		.orderBy('m.created_at')
		.execute();
	const meant = role ? all.filter((one) => one.role === role) : all;
	const [first, ...others] = meant;
	if (!first)
		throw new Error(
			`Nobody active is called ${as}${role ? ` with the role ${role}` : ''}. ${await known(tx)}`,
		);
	if (others.length > 0)
		throw new Error(
			`${as} has more than one role; add --role with one of: ${meant.map((one) => one.role).join(', ')}.`,
		);
	return first;
}

async function known(tx: Tx): Promise<string> {
	const personas = await tx
		.selectFrom('membership')
		.select('persona')
		.where('persona', 'is not', null)
		.where('ended_at', 'is', null)
		.orderBy('created_at')
		.execute();
	if (personas.length === 0) return 'Give the e-mail address of a member.';
	return `Give an e-mail address, or one of: ${personas.map(({ persona }) => persona).join(', ')}.`;
}
