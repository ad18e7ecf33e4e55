import { describe, expect, it } from 'vitest';
import { finding, formWith, need } from './form.test-data.ts';
import { heldEntry, movedContent } from './entry-content.ts';
import { sendingOf, type Step } from './undo-steps.ts';

const form = formWith({
	findings: [finding({ id: 'a', themes: ['sport', 'cultuur'], version: 3 })],
	needs: [need({ id: 'n', dueOn: '2026-05-04' })],
});
const column = (id: string) => form.framework.columns.find((one) => one.id === id) as never;

describe('a step that was taken', () => {
	const content: Step['after'] = [['text', 'Nu']];
	const step = (before: Step['before'], after: Step['after']): Step => ({
		...{ what: 'change', thing: 'finding', id: 'a', text: 'Nu', version: 4 },
		...{ before, after },
	});

	it('is undone by the command that does the opposite, under the version of now', () => {
		const undone = (one: Step) => sendingOf(one, 'undo', 'Vergissing');
		expect(undone(step(null, content))).toEqual({
			action: '?/withdraw_finding',
			fields: [
				['findingId', 'a'],
				['version', '4'],
				['reason', 'Vergissing'],
			],
		});
		expect(undone(step(content, null)).action).toBe('?/restore_finding');
		expect(undone(step([['text', 'Toen']], content))).toEqual({
			action: '?/change_finding',
			fields: [
				['findingId', 'a'],
				['version', '4'],
				['text', 'Toen'],
			],
		});
	});

	it('is done again by the command that did it', () => {
		expect(sendingOf(step(null, content), 'redo', '').action).toBe('?/restore_finding');
		expect(sendingOf(step(content, null), 'redo', 'Dubbel').fields).toContainEqual([
			'reason',
			'Dubbel',
		]);
	});
});

describe('moving an entry', () => {
	const held = (id: string) => heldEntry(form, id) as NonNullable<ReturnType<typeof heldEntry>>;

	it('changes the theme of the cell it came from and keeps its others', () => {
		const moved = movedContent(held('a'), 'cultuur', { theme: 'recreatie', column: column('protective') }, form.framework); // prettier-ignore
		expect(moved).toEqual([
			['kind', 'protective'],
			['signalKind', ''],
			['text', 'Het veld ligt er leeg bij.'],
			['themes[]', 'sport'],
			['themes[]', 'recreatie'],
		]);
	});

	it('into a theme where it stands already leaves it there once', () => {
		const moved = movedContent(held('a'), 'sport', { theme: 'cultuur', column: column('risk') }, form.framework); // prettier-ignore
		expect(moved?.filter(([name]) => name === 'themes[]')).toEqual([['themes[]', 'cultuur']]);
	});

	it('keeps what a knowledge need says, and goes nowhere in a column of another kind', () => {
		const to = { theme: 'cultuur', column: column('knowledge') };
		expect(movedContent(held('n'), 'sport', to, form.framework)).toContainEqual(['dueOn', '04-05-2026']); // prettier-ignore
		expect(movedContent(held('n'), 'sport', to, form.framework)).toContainEqual(['theme', 'cultuur']); // prettier-ignore
		expect(movedContent(held('n'), 'sport', { theme: 'cultuur', column: column('risk') }, form.framework)).toBeNull(); // prettier-ignore
	});
});
