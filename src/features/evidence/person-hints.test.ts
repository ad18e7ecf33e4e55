import { expect, it } from 'vitest';
import { personHints } from './person-hints.ts';

it('says in the language of the reader what would make a person recognisable, once it was fetched', async () => {
	const inDutch = await personHints('nl')();
	const inEnglish = await personHints('en')();
	expect(inDutch('Bel 06-12345678.').map(({ message }) => message)).toEqual([
		expect.stringContaining('‘06-12345678’ lijkt op een telefoonnummer'),
	]);
	expect(inEnglish('Bel 06-12345678.')[0]?.message).toContain('looks like a');
	expect(inDutch('Het plein is leeg.')).toEqual([]);
});
