import { expect, test } from 'vitest';
import { columnKeys } from './column.ts';

const keys = (...names: string[]): string[] => columnKeys(names).map((column) => column.key);

test('the number at the end moves every year and is left out of the key, but kept', () => {
	expect(columnKeys(['AantalInwoners_5'])).toEqual([
		{ key: 'AantalInwoners', sourceKey: 'AantalInwoners_5', position: 5, kind: 'measure' },
	]);
	expect(keys('AantalInwoners_5')).toEqual(keys('AantalInwoners_7'));
});

test('numbers inside a name stay', () => {
	expect(keys('k_0Tot15Jaar_8', 'HuishoudensTot110VanSociaalMinimum_80')).toEqual([
		'k_0Tot15Jaar',
		'HuishoudensTot110VanSociaalMinimum',
	]);
});

test('a flat’s electricity and a flat’s gas are two things', () => {
	const electricity = ['GemiddeldElektriciteitsverbruikTotaal_47', 'Appartement_48'];
	const gas = ['GemiddeldAardgasverbruikTotaal_55', 'Appartement_56'];
	expect(keys(...electricity, ...gas)).toEqual([
		'GemiddeldElektriciteitsverbruikTotaal',
		'GemiddeldElektriciteitsverbruikTotaal.Appartement',
		'GemiddeldAardgasverbruikTotaal',
		'GemiddeldAardgasverbruikTotaal.Appartement',
	]);
	// Also in a file that holds only one of them.
	expect(keys(...gas)[1]).toBe('GemiddeldAardgasverbruikTotaal.Appartement');
});

test('a name that occurs twice without a total keeps its number', () => {
	expect(keys('Overig_3', 'Overig_9')).toEqual(['Overig_3', 'Overig_9']);
});

test('what describes the area is an attribute, and a code is a class and not a measure', () => {
	const kinds = columnKeys([
		'WijkenEnBuurten',
		'Gemeentenaam_1',
		'MeestVoorkomendePostcode_113',
		'Dekkingspercentage_114',
		'MateVanStedelijkheid_115',
		'Omgevingsadressendichtheid_116',
	]).map((column) => column.kind);
	expect(kinds).toEqual(['attribute', 'attribute', 'attribute', 'class', 'class', 'measure']);
});
