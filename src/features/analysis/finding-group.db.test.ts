import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addEvidence } from '#features/evidence/evidence.commands.server.ts';
import { Failure } from '#kernel/failure.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import { addCitation } from './citation.commands.server.ts';
import { addGroup, joinGroup, leaveGroup } from './finding-group.commands.server.ts';
import { listFindings } from './finding-list.queries.server.ts';
import { readFinding } from './finding-page.queries.server.ts';
import { addFinding, restoreFinding, withdrawFinding } from './finding.commands.server.ts';
import { analysisForm } from './form.queries.server.ts';
import { openSilentRound, closeSilentRound } from './silent-round.commands.server.ts';

let world: World;
beforeAll(async () => {
	world = await testWorld();
});

const welfare = () => world.home.members.professional;
const residents = () => world.home.members.resident_representative;
const trajectoryId = () => world.home.trajectoryId;

async function finding(
	text: string,
	{ by = welfare(), kind = 'risk', themes = ['ontmoeting'] } = {},
) {
	const input = { trajectoryId: trajectoryId(), kind, text, themes };
	return (await world.kernel.run(by, addFinding, input)).id;
}

async function source(title: string): Promise<string> {
	const { id } = await world.kernel.run(welfare(), addEvidence, {
		...{ trajectoryId: trajectoryId(), kind: 'document', title },
	});
	return id;
}

const cite = (findingId: string, evidenceId: string, strength: string | null = null) =>
	world.kernel.run(welfare(), addCitation, { findingId, evidenceId, strength });

const group = (text: string, findingIds: string[]) =>
	world.kernel.run(welfare(), addGroup, { trajectoryId: trajectoryId(), text, findingIds });

const form = () => world.kernel.ask(welfare(), analysisForm, { trajectoryId: trajectoryId() });
const inForm = async (id: string) => (await form()).findings.find((one) => one.id === id);
const read = (findingId: string) => world.kernel.ask(welfare(), readFinding, { findingId });

async function ungroup(findingId: string) {
	const { version } = await read(findingId);
	const reason = 'Toch niet hetzelfde.';
	await world.kernel.run(welfare(), withdrawFinding, { findingId, version, reason });
}

async function regroup(findingId: string) {
	const { version } = await read(findingId);
	await world.kernel.run(welfare(), restoreFinding, { findingId, version });
}

async function problemOf(attempt: Promise<unknown>) {
	const caught = await attempt.then(
		() => null,
		(error: unknown) => error,
	);
	if (!(caught instanceof Failure)) throw new Error('There was no expected failure.');
	return caught.problems[0]?.code ?? caught.code;
}

describe('a group of findings', () => {
	it('stands as one finding with the sources and the organisations of its members', async () => {
		const one = await finding('Weinig bankjes');
		const other = await finding('Nergens zitten', { by: residents(), themes: ['recreatie'] });
		const [walk, talk] = [await source('Schouw'), await source('Gesprek')];
		await cite(one, walk, 'strong');
		await cite(other, walk, 'contradicts');
		await cite(other, talk);
		const { id } = await group('Er is te weinig plek om te zitten', [one, other]);

		const shown = await inForm(id);
		expect(shown).toMatchObject({
			...{ kind: 'risk', text: 'Er is te weinig plek om te zitten', isGroup: true },
			themes: ['ontmoeting', 'recreatie'],
			organisationName: `${residents().organisationName}, ${welfare().organisationName}`,
			strengths: { [walk]: 'contradicts' },
			hiddenSources: 0,
		});
		expect(new Set(shown?.sources)).toEqual(new Set([walk, talk]));
		expect(shown?.members.map(({ id: member }) => member)).toEqual([one, other]);
		expect(await inForm(one)).toBeUndefined();

		const page = await read(id);
		expect(page.sources.map(({ id: cited, citedBy }) => [cited, citedBy])).toEqual([
			[walk, one],
			[walk, other],
			[talk, other],
		]);
		expect(await read(one)).toMatchObject({ group: { id }, text: 'Weinig bankjes' });
	});

	it('is one line of the list, with its members on demand', async () => {
		const members = [await finding('A'), await finding('B', { by: residents() })];
		const { id } = await group('AB', members);
		await cite(members[0] as string, await source('S'));
		const list = (input: object) =>
			world.kernel.ask(welfare(), listFindings, {
				trajectoryId: trajectoryId(),
				limit: 100,
				...input,
			});
		const all = (await list({})).items;
		expect(all.find((one) => one.id === id)).toMatchObject({ sources: 1, isGroup: true });
		expect(all.filter((one) => members.includes(one.id))).toEqual([]);
		const within = (await list({ groupId: id })).items;
		expect(within.map((one) => one.id).toSorted()).toEqual(members.toSorted());
		const ours = await list({ organisationId: world.home.organisations.residents });
		expect(ours.items.map((one) => one.id)).toContain(id);
	});

	it('keeps no source of a member that was withdrawn', async () => {
		const [one, other] = [await finding('A'), await finding('B')];
		await cite(one, await source('S'));
		const { id } = await group('AB', [one, other]);
		await ungroup(one);
		expect((await inForm(id))?.sources).toEqual([]);
		await regroup(one);
		expect((await inForm(id))?.sources).toHaveLength(1);
	});

	it('is made of at least two loose findings of one kind', async () => {
		const [one, other] = [await finding('A'), await finding('B')];
		const strength = await finding('C', { kind: 'protective' });
		expect(await problemOf(group('X', [one]))).toBe('two_findings');
		expect(await problemOf(group('X', [one, strength]))).toBe('other_kind');
		const { id } = await group('AB', [one, other]);
		const third = await finding('D');
		expect(await problemOf(group('X', [one, third]))).toBe('in_group');
		expect(await problemOf(group('X', [third, id]))).toBe('is_group');
		const join = (findingId: string, groupId: string) =>
			world.kernel.run(welfare(), joinGroup, { findingId, groupId });
		expect(await problemOf(join(third, other))).toBe('unknown');
		expect(await problemOf(join(strength, id))).toBe('other_kind');
	});

	it('is not made while people write in silence', async () => {
		const members = [await finding('A'), await finding('B')];
		const lead = world.home.members.process_manager;
		const round = await world.kernel.run(lead, openSilentRound, { trajectoryId: trajectoryId() });
		expect(await problemOf(group('AB', members))).toBe('finding.silent_round');
		await world.kernel.run(lead, closeSilentRound, { silentRoundId: round.id, version: 1 });
		await group('AB', members);
	});
});

/** Everything about findings that grouping could harm, whatever their order. */
async function stateOf(ids: string[]) {
	return Promise.all(ids.map(async (id) => [await inForm(id), await read(id)]));
}

type Step =
	| { do: 'group'; of: number[] }
	| { do: 'join' | 'leave'; finding: number; group: number }
	| { do: 'ungroup' | 'regroup'; group: number };

const anyStep = fc.oneof(
	fc.record({
		do: fc.constant('group' as const),
		of: fc.uniqueArray(fc.nat(4), { minLength: 2, maxLength: 4 }),
	}),
	fc.record({
		do: fc.constantFrom('join' as const, 'leave' as const),
		finding: fc.nat(4),
		group: fc.nat(2),
	}),
	fc.record({ do: fc.constantFrom('ungroup' as const, 'regroup' as const), group: fc.nat(2) }),
);

describe('grouping and ungrouping, in whatever order', () => {
	it('gives back exactly what was there', { timeout: 60_000 }, async () => {
		const findings = [
			await finding('Vijf'),
			await finding('bevindingen', { by: residents() }),
			await finding('die hetzelfde', { themes: ['recreatie', 'sport'] }),
			await finding('zouden kunnen', { by: residents(), themes: ['sport'] }),
			await finding('zeggen'),
		];
		await cite(findings[0] as string, await source('Een'), 'weak');
		await cite(findings[2] as string, await source('Twee'));
		const before = await stateOf(findings);

		await fc.assert(
			fc.asyncProperty(fc.array(anyStep, { maxLength: 12 }), async (steps) => {
				const groups: string[] = [];
				for (const step of steps) await attempt(step, findings, groups);
				// Everything stands in the form once: by itself, or in a group that stands.
				const shown = (await form()).findings;
				const places = shown.flatMap(({ id, members }) => [id, ...members.map((one) => one.id)]);
				for (const id of findings) expect(places.filter((one) => one === id)).toHaveLength(1);
				for (const id of groups) if (!(await read(id)).withdrawnAt) await ungroup(id);
				expect(await stateOf(findings)).toEqual(before);
			}),
			{ numRuns: 12 },
		);
	});
});

/** Does one step where it can be done; a refusal is as good an answer. */
async function attempt(step: Step, findings: string[], groups: string[]): Promise<void> {
	const at = (index: number) => findings[index] as string;
	try {
		if (step.do === 'group') groups.push((await group('Samen', step.of.map(at))).id);
		const groupId = 'group' in step ? groups[step.group] : undefined;
		if (!groupId) return;
		if (step.do === 'join')
			await world.kernel.run(welfare(), joinGroup, { findingId: at(step.finding), groupId });
		if (step.do === 'leave')
			await world.kernel.run(welfare(), leaveGroup, { findingId: at(step.finding) });
		if (step.do === 'ungroup') await ungroup(groupId);
		if (step.do === 'regroup') await regroup(groupId);
	} catch (failure) {
		if (!(failure instanceof Failure)) throw failure;
	}
}
