/** Where to go for what was not said yet of an own file; null when the failure is another one. */
export function stepFor(code: unknown): 'kolommen' | 'betekenis' | null {
	if (code === 'ownImport.columns_first') return 'kolommen';
	return code === 'ownImport.meaning_first' ? 'betekenis' : null;
}
