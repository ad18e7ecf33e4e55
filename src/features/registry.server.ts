import type { AnyCommand } from '#kernel/command.server.ts';
import type { AnyQuery } from '#kernel/query.server.ts';
import * as evidenceCommands from './evidence/evidence.commands.server.ts';
import * as evidenceQueries from './evidence/evidence.queries.server.ts';
import * as trajectoryCommands from './trajectory/trajectory.commands.server.ts';
import * as trajectoryQueries from './trajectory/trajectory.queries.server.ts';

/** The modules whose commands and queries make up the program. A test checks that none is forgotten. */
const modules: Record<string, unknown>[] = [
	evidenceCommands,
	evidenceQueries,
	trajectoryCommands,
	trajectoryQueries,
];

const parts = modules.flatMap((module) => Object.values(module));

/** Every command there is. */
export const commands = parts.filter(isCommand);

/** Every query there is. */
export const queries = parts.filter(isQuery);

function isCommand(part: unknown): part is AnyCommand {
	return isKind(part, 'command');
}

function isQuery(part: unknown): part is AnyQuery {
	return isKind(part, 'query');
}

function isKind(part: unknown, kind: string): boolean {
	return typeof part === 'object' && part !== null && (part as { kind?: unknown }).kind === kind;
}
