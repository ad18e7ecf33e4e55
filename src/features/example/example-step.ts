import { v5 } from 'uuid';
import type { ClientConfig } from 'pg';
import type { Member, System } from '#kernel/actor.ts';
import { systemClock, type Clock } from '#kernel/clock.ts';
import type { Command } from '#kernel/command.server.ts';
import type { Kernel } from '#kernel/kernel.server.ts';
import type { InputSchema } from '#kernel/validate.ts';
import type { Language } from '#locales/messages.ts';
import type { Example } from './example-file.ts';

/** What every part of the example is loaded with. */
export interface ExampleRun {
	kernel: Kernel;
	system: System;
	/** In whose name people's texts are brought in. */
	processManager: Member;
	/** The personas, by their names in the file. */
	members: Map<string, Member>;
	/** What time it is in the example. */
	clock: ExampleClock;
	/** When the example was begun; what is of lately is counted from here, also by a load that goes on later. */
	firstLoaded: Date;
	/** For what no command gives. */
	owner: ClientConfig;
	/** The language of the texts: people's own texts have one. */
	language: Language;
	example: Example;
	trajectoryId: string;
	/** The ids of the organisations, by their names in the file. */
	organisations: Map<string, string>;
}

/** A clock that can be put at a moment; else it is now. */
export interface ExampleClock extends Clock {
	standsAt: Date | null;
}

export function exampleClock(): ExampleClock {
	return {
		standsAt: null,
		now() {
			return this.standsAt ?? systemClock.now();
		},
	};
}

const namespace = '7d1f3c52-6f0e-5a41-9c1d-2f7be0c1a0d5';

/**
 * The same id for the same thing at every start, so that a load that was broken off goes on where it stopped: what was
 * carried out answers with its receipt.
 */
export function exampleId(...name: string[]): string {
	return v5(name.join('/'), namespace);
}

/** Carries out one command as the process manager; the id of what it makes is `stepId(run, …name)`. */
export function step<S extends InputSchema, Subject, Output extends object>(
	run: ExampleRun,
	name: string[],
	command: Command<S, Subject, Output>,
	input: Record<string, unknown>,
): Promise<Output> {
	return run.kernel.run(run.processManager, command, input, stepId(run, ...name));
}

/** The same as another persona. */
export function stepAs<S extends InputSchema, Subject, Output extends object>(
	run: ExampleRun,
	persona: string,
	name: string[],
	command: Command<S, Subject, Output>,
	input: Record<string, unknown>,
): Promise<Output> {
	const member = run.members.get(persona);
	if (!member) throw new Error(`The example has no persona ${persona}.`);
	return run.kernel.run(member, command, input, stepId(run, ...name));
}

/** The id of what a step of this run makes. */
export function stepId(run: Pick<ExampleRun, 'language'>, ...name: string[]): string {
	return exampleId(run.language, ...name);
}
