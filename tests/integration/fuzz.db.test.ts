import { toJsonSchema } from '@valibot/to-json-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands, queries } from '#features/registry.server.ts';
import type { AnyCommand } from '#kernel/command.server.ts';
import { Failure } from '#kernel/failure.ts';
import { createKernel } from '#kernel/kernel.server.ts';
import type { AnyQuery } from '#kernel/query.server.ts';
import { inputOf } from '#tests/support/endpoint-input.ts';
import { fill } from '#tests/support/filled-world.ts';
import { undoingPool } from '#tests/support/undoing.ts';
import { testWorld } from '#tests/support/world.ts';

type Endpoint = AnyCommand | AnyQuery;

const world = await fill(await testWorld());
const { home } = world.filled;
const pool = undoingPool(world.kernel.pool);
const kernel = createKernel({ pool, clock: world.clock, publish: () => {} });
const endpoints = [...commands, ...queries].map((it) => [it.name, it as Endpoint] as const);

/** What has broken programs before, each where a text, a number, a list or an object may stand. */
const hostile = [
	'\0',
	'tekst\0tekst',
	'\ud800',
	'"\udfff"',
	'\u202e\u2066',
	"'; SELECT 1; --",
	'%',
	'\\',
	'__proto__',
	'constructor',
	'toString',
	'0000',
	'0000-01-01',
	'9999-12-31',
	'29-02-2025',
	'1e999',
	'NaN',
	'-1',
	'99999999999999999999',
	'1,5',
	' '.repeat(300),
	'x'.repeat(100_000),
	'👩‍👩‍👧'.repeat(200),
	home.open.finding,
	'ffffffff-ffff-ffff-ffff-ffffffffffff',
	0,
	-1,
	-0,
	0.1,
	2 ** 31,
	2 ** 53,
	1e308,
	null,
	true,
	[],
	{},
	[[]],
	[null],
	[home.open.finding, home.open.finding],
	{ length: 1e9 },
	JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":1},"toString":"x"}'),
	deep(2000),
	Array.from({ length: 5000 }, () => 'x'),
	Array.from({ length: 5000 }, () => '00000000-0000-4000-8000-000000000000'),
];

function deep(levels: number): unknown {
	let value: unknown = 'x';
	for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { a: value };
	return value;
}

const anything = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(...hostile) },
	{ weight: 1, arbitrary: fc.jsonValue({ stringUnit: 'binary' }) },
);

/** A good input of which one to three values, at any depth, are replaced or added. */
function spoiled(endpoint: Endpoint, good: Record<string, unknown>) {
	const places = [...pathsIn(good, []), ...fieldsOf(endpoint), ['extra']];
	const change = fc.record({ path: fc.constantFrom(...places), value: anything });
	return fc
		.array(change, { minLength: 1, maxLength: 3 })
		.map((changes) =>
			changes.reduce<unknown>((input, { path, value }) => placed(input, path, value), good),
		);
}

/** Every field by name, also those that may be left out. */
function fieldsOf({ input }: Endpoint): string[][] {
	const json = toJsonSchema(input as never, { typeMode: 'input', errorMode: 'ignore' });
	const shapes = [json, ...(json.anyOf ?? []), ...(json.oneOf ?? [])] as { properties?: object }[];
	return shapes.flatMap(({ properties = {} }) => Object.keys(properties).map((name) => [name]));
}

function pathsIn(value: unknown, path: string[]): string[][] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) => [
		[...path, name],
		...pathsIn(inner, [...path, name]),
	]);
}

function placed(target: unknown, [name, ...rest]: string[], value: unknown): unknown {
	if (name === undefined) return value;
	if (Array.isArray(target)) return target.map((one, at) => (String(at) === name ? placed(one, rest, value) : one)); // prettier-ignore
	if (typeof target !== 'object' || target === null) return target;
	return { ...target, [name]: placed((target as Record<string, unknown>)[name], rest, value) };
}

/** Gives what a request is answered with; whatever is not an answer is thrown on. */
async function answerTo(endpoint: Endpoint, input: unknown): Promise<number> {
	const actor = home.members.process_manager;
	try {
		const output: unknown =
			endpoint.kind === 'command'
				? await kernel.run(actor, endpoint as never, input)
				: await kernel.ask(actor, endpoint as never, input);
		return output === undefined ? 500 : 200;
	} catch (failure) {
		if (failure instanceof Failure) return failure.status;
		throw failure;
	}
}

describe('whatever is handed in, the answer is a result or a named refusal', () => {
	it.each(endpoints)('%s', { timeout: 60_000 }, async (_, endpoint) => {
		const good = inputOf(endpoint, home.open);
		const inputs = fc.oneof(
			{ weight: 5, arbitrary: spoiled(endpoint, good) },
			{ weight: 1, arbitrary: anything },
		);
		await fc.assert(
			fc.asyncProperty(inputs, async (input) => {
				expect(await answerTo(endpoint, input)).toBeLessThan(500);
			}),
			{ numRuns: Number(process.env['FUZZ_RUNS'] ?? 40) },
		);
	});
});
