import { expect, it } from 'vitest';
import { withParams } from './search-params.ts';

it('keeps the other choices when one changes', () => {
	const params = new URLSearchParams('plek=plein&pagina=2&thema=&melding=bewaard');
	expect(withParams(params, { soort: 'gesprek', pagina: null })).toBe('?plek=plein&soort=gesprek');
	expect(withParams(new URLSearchParams('soort=gesprek'), { soort: null })).toBe('');
});
