import { findMyself } from '#features/accounts/account.queries.server.ts';
import { authenticate } from '#features/accounts/authenticate.server.ts';
import type { Member } from '#kernel/actor.ts';
import { Failure } from '#kernel/failure.ts';
import type { Kernel } from '#kernel/kernel.server.ts';

/** Who a secret signs in, if a request with it is answered; null when it is refused. */
export async function whoIsIn(kernel: Kernel, secret: string): Promise<Member | null> {
	const member = await authenticate(kernel.pool, kernel.clock, secret);
	if (!member) return null;
	try {
		await kernel.ask(member, findMyself, {});
		return member;
	} catch (failure) {
		if (failure instanceof Failure && failure.status === 401) return null;
		throw failure;
	}
}
