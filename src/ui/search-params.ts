/** The same address with other choices: null leaves one out. Gives '' or a query with its question mark. */
export function withParams(
	params: Iterable<[string, string]>,
	changes: Record<string, string | null>,
): string {
	const changed = new URLSearchParams(
		[...params].filter(([name, value]) => value !== '' && name !== 'melding'),
	);
	for (const [name, value] of Object.entries(changes)) {
		if (value === null) changed.delete(name);
		else changed.set(name, value);
	}
	const text = changed.toString();
	return text && `?${text}`;
}
