/** The Creative Commons licences that figures and boundaries are published under, as files and services write them. */
const known: readonly [RegExp, string][] = [
	[/^(?:https?:\/\/creativecommons\.org\/licenses\/by\/4\.0\b.*|cc[\s-]*by[\s-]*(?:v?4(?:\.0)?)(?:[\s-]+international)?)$/i, 'CC BY 4.0'], // prettier-ignore
	[/^(?:https?:\/\/creativecommons\.org\/publicdomain\/zero\/1\.0\b.*|cc[\s-]*0(?:[\s-]*1\.0)?)$/i, 'CC0'], // prettier-ignore
];

/** A licence as people call it: of the ones that we know one spelling, of others what was written. */
export function licenceName(written: string): string {
	const text = written.trim();
	return known.find(([pattern]) => pattern.test(text))?.[1] ?? text;
}
