import { expect, test } from 'vitest';
import { messages } from './messages.ts';

test('both languages are there, texts and functions alike', () => {
	const texts = messages({
		nl: { save: 'Opslaan', left: (count: number) => `nog ${count}` },
		en: { save: 'Save', left: (count) => `${count} left` },
	});
	expect(texts.en.save).toBe('Save');
	expect(texts.nl.left(3)).toBe('nog 3');
});

test('what one language lacks or has too much does not compile (the type check reads this)', () => {
	// @ts-expect-error -- English lacks `stop`
	messages({ nl: { save: 'Opslaan', stop: 'Stoppen' }, en: { save: 'Save' } });
	// @ts-expect-error -- Dutch lacks `stop`
	messages({ nl: { save: 'Opslaan' }, en: { save: 'Save', stop: 'Stop' } });
	// @ts-expect-error -- a function in one, a plain text in the other
	messages({ nl: { left: (count: number) => `nog ${count}` }, en: { left: 'left' } });
	expect(messages({ nl: {}, en: {} })).toEqual({ nl: {}, en: {} });
});
