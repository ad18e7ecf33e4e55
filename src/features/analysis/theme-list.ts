/** Makes the two fields of ThemeFields into the list a finding has: the theme where it stands first, then the others. */
export function withThemes({
	themes: main,
	others,
	...values
}: Record<string, unknown>): Record<string, unknown> {
	return { ...values, themes: [main, ...(Array.isArray(others) ? others : [])].filter(Boolean) };
}
