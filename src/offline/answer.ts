import type { Refusal } from './record.ts';

/** What an answer of the server means for the queue. */
export type Meaning =
	| { kind: 'done'; body: Record<string, unknown>; serverTime: string | null }
	| { kind: 'sign_in' }
	| { kind: 'refused'; refusal: Refusal }
	/** Not settled: try again, not before so many milliseconds when the server says so. */
	| { kind: 'later'; after: number | null };

interface Problem {
	code?: unknown;
	detail?: unknown;
	errors?: unknown;
}

/**
 * What an answer means. Only what our own API says settles anything: the sign-in page of a hotel's network, or a proxy
 * that answers for us, comes with a status as well, and must not make a record disappear.
 */
export async function meaningOf(answer: Response): Promise<Meaning> {
	const isOurs = answer.headers.has('api-version');
	const body = isOurs ? await jsonOf(answer) : null;
	if (answer.ok && body)
		return { kind: 'done', body, serverTime: serverTimeOf(answer.headers.get('date')) };
	return meaningOfProblem(answer.status, isOurs ? body : null, answer.headers.get('retry-after'));
}

/** The same of a status and the problem details that came with it; null when there were none. */
export function meaningOfProblem(
	status: number,
	problem: object | null,
	retryAfter: string | null = null,
): Meaning {
	if (status === 401 && problem) return { kind: 'sign_in' };
	const isTemporary = status < 400 || status >= 500 || [408, 425, 429].includes(status);
	if (isTemporary || !problem) return { kind: 'later', after: millisecondsOf(retryAfter) };
	return { kind: 'refused', refusal: refusalOf(status, problem) };
}

function refusalOf(status: number, { code, detail, errors }: Problem): Refusal {
	return {
		status,
		code: typeof code === 'string' ? code : '',
		message: typeof detail === 'string' ? detail : '',
		fields: Array.isArray(errors) ? errors.map(fieldOf) : [],
		fileId: null,
	};
}

function fieldOf(error: unknown): { path: string; message: string } {
	const { location, detail } = (error ?? {}) as { location?: { path?: unknown }; detail?: unknown };
	return {
		path: typeof location?.path === 'string' ? location.path : '',
		message: typeof detail === 'string' ? detail : '',
	};
}

/** An answer can be cut off halfway: then it is none. */
async function jsonOf(answer: Response): Promise<Record<string, unknown> | null> {
	try {
		const value: unknown = await answer.json();
		return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
	} catch {
		return null;
	}
}

/** The moment in a `Date` header, as ISO 8601. */
export function serverTimeOf(header: string | null): string | null {
	const at = header ? Date.parse(header) : Number.NaN;
	return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** `Retry-After` in seconds (RFC 9110 §10.2.3), as milliseconds, at most an hour. */
function millisecondsOf(retryAfter: string | null): number | null {
	return retryAfter && /^\d{1,6}$/.test(retryAfter)
		? Math.min(Number(retryAfter), 3600) * 1000
		: null;
}
