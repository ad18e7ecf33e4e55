import { describe, expect, it } from 'vitest';
import { intentOf } from './cell-keys.ts';

const key = (name: string, held: object = {}) =>
	intentOf({
		...{ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
		...held,
	});

describe('a key in a cell', () => {
	it.each([
		['Enter', 'edit'],
		['F2', 'edit'],
		['Delete', 'withdraw'],
		['?', 'help'],
		['a', 'type'],
		['é', 'type'],
		['Escape', 'drop'],
		[' ', null],
		['ArrowDown', null],
		['Shift', null],
	])('%s means %s', (name, intent) => expect(key(name)).toBe(intent));

	it.each([
		['x', 'cut'],
		['v', 'paste'],
		['z', 'undo'],
		['y', 'redo'],
		['c', null],
		['Enter', null],
	])('%s with Ctrl or ⌘ means %s', (name, intent) => {
		expect(key(name, { ctrlKey: true })).toBe(intent);
		expect(key(name, { metaKey: true })).toBe(intent);
	});

	it('Ctrl+Shift+Z does again what was undone, and Alt belongs to the browser', () => {
		expect(key('Z', { ctrlKey: true, shiftKey: true })).toBe('redo');
		expect(key('a', { altKey: true })).toBeNull();
	});
});
