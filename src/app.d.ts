import type { Actor } from '#kernel/actor.ts';
import type { Command } from '#kernel/command.server.ts';
import type { Query } from '#kernel/query.server.ts';
import type { InputSchema } from '#kernel/validate.ts';
import type { Language } from '#locales/messages.ts';

declare global {
	namespace App {
		interface Locals {
			/** Who asks, in the municipality that the address names. */
			actor: Actor;
			language: Language;
			/** Asks a query for a page: failures become the error page or the way to sign in. */
			ask<S extends InputSchema, Subject, Output>(
				query: Query<S, Subject, Output>,
				input: unknown,
			): Promise<Output>;
			/** Carries out a command; throws `Failure`. */
			run<S extends InputSchema, Subject, Output extends object>(
				command: Command<S, Subject, Output>,
				input: unknown,
				requestId?: string,
			): Promise<Output>;
			/** Set when a form came after its session had ended: the page to show, whatever may not be read any more. */
			ended?: Omit<Error, 'status'>;
		}
		interface Error {
			message: string;
			code?: string;
			/** The number under which an unexpected error stands in the log. */
			id?: string;
			/** Where to go to put it right, in a tab of its own. */
			help?: { href: string; label: string };
			/** A form that was sent after its session ended: everything that was typed, to send again. */
			retry?: { action: string; values: Record<string, string | string[]> };
		}
	}
}

export {};
