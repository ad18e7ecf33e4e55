/**
 * The key that version 3 of CBS's open data gives a measure, out of its title: `Afstand tot school` is
 * `AfstandTotSchool`, `0 tot 15 jaar` is `k_0Tot15Jaar`. Version 4 has codes of its own (`D000045`); through its titles a
 * measure keeps one key over both. The published files of 2017 and 2020 are the test.
 */
export function keyOfTitle(title: string): string {
	const plain = title.normalize('NFD').replace(/\p{Diacritic}/gu, '');
	const words = plain.split(/[^0-9A-Za-z]+/).filter(Boolean);
	const key = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
	return /^\d/.test(key) ? `k_${key}` : key;
}
