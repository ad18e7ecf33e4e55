import { expect, it } from 'vitest';
import { placeWords, type NamedPlace } from './place-words.ts';

const place = (name: string, level: NamedPlace['level'] = 'district') => ({ name, level });

it.each([
	[place('Geitenkamp'), 'in Geitenkamp', 'in Geitenkamp'],
	[place('De Laar'), 'in De Laar', 'in De Laar'],
	[place('Wijk 10 Geitenkamp'), 'in wijk 10 Geitenkamp', 'in Wijk 10 Geitenkamp'],
	[place('Texel', 'municipality'), 'op Texel', 'on Texel'],
	[place('Urk', 'municipality'), 'op Urk', 'on Urk'],
	[place('Bedrijventerrein Het Broek'), 'op Bedrijventerrein Het Broek', 'on Bedrijventerrein Het Broek'], // prettier-ignore
	[place('Java-eiland'), 'op Java-eiland', 'on Java-eiland'],
	[place('Nederland', 'country'), 'in Nederland', 'in the Netherlands'],
	[place('Nijmegen-Oost', null), 'in Nijmegen-Oost', 'in Nijmegen-Oost'],
] as const)('%o', (where, nl, en) => {
	expect(placeWords(where, 'nl')).toBe(nl);
	expect(placeWords(where, 'en')).toBe(en);
});

it('says what it is where the name alone does not tell', () => {
	expect(placeWords(place('Baarn'), 'nl', true)).toBe('in de wijk Baarn');
	expect(placeWords(place('Baarn', 'municipality'), 'en', true)).toBe(
		'in the municipality of Baarn',
	);
});
