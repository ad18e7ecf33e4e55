import { describe, expect, it } from 'vitest';
import { finding, formWith, need, source } from './form.test-data.ts';
import { countUnknowns, whatWeDoNotKnow } from './unknown.ts';

const conversation = source({
	id: 'talk',
	kind: 'conversation',
	title: 'Gesprek',
	residentVoice: true,
});
const figure = source({ id: 'figure' });
const ids = (list: { id: string }[]) => list.map(({ id }) => id);

describe('what we do not know yet', () => {
	it('of an empty form is every theme of the framework', () => {
		const unknowns = whatWeDoNotKnow(formWith({}));
		expect(unknowns.emptyThemes).toHaveLength(20);
		expect(countUnknowns(unknowns)).toBe(20);
	});

	it('leaves out a theme as soon as anything is written there, in any column', () => {
		const { emptyThemes } = whatWeDoNotKnow(formWith({ needs: [need({ id: 'a' })] }));
		expect(emptyThemes.map(({ theme }) => theme.id)).not.toContain('sport');
		expect(emptyThemes).toHaveLength(19);
	});

	it('names findings without a source, but not those whose source is hidden from the reader', () => {
		const findings = [finding({ id: 'bare' }), finding({ id: 'hidden', hiddenSources: 1 })];
		expect(ids(whatWeDoNotKnow(formWith({ findings })).withoutSource)).toEqual(['bare']);
	});

	it('names findings whose sources are all of one kind, and which kind', () => {
		const form = formWith({
			sources: [conversation, figure],
			findings: [
				finding({ id: 'one', sources: ['figure'] }),
				finding({ id: 'two', sources: ['figure', 'talk'] }),
				finding({ id: 'perhaps', sources: ['figure'], hiddenSources: 1 }),
			],
		});
		const { oneKind } = whatWeDoNotKnow(form);
		expect(oneKind.map((one) => [one.finding.id, one.kind])).toEqual([['one', 'figure']]);
	});

	it('names themes where only professionals were heard', () => {
		const residents = { id: 'residents', name: 'Bewoners', sector: 'residents' };
		const { professionalsOnly } = whatWeDoNotKnow(
			formWith({
				sources: [conversation, figure],
				findings: [
					finding({ id: 'a', themes: ['sport'], sources: ['figure'] }),
					finding({ id: 'b', themes: ['cultuur'], sources: ['talk'] }),
					finding({ id: 'c', themes: ['recreatie'], organisations: [residents] }),
				],
			}),
		);
		expect(professionalsOnly.map(({ theme }) => theme.id)).toEqual(['sport']);
	});

	it('lists open questions only, the most urgent first and those without a day last', () => {
		const needs = [
			need({ id: 'someday' }),
			need({ id: 'later', dueOn: '2026-05-01' }),
			need({ id: 'soon', dueOn: '2026-04-01' }),
			need({ id: 'answered', state: 'answered' }),
		];
		expect(ids(whatWeDoNotKnow(formWith({ needs })).openNeeds)).toEqual([
			'soon',
			'later',
			'someday',
		]);
	});
});
