import { describe, expect, it } from 'vitest';
import { isFieldPage } from './kept-pages.ts';
import { assetsIn, linksTo } from './page-parts.ts';

const page = 'https://wijkagenda.nl/arnhem/geitenkamp/2024/veld';

describe('what a page needs to open without a network', () => {
	it('is found in HTML, CSS and scripts, also what a script may load later', () => {
		const html =
			'<link href="/_app/immutable/assets/a.CjX_1.css"><script src="/_app/field.js?v=17"></script>';
		expect(assetsIn(html, page)).toEqual([
			'https://wijkagenda.nl/_app/immutable/assets/a.CjX_1.css',
			'https://wijkagenda.nl/_app/field.js?v=17',
		]);
		const css = 'src:url(./source-sans.D-2.woff2)format("woff2")';
		expect(assetsIn(css, 'https://wijkagenda.nl/_app/immutable/assets/a.css')).toEqual([
			'https://wijkagenda.nl/_app/immutable/assets/source-sans.D-2.woff2',
		]);
		const script = 'import{a}from"./immutable/chunks/x.js";f=["_app/immutable/chunks/y.js"];import(`./immutable/chunks/z.js`)'; // prettier-ignore
		expect(assetsIn(script, 'https://wijkagenda.nl/_app/field.js?v=17')).toEqual(
			['x', 'y', 'z'].map((name) => `https://wijkagenda.nl/_app/immutable/chunks/${name}.js`),
		);
	});

	it('is never anything of somebody else', () => {
		expect(assetsIn('"https://elders.nl/_app/a.js" "//elders.nl/_app/b.js"', page)).toEqual([]);
		expect(assetsIn('e.endsWith(".css")', page)).toEqual([]);
		expect(assetsIn('"./foto.png" "/arnhem/foto.png"', page)).toEqual([]);
	});

	it('is found behind the links of the field, and of nothing else', () => {
		const html =
			'<a class="x" href="/arnhem/geitenkamp/2024/veld/gesprek?gids=a&amp;b=1#top">x</a><a href="/arnhem">y</a><a href="#content">z</a><a href="mailto:x">m</a>';
		expect(linksTo(html)).toEqual(['/arnhem/geitenkamp/2024/veld/gesprek?gids=a&b=1', '/arnhem']);
		const kept = linksTo(html).filter((link) => isFieldPage(new URL(link, page)));
		expect(kept).toEqual(['/arnhem/geitenkamp/2024/veld/gesprek?gids=a&b=1']);
	});
});
