/** A path of our own to go to, out of an address anyone may have made; '/' when it leads elsewhere. */
export function safePath(wanted: string | null): string {
	if (!wanted) return '/';
	const base = 'http://here';
	const url = URL.parse(wanted, base);
	// "//evil.example" and "/\evil.example" are addresses of another host.
	if (!url || url.origin !== base || !wanted.startsWith('/')) return '/';
	// Nor may one come out of the dots: "/.//evil.example" is read as "//evil.example".
	if (url.pathname.startsWith('//')) return '/';
	return url.pathname + url.search + url.hash;
}
