import { calls } from '#tests/integration/calls.ts';
import type { AnyCommand } from '#kernel/command.server.ts';
import type { AnyQuery } from '#kernel/query.server.ts';
import type { Rows } from './filled-world.ts';
import { sampleInput } from './sample-input.ts';

/** An input that a command or query of the registry takes, about these rows. */
export function inputOf(endpoint: AnyCommand | AnyQuery, rows: Rows): Record<string, unknown> {
	const isRestore = endpoint.name.endsWith('.restore');
	const used = isRestore ? { ...rows, ...withdrawnOf(rows) } : rows;
	return { ...sampleInput(endpoint.input, used), ...calls[endpoint.name]?.input?.(used) };
}

/** The withdrawn rows under the names of those that stand: what can be restored. */
function withdrawnOf(rows: Rows): Rows {
	const withdrawn = Object.entries(rows).filter(([name]) => name.startsWith('withdrawn_'));
	return Object.fromEntries(withdrawn.map(([name, id]) => [name.slice(10), id]));
}
