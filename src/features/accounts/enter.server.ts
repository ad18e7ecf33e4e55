import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Command } from '#kernel/command.server.ts';
import { safePath } from '#kernel/safe-path.ts';
import { newSecret } from '#kernel/secret.server.ts';
import type { InputSchema } from '#kernel/validate.ts';
import { runtime } from '#server/runtime.ts';
import { sessionCookie, sessionCookieOptions } from './cookie.ts';
import { leave } from './session.commands.server.ts';
import { sessionDays } from './session.schema.ts';

/**
 * Begins a session by a command that starts one, hands its secret to the browser, and goes to `terug` of the address.
 * A session that this browser had before ends. Throws the command's `Failure`.
 */
export async function enter<S extends InputSchema, Subject>(
	event: RequestEvent,
	command: Command<S, Subject, { municipalitySlug: string }>,
	input: Record<string, unknown>,
): Promise<never> {
	const session = newSecret();
	const { municipalitySlug } = await event.locals.run(command, { ...input, session });
	await leaveBrowser(event);
	event.cookies.set(
		sessionCookie,
		session,
		sessionCookieOptions(runtime().config.publicUrl, sessionDays),
	);
	const back = safePath(event.url.searchParams.get('terug'));
	redirect(303, back === '/' ? `/${municipalitySlug}` : back);
}

/** Ends the session of this browser, if it has one, and takes its cookie away. */
export async function leaveBrowser(event: RequestEvent): Promise<void> {
	const session = event.cookies.get(sessionCookie);
	if (!session) return;
	// A cookie that is no secret of ours has no session to end.
	if (/^[\w-]{43}$/.test(session)) await event.locals.run(leave, { session });
	event.cookies.delete(sessionCookie, { path: '/' });
}
