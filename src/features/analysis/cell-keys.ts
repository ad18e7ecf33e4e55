/** What a key asks of the cell that has the focus. */
export type CellIntent =
	'edit' | 'type' | 'withdraw' | 'cut' | 'paste' | 'undo' | 'redo' | 'help' | 'drop';

interface Key {
	key: string;
	ctrlKey: boolean;
	metaKey: boolean;
	altKey: boolean;
	shiftKey: boolean;
}

/** With Ctrl, or ⌘ on a Mac. */
const withCtrl: Record<string, CellIntent> = { x: 'cut', v: 'paste', z: 'undo', y: 'redo' };
const alone: Record<string, CellIntent> = {
	Enter: 'edit',
	F2: 'edit',
	Delete: 'withdraw',
	Backspace: 'withdraw',
	'?': 'help',
	F1: 'help',
	Escape: 'drop',
};

/** What a key means in a cell, as in a spreadsheet; null for a key that means nothing there. Moving is in grid-keys. */
export function intentOf(event: Key): CellIntent | null {
	if (event.altKey) return null;
	if (event.ctrlKey || event.metaKey) {
		const key = event.key.toLowerCase();
		return key === 'z' && event.shiftKey ? 'redo' : (withCtrl[key] ?? null);
	}
	const intent = alone[event.key];
	if (intent) return intent;
	// A space scrolls, as everywhere.
	return [...event.key].length === 1 && event.key !== ' ' ? 'type' : null;
}
