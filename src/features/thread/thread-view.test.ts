import { describe, expect, test } from 'vitest';
import type { FindingStep, Thread } from './thread.ts';
import { linesBetween, mostShown, threadColumns } from './thread-view.ts';

const finding = (id: string, own: Partial<FindingStep> = {}): FindingStep => ({
	id,
	kind: 'risk',
	signalKind: null,
	text: `Bevinding ${id}`,
	organisationName: 'Welzijn',
	withdrawn: false,
	hidden: 0,
	...own,
});

const thread = (own: Partial<Thread>): Thread => ({
	from: { kind: 'finding', id: 'f1' },
	evidence: [],
	findings: [finding('f1')],
	agendaItems: [],
	approaches: [],
	links: [],
	...own,
});

describe('lines', () => {
	test('go from the middle of one share of the height to the middle of another', () => {
		const links = [
			{ from: 'a', to: 'x' },
			{ from: 'b', to: 'x' },
		];
		expect(linesBetween([{ id: 'a' }, { id: 'b' }], [{ id: 'x' }], links)).toEqual([
			{ from: 25, to: 50 },
			{ from: 75, to: 50 },
		]);
	});

	test('to a step that is not shown are left out', () => {
		expect(linesBetween([{ id: 'a' }], [{ id: 'x' }], [{ from: 'a', to: 'gone' }])).toEqual([]);
	});
});

describe('columns', () => {
	test('mark the item one looks from and link the others', () => {
		const [, findings] = threadColumns(thread({}), '/arnhem/geitenkamp/2007', 'nl');
		expect(findings?.nodes[0]).toMatchObject({
			isHere: true,
			href: '/arnhem/geitenkamp/2007/analyse/bevinding/f1',
		});
	});

	test('say how many sources a reader may not see, and then do not say that there are none', () => {
		const [evidence, findings] = threadColumns(
			thread({ findings: [finding('f1', { hidden: 1 })] }),
			'',
			'nl',
		);
		expect(findings?.nodes[0]?.facts).toContain('Rust ook op 1 bron die u niet mag zien');
		expect(evidence?.empty).toBe('');
	});

	test('show the first few and list every other', () => {
		const findings = Array.from({ length: mostShown + 3 }, (_, index) => finding(`f${index}`));
		const [, column] = threadColumns(thread({ findings }), '', 'en');
		expect(column?.nodes).toHaveLength(mostShown);
		expect(column?.more).toHaveLength(3);
		expect(column?.moreLabel).toBe('3 more findings');
	});

	test('say from which steps a step follows where there is a choice', () => {
		const columns = threadColumns(
			thread({
				findings: [finding('f1'), finding('f2')],
				agendaItems: [
					{
						id: 'a1',
						title: 'Het plein',
						withoutFindingReason: '',
						decisions: [],
						withdrawn: false,
						hidden: 0,
					},
				],
				links: [{ from: 'f2', to: 'a1' }],
			}),
			'',
			'nl',
		);
		expect(columns[2]?.nodes[0]?.from).toEqual(['Bevinding f2']);
	});
});
