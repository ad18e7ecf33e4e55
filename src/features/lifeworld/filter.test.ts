import { describe, expect, it } from 'vitest';
import { kindOfWord, readFilter } from './filter.ts';

const read = (query: string) => readFilter(new URLSearchParams(query));

describe('the filter in an address', () => {
	it('is empty on a plain address', () => {
		expect(read('')).toMatchObject({ filter: { page: 1 }, unreadable: [], isActive: false });
	});

	it('narrows by place, theme, days as people type them, and page', () => {
		expect(read('plek=plein&thema=sport&van=1-2-2020&tot=2020-03-01&pagina=3')).toMatchObject({
			filter: { place: 'plein', theme: 'sport', from: '2020-02-01', until: '2020-03-01', page: 3 },
			isActive: true,
		});
	});

	it('hands a date back that it cannot read, and leaves out what is no choice', () => {
		const { filter, unreadable, isActive } = read(
			'van=gisteren&zichtbaar=x&organisatie=1&pagina=-1',
		);
		expect(unreadable).toEqual(['gisteren']);
		expect(filter).toEqual({ order: 'best', page: 1 });
		expect(isActive).toBe(false);
	});

	it('puts the best match first unless the newest are asked for', () => {
		expect(read('zoek=plein').filter.order).toBe('best');
		expect(read('zoek=plein&volgorde=nieuwste').filter.order).toBe('newest');
		expect(read('volgorde=anders').filter.order).toBe('best');
	});

	it('knows the kinds by their Dutch words', () => {
		expect(kindOfWord('bijeenkomst')).toBe('meeting');
		expect(kindOfWord('cijfer')).toBeNull();
	});
});
