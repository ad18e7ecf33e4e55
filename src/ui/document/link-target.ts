export type LinkTarget =
	| { readonly kind: 'within'; readonly id: string }
	| { readonly kind: 'address'; readonly href: string };

const LONGEST = 2000;

/**
 * Where a link may lead: to a heading of the document (“#id”), to a web or mail address, or to a
 * page of this program (“/…”, completed with `baseUrl` when that is given).
 * Gives null for anything else, such as `javascript:`: the link is then shown as text.
 */
export function linkTarget(href: string, baseUrl?: string): LinkTarget | null {
	if (/^#[^\s]+$/.test(href)) return { kind: 'within', id: href.slice(1) };
	if (href.length > LONGEST) return null;
	if (/^\/(?![/\\])/.test(href)) return pageOfOurs(href, baseUrl);
	const url = URL.parse(href);
	if (!url || !['http:', 'https:', 'mailto:'].includes(url.protocol)) return null;
	return { kind: 'address', href: url.href };
}

function pageOfOurs(href: string, baseUrl: string | undefined): LinkTarget | null {
	if (baseUrl === undefined) return { kind: 'address', href };
	const url = URL.parse(href, baseUrl);
	return url && { kind: 'address', href: url.href };
}
