import type * as v from 'valibot';
import type { Tx, Reader } from '#server/database/handles.ts';
import type { Actor } from './actor.ts';
import type { Clock } from './clock.ts';
import type { Policy } from './policy.ts';
import type { InputSchema } from './validate.ts';

/** Where a command or query stands in the API. `{name}` in the path is a field of the input. */
export interface Http<Method extends string> {
	method: Method;
	path: `/${string}`;
}

type WriteMethod = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A thing that a command changed: what it is, and which. */
export interface Touched {
	/** The word that the names of its commands begin with. */
	thing: string;
	id: string;
}

interface CommandContext<Subject> {
	tx: Tx;
	actor: Actor;
	clock: Clock;
	subject: Subject;
	/** The id of this request, made by the client or the kernel: the natural id for what a command creates. */
	requestId: string;
}

/** How often the public may do something from one address. */
interface Rate {
	seconds: number;
	most: number;
}

export interface CommandSpec<Schema extends InputSchema, Subject, Output extends object> {
	/** `<thing>.<verb>`, as in the audit trail. */
	name: `${string}.${string}`;
	/** One plain English sentence, for the API's documentation. */
	summary: string;
	http: Http<WriteMethod>;
	input: Schema;
	/** Loads what the policy looks at; throws `not_found` when it is not there for this actor. */
	subject: (reader: Reader, input: v.InferOutput<Schema>, actor: Actor) => Promise<Subject>;
	allow: Policy<Subject>;
	run: (context: CommandContext<Subject>, input: v.InferOutput<Schema>) => Promise<Output>;
	/** The trajectory that changed, for the audit trail and for whoever has it open. */
	trajectory?: (input: v.InferOutput<Schema>, subject: Subject, output: Output) => string | null;
	/**
	 * What changed, for whoever has the trajectory open. Left out, it is the thing that the command is named after, with
	 * the id of the output. Say it where the change shows in other things: a citation shows in its finding.
	 */
	touches?: (input: v.InferOutput<Schema>, subject: Subject, output: Output) => Touched[];
	/** Needed on a command that visitors may give. */
	rate?: Rate;
}

/** A change of the system: there is no other way to write. */
export interface Command<
	Schema extends InputSchema = InputSchema,
	Subject = never,
	Output extends object = object,
> extends CommandSpec<Schema, Subject, Output> {
	readonly kind: 'command';
}

/** A command of any shape, as the registry holds them. */
export type AnyCommand = Command<InputSchema, never, object>;

/** Declares a command. Throws at once when it has no policy, so that such a program does not start. */
export function command<const Schema extends InputSchema, Subject, Output extends object>(
	spec: CommandSpec<Schema, Subject, Output>,
): Command<Schema, Subject, Output> {
	if (typeof spec.allow !== 'function') throw new Error(`Command ${spec.name} has no policy.`);
	return { ...spec, kind: 'command' };
}
