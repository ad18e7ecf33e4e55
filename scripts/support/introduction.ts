import { wordFor } from '#locales/messages.ts';
import { roleTexts } from '#locales/roles.ts';
import type { Config } from '#server/config.ts';
import { asOwner } from '#server/database/owner.ts';
import type { Runtime } from '#server/runtime.ts';

/** What to print after the start: who one can sign in as, or how to make the first municipality. */
export async function whoCanSignIn(
	config: Config,
	{ owner }: Runtime['database'],
): Promise<string[]> {
	return asOwner(owner, async (tx) => {
		const personas = await tx
			.selectFrom('membership')
			.select('role')
			.where('persona', 'is not', null)
			.where('ended_at', 'is', null)
			.orderBy('created_at')
			.orderBy('id')
			.execute();
		if (config.demo && personas.length > 0) {
			const roles = personas.map(({ role }) => wordFor(roleTexts.en, role).toLowerCase());
			return [`Sign in with one click at ${config.publicUrl}/inloggen as ${roles.join(', ')}.`];
		}
		const any = await tx.selectFrom('municipality').select('id').limit(1).executeTakeFirst();
		if (any) return [];
		return [
			'There is no municipality yet. Make the first one with: npm run municipality -- --name Arnhem --slug arnhem --code GM0202 --admin you@example.nl',
		];
	});
}
