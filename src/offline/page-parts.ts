/** The addresses of files of the program that a page, style sheet or script names, absolute. */
export function assetsIn(text: string, base: string): string[] {
	const named = text.matchAll(
		/["'(`]((?:\.{1,2}\/|\/)?(?:_app\/)?[\w./-]*[\w-]\.(?:js|css|woff2|svg|png|webmanifest)(?:\?v=\w+)?)["')`]/g,
	);
	const { origin } = new URL(base);
	return [...named].flatMap(([, name = '']) => {
		// `_app/…` without a slash is how Vite lists what a script may load later.
		const url = new URL(name.startsWith('_app/') ? `/${name}` : name, base);
		const isOurs = url.origin === origin && /^\/(_app\/|veld-|favicon|manifest)/.test(url.pathname);
		return isOurs ? [url.href] : [];
	});
}

/** The links of a page, as they are written, without the place in the page. */
export function linksTo(html: string): string[] {
	return [...html.matchAll(/<a\s[^>]*?href="([^"#]+)(?:#[^"]*)?"/g)]
		.map(([, href = '']) => href.replaceAll('&amp;', '&'))
		.filter((href) => href.startsWith('/') || href.startsWith('?'));
}
