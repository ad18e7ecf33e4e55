import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type * as v from 'valibot';
import {
	reading,
	ScopeRefused,
	writing,
	type Scope,
	type Statement,
} from '#server/database/transaction.ts';
import { writerOf, type Actor } from './actor.ts';
import { systemClock, type Clock } from './clock.ts';
import type { Command, Touched } from './command.server.ts';
import { Failure } from './failure.ts';
import { isId, newId } from './id.ts';
import { internetLine } from './internet-line.ts';
import { members, type Policy, type Verdict } from './policy.ts';
import type { Query } from './query.server.ts';
import { forget } from './session-memory.ts';
import { validate, type InputSchema } from './validate.ts';

/** What is told to whoever has a trajectory open, once a change is committed. */
export interface Change {
	kind: 'change';
	municipalityId: string;
	trajectoryId: string;
	command: string;
	/** The request that made the change, so that its maker does not reload what it already shows. */
	requestId: string;
	/** Which things changed. What they are now, each listener reads for itself. */
	touched: Touched[];
}

export interface KernelParts {
	pool: Pool;
	clock: Clock;
	/** Called after commit. Must not throw and is not waited for. */
	publish: (change: Change) => void;
	/** How policies are asked. Tests replace it to show that row-level security holds alone. */
	judge?: <S>(policy: Policy<S>, actor: Actor, subject: S) => Verdict;
}

export interface Kernel {
	/** Reads in one read-only transaction. Throws a `Failure` for bad input, a no of the policy, or nothing there. */
	ask<S extends InputSchema, Subject, Output>(
		actor: Actor,
		query: Query<S, Subject, Output>,
		input: unknown,
	): Promise<Output>;
	/**
	 * Carries a command out, wholly or not at all, and gives its output. The same `requestId` with the same input gives
	 * the first answer again; with another input it is refused.
	 */
	run<S extends InputSchema, Subject, Output extends object>(
		actor: Actor,
		command: Command<S, Subject, Output>,
		input: unknown,
		requestId?: string,
	): Promise<Output>;
	readonly pool: Pool;
	readonly clock: Clock;
}

export function createKernel(parts: KernelParts): Kernel {
	const { pool, clock } = parts;
	const judge = parts.judge ?? ((policy, actor, subject) => policy(actor, subject));

	return {
		pool,
		clock,
		async ask(actor, query, rawInput) {
			const input = validate(query.input, rawInput);
			const answer = reading(pool, scopeOf(actor, clock.now()), async (reader) => {
				const subject = await query.subject(reader, input, actor);
				refuseUnless(judge(query.allow, actor, subject));
				return query.run({ reader, actor, clock, subject }, input);
			});
			return answer.catch((error: unknown) => throwNamed(error, actor));
		},
		async run(actor, command, rawInput, givenId) {
			if (givenId !== undefined && !isId(givenId)) throw new Failure('request_reused', 409);
			const requestId = givenId ?? newId();
			// What is not open to the public is not even read from it.
			if (!command.rate) refuseUnless(judge(members, actor, null));
			const input = validate(command.input, rawInput);
			const inputHash = hashOf(command.name, actor, input);
			await limit(parts, actor, command);
			try {
				return await carryOut(requestId, inputHash, input);
			} catch (error) {
				// Two copies of one request at the same moment: the second waited, or came upon what the first had done since
				// it looked for a receipt. Now it finds the first's.
				const mayBeCopy = isDuplicate(error) || (givenId !== undefined && error instanceof Failure);
				if (!mayBeCopy) return throwNamed(error, actor);
				return carryOut(requestId, inputHash, input).catch((again: unknown) => {
					// Not a copy after all: the id of the request is that of something that is there already.
					if (isDuplicate(again)) throw new Failure('request_reused', 409);
					return throwNamed(again, actor);
				});
			}

			async function carryOut(
				id: string,
				hash: string,
				value: v.InferOutput<typeof command.input>,
			) {
				let change: Change | null = null;
				const outcome = await writing(pool, scopeOf(actor, clock.now()), {
					first: receiptQuery(actor, id),
					async work(tx, opening) {
						// Asked behind the opening without waiting for it; nothing is written before both are there.
						const [opened, loaded] = await Promise.allSettled([
							opening,
							command.subject(tx, value, actor),
						]);
						if (opened.status === 'rejected') throw opened.reason;
						const receipt = opened.value?.rows[0] as Receipt | undefined;
						if (receipt) return { outcome: repeat(receipt, hash) as never };
						if (loaded.status === 'rejected') throw loaded.reason;
						const subject = loaded.value;
						refuseUnless(judge(command.allow, actor, subject));
						const output = await command.run({ tx, actor, clock, subject, requestId: id }, value);
						const trajectoryId = command.trajectory?.(value, subject, output) ?? null;
						if (actor.municipalityId && trajectoryId)
							change = {
								kind: 'change',
								municipalityId: actor.municipalityId,
								trajectoryId,
								command: command.name,
								requestId: id,
								touched: command.touches?.(value, subject, output) ?? namedAfter(command, output),
							};
						return {
							outcome: output,
							last: recordCommand(command.name, clock.now(), {
								actor,
								id,
								hash,
								output,
								trajectoryId,
							}),
						};
					},
				});
				if (change) parts.publish(change);
				return outcome;
			}
		},
	};
}

interface Receipt {
	input_hash: string;
	result: object;
}

interface RecordParts {
	actor: Actor;
	id: string;
	hash: string;
	output: object;
	trajectoryId: string | null;
}

/** The scope that row-level security gives an actor: a visitor is the public, even with a session elsewhere. */
export function scopeOf(actor: Actor, at: Date = systemClock.now()): Scope {
	const member = actor.kind === 'member' ? actor : null;
	return {
		municipalityId: actor.municipalityId,
		membershipId: member?.membershipId ?? null,
		organisationId: member?.organisationId ?? null,
		isMember: actor.kind !== 'visitor',
		session: member?.session ? { digest: member.session, role: member.role, at } : null,
	};
}

/** A session that ended since it was looked up is no session. */
function throwNamed(error: unknown, actor: Actor): never {
	if (!(error instanceof ScopeRefused)) throw error;
	if (actor.kind === 'member' && actor.session) forget(actor.session);
	throw new Failure('sign_in_first', 401);
}

function refuseUnless(verdict: Verdict): void {
	if (verdict === true) return;
	// What a policy calls not there answers as what is not there: nobody learns that an id exists.
	const status = { sign_in_first: 401, not_found: 404 }[verdict as string] ?? 403;
	throw new Failure(verdict, status);
}

function receiptQuery(actor: Actor, id: string): Statement | null {
	if (actor.kind === 'visitor') return null;
	return {
		name: 'receipt',
		text: 'SELECT input_hash, result FROM command_record WHERE municipality_id = $1 AND id = $2',
		values: [actor.municipalityId, id],
	};
}

function repeat(receipt: Receipt, hash: string): object {
	if (receipt.input_hash !== hash) throw new Failure('request_reused', 409);
	return receipt.result;
}

function recordCommand(
	name: string,
	at: Date,
	{ actor, id, hash, output, trajectoryId }: RecordParts,
): Statement | null {
	// What visitors do (asking for a sign-in link) belongs to no municipality and leaves no record.
	if (actor.kind === 'visitor') return null;
	const subjectId = idIn(output);
	return {
		name: 'record',
		text: `INSERT INTO command_record (municipality_id, id, command, membership_id, at, trajectory_id, subject_id, input_hash, result)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		values: [
			actor.municipalityId,
			id,
			name,
			writerOf(actor),
			at,
			trajectoryId,
			subjectId,
			hash,
			JSON.stringify(output),
		],
	};
}

function idIn(output: object): string | null {
	return 'id' in output && typeof output.id === 'string' && isId(output.id) ? output.id : null;
}

/** What a command touches when it does not say so itself. */
function namedAfter({ name }: { name: string }, output: object): Touched[] {
	const id = idIn(output);
	return id ? [{ thing: name.split('.')[0] ?? name, id }] : [];
}

function hashOf(name: string, actor: Actor, input: unknown): string {
	const who = actor.kind === 'member' ? actor.membershipId : actor.kind;
	return createHash('sha256')
		.update(JSON.stringify([name, who, input]))
		.digest('hex');
}

function isDuplicate(error: unknown): boolean {
	return (error as { code?: string }).code === '23505';
}

async function limit(
	parts: KernelParts,
	actor: Actor,
	command: Pick<Command, 'name' | 'rate'>,
): Promise<void> {
	if (actor.kind !== 'visitor' || !command.rate) return;
	const { seconds, most } = command.rate;
	const { rows } = await parts.pool.query<{ ok: boolean }>(
		'SELECT take_public_rate($1, $2, $3, $4, $5) AS ok',
		[command.name, internetLine(actor.address), seconds, most, parts.clock.now()],
	);
	if (!rows[0]?.ok) throw new Failure('too_many_requests', 429);
}
