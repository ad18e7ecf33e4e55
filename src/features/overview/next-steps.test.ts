import { describe, expect, test } from 'vitest';
import { finding, formWith, need } from '#features/analysis/form.test-data.ts';
import { whatWeDoNotKnow } from '#features/analysis/unknown.ts';
import { partiesAtTable } from '#features/trajectory/table-parties.ts';
import { nextSteps } from './next-steps.ts';
import { stepText } from './next-step-text.ts';
import type { Situation } from './situation.ts';

const everyone = partiesAtTable(['housing', 'care', 'welfare', 'safety', 'residents']);

/** A trajectory in which everything is as it should be, unless said otherwise. */
function situation(own: Partial<Situation> = {}): Situation {
	return {
		today: '2026-03-02',
		isRunning: true,
		organisationId: null,
		fromLifeworld: 3,
		findings: 4,
		notWeighed: 0,
		unknowns: {
			emptyThemes: [],
			withoutSource: [],
			oneKind: [],
			professionalsOnly: [],
			openNeeds: [],
		},
		warnings: 0,
		parties: everyone,
		phases: [],
		politics: [],
		untold: [],
		itemsWithoutDecision: [],
		itemsWithoutApproach: [],
		underWay: [],
		...own,
	};
}

const phase = (ends: string | null, doneOn: string | null = null) => ({
	id: 'p',
	version: 1,
	name: 'Agenda kiezen',
	step: 'agenda',
	starts: null,
	ends,
	doneOn,
});
const what = (at: Situation) => nextSteps(at).map((step) => step.what);

describe('what could be done next', () => {
	test('in an empty trajectory is first of all to go out, and nothing about the form', () => {
		const unknowns = whatWeDoNotKnow(formWith({}));
		const steps = what(situation({ fromLifeworld: 0, findings: 0, unknowns, parties: [] }));
		expect(steps).toEqual(['go_out']);
	});

	test('is to go out as well when there is a form full of what nobody went to see', () => {
		expect(what(situation({ fromLifeworld: 0 }))[0]).toBe('go_out');
	});

	test('is nothing when all is well', () => {
		expect(nextSteps(situation())).toEqual([]);
	});

	test('tells of early warnings as long as the trajectory runs', () => {
		const [step] = nextSteps(situation({ warnings: 3 }));
		expect(step && stepText(step, '/a/b/2024', 'nl')).toMatchObject({
			text: 'Er zijn 3 vroege waarschuwingen over dit gebied.',
			href: '/a/b/2024/cijfers/waarschuwingen',
		});
		expect(what(situation({ warnings: 3, isRunning: false }))).toEqual([]);
	});

	test('names who is not at the table', () => {
		const parties = partiesAtTable(['housing', 'welfare', 'residents']);
		const [step] = nextSteps(situation({ parties }));
		expect(step && stepText(step, '/a/b/2024', 'nl')).toMatchObject({
			text: 'Nog niet aan tafel: zorg en veiligheid.',
			href: '/a/b/2024/kader/deelnemers',
		});
	});

	test('tells of themes where only professionals were heard, empty themes, and findings without a source', () => {
		const form = formWith({ findings: [finding({ id: 'f' })] });
		const steps = nextSteps(situation({ unknowns: whatWeDoNotKnow(form) }));
		expect(steps.map((step) => step.what)).toEqual([
			'professionals_only',
			'empty_themes',
			'without_source',
		]);
		const texts = steps.map((step) => stepText(step, '', 'nl').text);
		expect(texts[1]).toMatch(/^19 thema’s zijn nog leeg: .* en 15 andere\.$/);
		expect(texts[2]).toBe('1 bevinding heeft nog geen bron.');
	});

	test('reminds of a moment that is near, and of one that has just passed, but of none that is done', () => {
		expect(what(situation({ phases: [phase('2026-03-26')] }))).toEqual(['moment_soon']);
		expect(what(situation({ phases: [phase('2026-02-20')] }))).toEqual(['moment_passed']);
		expect(what(situation({ phases: [phase('2026-03-26', '2026-03-01')] }))).toEqual([]);
		expect(what(situation({ phases: [phase('2026-06-01'), phase(null)] }))).toEqual([]);
	});

	test('takes a moment known to the month for passed only when the month is over', () => {
		const today = '2026-03-20';
		const steps = nextSteps(situation({ today, phases: [phase('2026-03')] }));
		expect(steps.map((step) => stepText(step, '', 'nl').text)).toEqual([
			'‘Agenda kiezen’ loopt in maart 2026 af.',
		]);
		expect(what(situation({ today, phases: [phase('2026-02')] }))).toEqual(['moment_passed']);
	});

	test('tells of a moment with politics that is near or has passed, and of a decision nobody was told of', () => {
		const council = (heldOn: string | null, state = 'planned') => ({
			body: 'council' as const,
			bodyNote: '',
			purpose: 'decide' as const,
			heldOn,
			state,
		});
		const politics = [
			council('2026-03-10'),
			council('2026-02', 'moved'),
			council('2026-03-05', 'done'),
			council('2026-03-05', 'dropped'),
			council('2026-06-01'),
			council('2011'),
			council(null),
		];
		const steps = nextSteps(situation({ politics, untold: ['s1'] }));
		expect(steps.map((step) => stepText(step, '/a/b/2024', 'nl'))).toMatchObject([
			{ text: '‘Gemeenteraad: besluiten’ is over 8 dagen.', href: '/a/b/2024/agenda/kalender' },
			{ text: '‘Gemeenteraad: besluiten’ was in februari 2026.' },
			{ href: '/a/b/2024/agenda/besluit/s1' },
		]);
		expect(what(situation({ politics, untold: ['s1'], isRunning: false }))).toEqual([]);
	});

	test('is never late in a trajectory of the past', () => {
		const unknowns = {
			...situation().unknowns,
			openNeeds: [need({ id: 'n', dueOn: '2026-03-01' })],
		};
		const late = {
			phases: [phase('2026-02-20')],
			unknowns,
			underWay: [{ id: 'a', title: 'Eettafel', since: '2025-01-01' }],
		};
		expect(what(situation({ ...late, isRunning: true }))).toEqual([
			'moment_passed',
			'needs_due',
			'no_progress',
		]);
		expect(what(situation({ ...late, isRunning: false }))).toEqual([]);
	});

	test('asks after an approach of which nothing was heard for a quarter', () => {
		const heard = (since: string) =>
			situation({ underWay: [{ id: 'a', title: 'Eettafel', since }] });
		expect(what(heard('2026-01-15'))).toEqual([]);
		expect(what(heard('2025-11-01'))).toEqual(['no_progress']);
	});

	test('tells of agenda items without decision or approach, and findings that were not weighed', () => {
		const items = [{ id: 'a', title: 'Ontmoeting' }];
		const steps = nextSteps(
			situation({ notWeighed: 2, itemsWithoutDecision: items, itemsWithoutApproach: items }),
		);
		expect(steps.map((step) => stepText(step, '', 'en').text)).toEqual([
			'2 findings were not weighed yet.',
			'Nothing was decided about one agenda item yet: ‘Ontmoeting’.',
			'One agenda item has no approach yet: ‘Ontmoeting’.',
		]);
	});
});
