/** Why something could not be fetched. */
export type FetchProblem =
	/** Whoever asked for it no longer wants it. */
	| 'cancelled'
	/** No connection, or it broke off, time and again. */
	| 'unreachable'
	/** A connection on which nothing came for too long, time and again. */
	| 'too_slow'
	| 'not_found'
	/** The source wants something else from whoever asks (another 4xx). */
	| 'refused'
	/** The source keeps asking to come back later (429, 503). */
	| 'busy'
	/** The source keeps failing (5xx). */
	| 'failing'
	/** "Query returns more than 10000 records": the question has to be smaller, asking again does not help. */
	| 'too_many_records'
	/** An answer that ended half-way, time and again. */
	| 'cut_off'
	/** A web page, or something else that is no JSON. */
	| 'not_json'
	| 'too_large'
	/** An answer that sends us on to another host. */
	| 'elsewhere'
	/** Pages that follow each other in a circle. */
	| 'in_circles';

/** Thrown when fetching stopped. `host` is where from, `status` the answer of HTTP where there was one. */
export class FetchError extends Error {
	override readonly name = 'FetchError';
	readonly problem: FetchProblem;
	readonly host: string;
	readonly status: number | null;

	constructor(
		problem: FetchProblem,
		address: URL,
		{ status = null, cause }: { status?: number | null; cause?: unknown } = {},
	) {
		super(`${problem}: ${address.host}${address.pathname}`, { cause });
		this.problem = problem;
		this.host = address.host;
		this.status = status;
	}
}
