import {
	error,
	fail,
	isRedirect,
	redirect,
	type ActionFailure,
	type RequestEvent,
} from '@sveltejs/kit';
import type { Actor } from './actor.ts';
import type { Command } from './command.server.ts';
import { explain, explainProblems, type Explained } from './explain.ts';
import { Failure } from './failure.ts';
import { readForm, typedValues } from './form-data.ts';
import type { Kernel } from './kernel.server.ts';
import type { Query } from './query.server.ts';
import type { InputSchema } from './validate.ts';

/** What a form gets back when its command was refused: everything that was typed, and what is wrong with it. */
export interface FormFailure {
	/** Which form of the page it was. */
	command: string;
	code: string;
	message: string;
	values: Record<string, string | string[]>;
	errors: Explained[];
	data: unknown;
}

/** Asks a query for a page: an expected failure becomes the error page, and a visitor who must sign in is sent there. */
export async function askForPage<S extends InputSchema, Subject, Output>(
	kernel: Kernel,
	actor: Actor,
	query: Query<S, Subject, Output>,
	input: unknown,
	{ url, locals }: Pick<RequestEvent, 'url' | 'locals'>,
): Promise<Output> {
	try {
		return await kernel.ask(actor, query, input);
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
		// What was typed goes before what may not be read: the form's own page is loaded after it was refused.
		if (locals.ended) error(401, locals.ended);
		if (failure.status === 401)
			redirect(303, `/inloggen?terug=${encodeURIComponent(url.pathname + url.search)}`);
		error(failure.status, explain(failure, actor.language), { code: failure.code });
	}
}

export interface ActionOptions<Output> {
	/** What the address adds to what the form sends. */
	fixed?: (event: RequestEvent) => Record<string, unknown> | Promise<Record<string, unknown>>;
	/** Turns the fields of the form into the command's input, where they differ in shape. */
	input?: (values: Record<string, unknown>) => Record<string, unknown>;
	/** Where to go afterwards; the page itself when left out. */
	next?: (event: RequestEvent, output: Output) => string;
}

/**
 * A form action that carries out one command. Works without JavaScript: afterwards the browser is sent on, so that
 * reloading repeats nothing; when refused, the same page comes back with what was typed and a sentence beside each field.
 */
export function formAction<S extends InputSchema, Subject, Output extends object>(
	command: Command<S, Subject, Output>,
	options: ActionOptions<Output> = {},
): (event: RequestEvent) => Promise<ActionFailure<FormFailure>> {
	return async (event) => {
		const form = await formOf(event);
		// `formKey` only tells forms of one page apart.
		const { requestId, formKey: _, ...fields } = readForm(form);
		const values = options.input ? options.input(fields) : fields;
		const fixed = (await options.fixed?.(event)) ?? {};
		try {
			const output = await event.locals.run(
				command,
				{ ...values, ...fixed },
				typeof requestId === 'string' ? requestId : undefined,
			);
			redirect(303, options.next?.(event, output) ?? event.url.pathname + pageSearch(event.url));
		} catch (failure) {
			if (isRedirect(failure) || !(failure instanceof Failure)) throw failure;
			return refused(event, command.name, form, failure);
		}
	};
}

/** The form that was sent; the error page when what came is none: cut off, or not sent by a browser. */
export async function formOf({ request, locals }: RequestEvent): Promise<FormData> {
	try {
		return await request.formData();
	} catch {
		error(400, explain(new Failure('request.not_form', 400), locals.language), {
			code: 'request.not_form',
		});
	}
}

/** What a form gets back when its command was refused; a session that ended becomes a page that keeps what was typed. */
export function refused(
	event: RequestEvent,
	command: string,
	form: FormData,
	failure: Failure,
): ActionFailure<FormFailure> {
	const { language } = event.locals;
	const values = typedValues(form);
	if (failure.status === 401) {
		const ended = {
			message: explain(new Failure('session.ended', 401), language),
			code: 'session.ended',
			help: {
				href: '/inloggen',
				label: language === 'nl' ? 'Log in op een nieuw tabblad' : 'Sign in in a new tab',
			},
			retry: { action: event.url.pathname + event.url.search, values },
		};
		event.locals.ended = ended;
		error(401, ended);
	}
	return fail(failure.status, {
		command,
		code: failure.code,
		message: explain(failure, language),
		values,
		errors: explainProblems(failure.problems, language),
		data: failure.data,
	});
}

/** The page's own query, without the name of the action that SvelteKit puts first (`?/add`). */
function pageSearch(url: URL): string {
	const kept = [...url.searchParams].filter(([name]) => !name.startsWith('/'));
	return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}
