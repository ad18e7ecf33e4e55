import type { ProfileLine } from './profile.ts';

/** What the page of an indicator is called in the address: the catalogue's id, else the family of tables and the column. */
export function indicatorKey({
	indicator,
	family,
	measure,
}: Pick<ProfileLine, 'indicator' | 'family' | 'measure'>): string {
	return indicator ?? `${family}:${measure}`;
}

/** What an address asks for: an indicator of the catalogue, or a column of a family of tables. */
export function followedBy(
	key: string,
): { indicator: string } | { family: string; measure: string } {
	const at = key.indexOf(':');
	return at < 0 ? { indicator: key } : { family: key.slice(0, at), measure: key.slice(at + 1) };
}

/** The page of an indicator. `base`: the municipality's pages. */
export function indicatorPath(
	base: string,
	key: string,
	asked: Record<string, string | null | undefined> = {},
): string {
	return `${base}/cijfers/indicator/${encodeURIComponent(key)}${queryOf(asked)}`;
}

/** No more areas stand side by side on a screen. */
export const MOST_COMPARED = 6;

/** The page that puts areas side by side. */
export function comparePath(base: string, codes: readonly string[]): string {
	const query = new URLSearchParams(codes.map((code) => ['gebied', code]));
	return `${base}/gebieden/vergelijken?${query}`;
}

/** What is asked for, as the end of an address; '' for nothing. */
export function queryOf(asked: Record<string, string | null | undefined>): string {
	const given = Object.entries(asked).flatMap(([key, value]) => (value ? [[key, value]] : []));
	return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}
