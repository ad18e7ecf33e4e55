import type * as v from 'valibot';
import type { Reader } from '#server/database/handles.ts';
import type { Actor } from './actor.ts';
import type { Clock } from './clock.ts';
import type { Http } from './command.server.ts';
import type { Policy } from './policy.ts';
import type { InputSchema } from './validate.ts';

interface QueryContext<Subject> {
	reader: Reader;
	actor: Actor;
	clock: Clock;
	subject: Subject;
}

export interface QuerySpec<Schema extends InputSchema, Subject, Output> {
	/** `<thing>.<what is read>`. */
	name: `${string}.${string}`;
	/** One plain English sentence, for the API's documentation. */
	summary: string;
	/** Left out for what only pages need. */
	http?: Http<'GET'>;
	/**
	 * The path in the API where bytes are taken piece by piece, by a route of its own, from whoever may ask this: as the
	 * document of the API tells it (openapi-pieces.server.ts).
	 */
	pieces?: string;
	input: Schema;
	/** Loads what the policy looks at; throws `not_found` when it is not there for this actor. */
	subject: (reader: Reader, input: v.InferOutput<Schema>, actor: Actor) => Promise<Subject>;
	allow: Policy<Subject>;
	run: (context: QueryContext<Subject>, input: v.InferOutput<Schema>) => Promise<Output>;
}

/** A read, with its policy. It is handed a reader, which cannot write. */
export interface Query<
	Schema extends InputSchema = InputSchema,
	Subject = never,
	Output = unknown,
> extends QuerySpec<Schema, Subject, Output> {
	readonly kind: 'query';
}

/** A query of any shape, as the registry holds them. */
export type AnyQuery = Query<InputSchema, never, unknown>;

/** Declares a query. Throws at once when it has no policy. */
export function query<const Schema extends InputSchema, Subject, Output>(
	spec: QuerySpec<Schema, Subject, Output>,
): Query<Schema, Subject, Output> {
	if (typeof spec.allow !== 'function') throw new Error(`Query ${spec.name} has no policy.`);
	return { ...spec, kind: 'query' };
}

/** The subject of a query or command that is about nothing in particular. */
export const nothing = async (): Promise<null> => null;
