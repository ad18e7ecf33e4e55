import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extremes, sumOfParts, type Knowledge } from './disclosure-audit.ts';
import type { CountCell, EarlierVersion, PercentageCell, ShownCell } from './disclosure-cells.ts';
import { protectTable } from './disclosure-table.ts';
import {
	holes,
	knowledgeOf,
	randomTable,
	refilled,
	without,
	type TestTable,
} from './disclosure.test-data.ts';

const timeout = 60_000;

/** Small counts of which an attacker knows more than that they are 0–9. */
function narrowed(knowledge: Knowledge, small: ReadonlySet<string>): string[] {
	const ranges = extremes(knowledge);
	if (!ranges) throw new Error('A true table cannot contradict itself');
	return [...ranges]
		.filter(([id, { lowest, highest }]) => small.has(id) && (lowest > 0 || highest < 9))
		.map(([id, { lowest, highest }]) => `${id}: ${lowest}–${highest}`);
}

function smallOf(cells: readonly CountCell[]): Set<string> {
	return new Set(cells.filter(({ count }) => count < 10).map(({ id }) => id));
}

describe('percentages', () => {
	/** Parts by area and category, what is left of the bases, and which counts are published themselves. */
	const tables = fc.tuple(
		randomTable(2, 3),
		fc.infiniteStream(fc.nat(250)),
		fc.boolean(),
		fc.boolean(),
	);

	function withPercentages(
		part: TestTable,
		left: Iterator<number>,
		arePartsShown: boolean,
		areBasesShown: boolean,
	) {
		const rest = refilled(part, () => left.next().value);
		const restOf = new Map(rest.cells.map(({ id, count }) => [id, count]));
		const shared = part.cells;
		const ids = shared.map(({ id }) => id);
		const rename = (prefix: string) => part.relations.map(({ total, parts }) => ({ total: prefix + total, parts: parts.map((id) => prefix + id) })); // prettier-ignore
		const counts: CountCell[] = shared.flatMap(({ id, count }) => [
			{ id: `part ${id}`, count, isSensitive: true, isPublished: arePartsShown },
			{ id: `base ${id}`, count: count + (restOf.get(id) ?? 0), isSensitive: true, isPublished: areBasesShown }, // prettier-ignore
		]);
		const percentages: PercentageCell[] = shared.map(({ id }) => ({
			id: `percentage ${id}`,
			part: `part ${id}`,
			base: `base ${id}`,
		}));
		return { counts, percentages, relations: [...rename('part '), ...rename('base ')], ids }; // prettier-ignore
	}

	test(
		'with their bases, over areas and categories, give no small part, rest or base away',
		{ timeout },
		() => {
			fc.assert(
				fc.property(tables, ([part, left, arePartsShown, areBasesShown]) => {
					const { counts, percentages, relations, ids } = withPercentages(part, left, arePartsShown, areBasesShown); // prettier-ignore
					const { shown } = protectTable([...counts, ...percentages], relations, 'team');
					const countOf = new Map(counts.map(({ id, count }) => [id, count]));
					// Who sees a percentage knows, let us say, exactly which part of which base it is.
					const isKnown = (id: string, key: string) => shown.get(id)?.kind === 'count' || shown.get(`percentage ${key}`)?.kind === 'percentage'; // prettier-ignore
					const cells = ids.flatMap((key) => {
						const [own, all] = [countOf.get(`part ${key}`) ?? 0, countOf.get(`base ${key}`) ?? 0];
						const fact = (id: string, count: number) => isKnown(id, key) ? { id, lowest: count, highest: count } : { id, lowest: 0, highest: Infinity }; // prettier-ignore
						return [
							fact(`part ${key}`, own),
							fact(`base ${key}`, all),
							{ id: `rest ${key}`, lowest: 0, highest: Infinity, count: all - own },
						];
					});
					const sums = [
						...relations.map(({ total, parts }) => sumOfParts(total, parts)),
						...ids.map((key) => sumOfParts(`base ${key}`, [`part ${key}`, `rest ${key}`])),
					];
					const small = smallOf(counts);
					for (const key of ids) if ((countOf.get(`base ${key}`) ?? 0) - (countOf.get(`part ${key}`) ?? 0) < 10) small.add(`rest ${key}`); // prettier-ignore
					expect(narrowed({ cells, sums }, small)).toEqual([]);
				}),
				{ numRuns: 80 },
			);
		},
	);

	test(
		'are what the public and the team differ in, never in which counts are hidden',
		{ timeout },
		() => {
			fc.assert(
				fc.property(tables, ([part, left, arePartsShown, areBasesShown]) => {
					const { counts, percentages, relations } = withPercentages(part, left, arePartsShown, areBasesShown); // prettier-ignore
					const cells = [...counts, ...percentages];
					const forAll = protectTable(cells, relations, 'public').shown;
					const forTeam = protectTable(cells, relations, 'team').shown;
					for (const [id, own] of forAll) {
						const theirs = forTeam.get(id);
						if (own.kind !== 'too_small' || !id.startsWith('percentage'))
							expect(theirs).toEqual(own);
					}
				}),
				{ numRuns: 80 },
			);
		},
	);

	test('rest on counts that nobody publishes, for the public from a base of 100 and for the team from 30', () => {
		const cells = [
			...[['north', 15, 60], ['south', 46, 180]].flatMap(([id, part, base]) => [
				{ id: `${id} part`, count: Number(part), isSensitive: true, isPublished: false },
				{ id: `${id} base`, count: Number(base), isSensitive: true, isPublished: false },
				{ id: `${id}`, part: `${id} part`, base: `${id} base` },
			]), // prettier-ignore
		];
		expect([...protectTable(cells, [], 'public').shown]).toEqual([
			['north', { kind: 'too_small' }],
			['south', { kind: 'percentage', value: 26, isUncertain: false }],
		]);
		expect([...protectTable(cells, [], 'team').shown]).toEqual([
			['north', { kind: 'percentage', value: 25, isUncertain: true }],
			['south', { kind: 'percentage', value: 26, isUncertain: false }],
		]);
	});

	test('of a hidden part are hidden, and so is one that would give a hidden count back', () => {
		// 150 of 300 in the whole; 4 of 120 in one area. The other area’s percentage would give the 4.
		const cells = [
			...[['all', 150, 300], ['north', 4, 120], ['south', 146, 180]].flatMap(([id, part, base]) => [
				{ id: `${id} part`, count: Number(part), isSensitive: true, isPublished: false },
				{ id: `${id} base`, count: Number(base), isSensitive: true },
				{ id: `${id} %`, part: `${id} part`, base: `${id} base` },
			]), // prettier-ignore
		];
		const relations = ['part', 'base'].map((one) => ({ total: `all ${one}`, parts: [`north ${one}`, `south ${one}`] })); // prettier-ignore
		const { shown } = protectTable(cells, relations, 'public');
		expect(shown.get('north %')).toEqual({ kind: 'too_small' });
		expect([shown.get('south %')?.kind, shown.get('all %')?.kind]).toContain('too_small');
	});
});

describe('a corrected file', () => {
	const versions = fc
		.tuple(randomTable(2, 3), holes, fc.infiniteStream(fc.nat(9)), fc.infiniteStream(fc.nat(60)))
		.map(([table, dice, chances, counts]) => {
			const second = refilled(table, (count) => (chances.next().value === 0 ? counts.next().value : count)); // prettier-ignore
			return { first: without(table, dice), second: without(second, dice) };
		});

	/** What who has read all versions knows of one: a count that is the same in several, from each of them. */
	function knowledgeOfAll(
		tables: readonly TestTable[],
		seen: readonly EarlierVersion[],
		at: number,
	): Knowledge {
		const table = tables[at]!;
		const countsOf = tables.map(({ cells }) => new Map(cells.map(({ id, count }) => [id, count])));
		const shown = new Map<string, ShownCell>(
			table.cells.map(({ id, count }) => {
				const same = seen.filter((_, version) => countsOf[version]!.get(id) === count);
				const cells = same.map((version) => version.get(id));
				return [id, cells.find((cell) => cell?.kind === 'count') ?? { kind: 'too_small' }];
			}),
		);
		return knowledgeOf(table, { shown });
	}

	test('and its predecessor together give no small count away', { timeout }, () => {
		let attacked = 0;
		fc.assert(
			fc.property(versions, ({ first, second }) => {
				const before = protectTable(first.cells, first.relations, 'public');
				const after = protectTable(second.cells, second.relations, 'public', [before.shown]);
				const seen = [before.shown, after.shown];
				const exposed = new Set(after.exposed);
				const small = new Set([...smallOf(second.cells)].filter((id) => !exposed.has(id)));
				attacked += small.size;
				expect(narrowed(knowledgeOfAll([first, second], seen, 1), small)).toEqual([]);
				// What was small then and is small now stays hidden in the older version too.
				const smallInBoth = new Set([...small].filter((id) => smallOf(first.cells).has(id)));
				if (exposed.size > 0) return;
				expect(narrowed(knowledgeOfAll([first, second], seen, 0), smallInBoth)).toEqual([]);
			}),
			{ numRuns: 150 },
		);
		expect(attacked).toBeGreaterThan(100);
	});

	test('that is corrected again and again gives none away either', { timeout }, () => {
		const chains = fc
			.tuple(
				randomTable(2, 3),
				holes,
				fc.array(fc.infiniteStream(fc.tuple(fc.nat(4), fc.nat(60))), {
					minLength: 2,
					maxLength: 4,
				}),
			) // prettier-ignore
			.map(([table, dice, corrections]) => {
				const list = [table];
				for (const numbers of corrections) {
					const next = (count: number) => {
						const [chance, other] = numbers.next().value;
						return chance === 0 ? other : count;
					};
					list.push(refilled(list.at(-1)!, next));
				}
				return list.map((one) => without(one, dice));
			});
		let attacked = 0;
		fc.assert(
			fc.property(chains, (tables) => {
				const seen: EarlierVersion[] = [];
				for (const { cells, relations } of tables) {
					const { shown, exposed } = protectTable(cells, relations, 'public', seen);
					if (exposed.length > 0) return;
					seen.push(shown);
				}
				for (const at of tables.keys()) {
					// What became large later may be known of the time when it was small.
					const later = tables.slice(at).map(({ cells }) => smallOf(cells));
					const small = later.reduce((one, other) => one.intersection(other));
					attacked += small.size;
					expect(narrowed(knowledgeOfAll(tables, seen, at), small), `version ${at}`).toEqual([]);
				}
			}),
			{ numRuns: 120 },
		);
		expect(attacked).toBeGreaterThan(300);
	});

	test('keeps hidden what one of its predecessors hid for the sake of a small count, also where another showed the sum', () => {
		const relations = [
			{ total: 'all', parts: ['inside', 'outside'] },
			{ total: 'all', parts: ['all again'] },
			{ total: 'all again', parts: ['first', 'second', 'third'] },
			{ total: 'first', parts: ['inside first', 'outside first'] },
		];
		// The total is 75 to readers of the first and of the last; in between it was hidden, for the one that is inside first.
		const versions = [
			{ all: 73, 'all again': 73, first: 38, second: 17, third: 18, inside: 32, 'inside first': 20, outside: 41, 'outside first': 18 },
			{ all: 54, 'all again': 54, first: 19, second: 17, third: 18, inside: 13, 'inside first': 1, outside: 41, 'outside first': 18 },
			{ all: 75, 'all again': 75, first: 19, second: 38, third: 18, inside: 13, 'inside first': 1, outside: 62, 'outside first': 18 },
		]; // prettier-ignore
		const seen: EarlierVersion[] = [];
		for (const counts of versions) {
			const cells = Object.entries(counts).map(([id, count]) => ({ id, count, isSensitive: true })); // prettier-ignore
			seen.push(protectTable(cells, relations, 'public', seen).shown);
		}
		expect(seen[1]!.get('inside')).toEqual({ kind: 'too_small' });
		expect(seen[2]!.get('inside')).toEqual({ kind: 'too_small' });
	});

	test('does not hide what the predecessor showed, which would help nobody, but something else', () => {
		const relations = [{ total: 'total', parts: ['a', 'b', 'c'] }];
		const table = (a: number, c: number) => [['total', a + c + 40], ['a', a], ['b', 40], ['c', c]].map(([id, count]) => ({ id: String(id), count: Number(count), isSensitive: true })); // prettier-ignore
		const before = protectTable(table(20, 30), relations, 'public');
		expect([...before.shown.values()].every(({ kind }) => kind === 'count')).toBe(true);
		// Now a is small: alone, b would be hidden with it; but readers know b from the first version.
		const after = protectTable(table(4, 46), relations, 'public', [before.shown]);
		expect(after.shown.get('b')?.kind).toBe('count');
		expect(after.shown.get('c')?.kind).toBe('too_small');
		expect(protectTable(table(4, 46), relations, 'public').shown.get('b')?.kind).toBe('too_small');
	});

	test('says so when a small count follows from what was shown before', () => {
		const relations = [{ total: 'total', parts: ['a', 'b'] }];
		const table = (a: number, b: number) => [['total', a + b], ['a', a], ['b', b]].map(([id, count]) => ({ id: String(id), count: Number(count), isSensitive: true })); // prettier-ignore
		const before = protectTable(table(11, 40), relations, 'public');
		expect(protectTable(table(9, 40), relations, 'public', [before.shown]).exposed).toEqual(['a']);
	});
});

test(
	'who knows besides which hidden counts are the small ones still finds none of them exactly',
	{ timeout },
	() => {
		let narrowest = 10;
		fc.assert(
			fc.property(randomTable(2, 4), (table) => {
				const { shown } = protectTable(table.cells, table.relations, 'public');
				const small = smallOf(table.cells);
				const knowledge = knowledgeOf(table, { shown });
				const cells = knowledge.cells.map((cell) =>
				cell.lowest === cell.highest ? cell : small.has(cell.id) ? { ...cell, highest: 9 } : { ...cell, lowest: 10 }); // prettier-ignore
				const ranges = extremes({ ...knowledge, cells });
				for (const id of small) {
					const { lowest, highest } = ranges?.get(id) ?? { lowest: 0, highest: 0 };
					narrowest = Math.min(narrowest, highest - lowest + 1);
				}
			}),
			{ numRuns: 200, seed: 20260704 },
		);
		expect(narrowest).toBeGreaterThan(1);
	},
);

test('what needs no hiding is not hidden, and the order of the cells changes nothing about what is safe', () => {
	const { shown, hidden } = protectTable(
		[...Array(6).keys()].map((index) => ({ id: `c${index}`, count: index === 3 ? 2 : 40, isSensitive: true })).concat({ id: 'all', count: 202, isSensitive: true }), // prettier-ignore
		[{ total: 'all', parts: ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'] }],
		'public',
	);
	expect(hidden).toEqual({ asTooSmall: 1, toProtectOthers: 1 });
	expect(shown.get('all')).toEqual({ kind: 'count', value: 200 });
});

test('the same table gives the same outcome', () => {
	fc.assert(
		fc.property(randomTable(2, 4), ({ cells, relations }) => {
			const once = protectTable(cells, relations, 'public');
			expect(protectTable(structuredClone(cells), structuredClone(relations), 'public')).toEqual(once); // prettier-ignore
		}),
		{ numRuns: 40 },
	);
});

describe('a mistake of the caller', () => {
	const cell = (id: string, count: number) => ({ id, count, isSensitive: true });
	test.each([
		['an id twice', [cell('a', 1), cell('a', 2)], []],
		['a sum of what is not there', [cell('a', 1)], [{ total: 'b', parts: ['a'] }]],
		['a part that is its own sum', [cell('a', 1)], [{ total: 'a', parts: ['a'] }]],
		['half a person', [cell('a', 1.5)], []],
		['more people than there can be', [cell('a', 1_000_000_001)], []],
		['a part larger than its base', [cell('a', 9), cell('b', 8), { id: '%', part: 'a', base: 'b' }], []], // prettier-ignore
	])('is refused: %s', (_, cells, relations) => {
		expect(() => protectTable(cells, relations, 'public')).toThrow(RangeError);
	});
});
