import { FetchError } from './fetch-error.ts';

/**
 * The address that an answer sends us on to, within the source itself: the same host, by the protocol of `base` (CBS
 * writes `http:` in links of a feed that is asked by `https:`). Relative links count from `from`.
 * Throws `FetchError` (`elsewhere`) for any other host: what a source writes must not make this program knock on doors
 * inside the network it stands in.
 */
export function addressWithin(base: URL, link: string, from: URL = base): URL {
	const address = URL.parse(link, from);
	if (!address || !/^https?:$/.test(address.protocol)) throw new FetchError('elsewhere', base);
	const sameHost = address.hostname === base.hostname;
	const samePort = address.port === base.port || (address.port === '' && base.port === '');
	if (!sameHost || !samePort || address.username || address.password)
		throw new FetchError('elsewhere', base);
	address.protocol = base.protocol;
	address.hash = '';
	return address;
}

/** An address under a base: `under(base, '84799NED', 'TableInfos')`. Every part is one step of the path. */
export function under(base: URL, ...steps: string[]): URL {
	const address = new URL(base);
	const path = steps.map((step) => encodeURIComponent(step)).join('/');
	address.pathname = `${base.pathname.replace(/\/+$/, '')}/${path}`;
	return address;
}
