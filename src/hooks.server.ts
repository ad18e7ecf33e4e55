import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { authenticate } from '#features/accounts/authenticate.server.ts';
import { sessionCookie } from '#features/accounts/cookie.ts';
import { findMunicipality } from '#features/accounts/municipality.server.ts';
import { startWork } from '#features/jobs.server.ts';
import type { Actor, Member, Visitor } from '#kernel/actor.ts';
import { answerUnexpected } from '#kernel/api.server.ts';
import { askForPage } from '#kernel/pages.server.ts';
import { theProgram } from '#kernel/program.server.ts';
import { logUnexpected } from '#kernel/unexpected.server.ts';
import { failureTexts } from '#locales/failures.ts';
import { asLanguage, type Language } from '#locales/messages.ts';

/** Once, before the first request. */
export const init: ServerInit = () => startWork(theProgram().kernel);

export const handle: Handle = async ({ event, resolve }) => {
	const response =
		(await problemOf(event, recognise)) ??
		(await resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.language),
		}));
	for (const [name, value] of Object.entries(securityHeaders)) {
		if (!response.headers.has(name)) response.headers.set(name, value);
	}
	// A page depends on who asks: a computer that several people use asks again, and nobody in between keeps it.
	if (!response.headers.has('cache-control'))
		response.headers.set('cache-control', 'private, no-cache');
	// Only over https, where browsers heed it: from then on they come that way by themselves.
	if (event.url.protocol === 'https:')
		response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
	return response;
};

/** Finds out who asks, and puts at hand what every page and endpoint needs. */
async function recognise(event: RequestEvent): Promise<void> {
	const { kernel } = theProgram();
	const member = await whoAsks(event);
	event.locals.language = languageOf(event, member);
	event.locals.actor = await actorFor(event, member);
	event.locals.ask = (query, input) => askForPage(kernel, event.locals.actor, query, input, event);
	event.locals.run = (command, input, requestId) =>
		kernel.run(event.locals.actor, command, input, requestId);
}

/** Does something for a request; what goes wrong for a program that asks the API is answered as the API does. */
async function problemOf(
	event: RequestEvent,
	work: (event: RequestEvent) => Promise<void>,
): Promise<Response | null> {
	try {
		await work(event);
		return null;
	} catch (error) {
		const path = /^\/api\/v1(\/.*)$/.exec(event.url.pathname)?.[1];
		if (!path) throw error;
		return answerUnexpected(error, languageOf(event, null), event.request.method, path);
	}
}

export const handleError: HandleServerError = (caught) => {
	const { event } = caught;
	const isDutch = event.locals.language !== 'en';
	// Expected failures come with their own sentence.
	if (caught.kind === 'app') return caught.error;
	if (caught.kind === 'framework') return frameworkError(caught.error, isDutch);
	// The route, not the address: that of a sign-in link is a secret.
	const id = logUnexpected(caught.error, event.request.method, String(event.route.id));
	return { message: failureTexts[isDutch ? 'nl' : 'en'].unexpected, id };
};

function frameworkError(error: { status: number; message: string }, isDutch: boolean): App.Error {
	if (error.status !== 404) return error;
	return { ...error, message: isDutch ? 'Deze pagina bestaat niet.' : 'This page does not exist.' };
}

async function whoAsks(event: RequestEvent): Promise<Member | null> {
	const { kernel } = theProgram();
	const bearer = /^Bearer (.+)$/i.exec(event.request.headers.get('authorization') ?? '')?.[1];
	const secret = bearer ?? event.cookies.get(sessionCookie);
	if (!secret) return null;
	const member = await authenticate(kernel.pool, kernel.clock, secret);
	// A cookie is no token and a token no cookie: each works only the way it was handed out.
	const isTheirs = member?.via === (bearer ? 'token' : 'browser');
	return isTheirs && isWhoIsMeant(event, member) ? member : null;
}

/**
 * A phone that several people use says in whose name it sends what waited there (src/offline/send-record.ts). When
 * somebody else has signed in meanwhile, it is nobody's: the answer is to sign in.
 */
function isWhoIsMeant({ request }: RequestEvent, member: Member): boolean {
	const meant = request.headers.get('membership');
	return meant === null || meant === member.membershipId;
}

function languageOf(event: RequestEvent, member: Member | null): Language {
	if (event.url.pathname.startsWith('/api/'))
		return asLanguage(event.request.headers.get('accept-language')?.slice(0, 2));
	return asLanguage(event.cookies.get('taal') ?? member?.language);
}

/** Whoever reads the pages of another municipality is a visitor there. */
async function actorFor(event: RequestEvent, member: Member | null): Promise<Actor> {
	const { language } = event.locals;
	const slug = event.params.municipality ?? event.url.searchParams.get('gemeente');
	if (member && (!slug || slug === member.municipalitySlug)) return { ...member, language };
	const municipality = slug ? await findMunicipality(theProgram().kernel.pool, slug) : null;
	const visitor: Visitor = {
		kind: 'visitor',
		municipalityId: municipality?.id ?? null,
		language,
		address: event.getClientAddress(),
	};
	return visitor;
}

/** What every answer carries. The content security policy stands in vite.config.ts, where SvelteKit adds its nonces. */
const securityHeaders = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
	'cross-origin-opener-policy': 'same-origin',
};
