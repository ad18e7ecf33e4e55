import type { IncomingMessage } from 'node:http';
import { isLocalHost, type Config } from '../config.ts';

type Settings = Pick<Config, 'publicUrl' | 'publicUrlGiven' | 'trustProxy'>;

// SvelteKit's handler reads these headers; ours overwrite whatever a client may send.
const HEADERS = {
	PROTOCOL_HEADER: 'x-wijkagenda-protocol',
	HOST_HEADER: 'x-wijkagenda-host',
	ADDRESS_HEADER: 'x-wijkagenda-address',
};

/** Tells SvelteKit's handler, before it is loaded, where to read origin and client address. */
export function announceHeaders(environment: NodeJS.ProcessEnv): void {
	Object.assign(environment, HEADERS);
}

/** Sets on a request the origin that people see and the address it came from. */
export function setOrigin(request: IncomingMessage, settings: Settings): void {
	const origin = new URL(originOf(request.headers.host, settings));
	request.headers[HEADERS.PROTOCOL_HEADER] = origin.protocol.slice(0, -1);
	request.headers[HEADERS.HOST_HEADER] = origin.host;
	request.headers[HEADERS.ADDRESS_HEADER] = clientAddress(
		request.socket.remoteAddress,
		request.headers['x-forwarded-for'],
		settings.trustProxy,
	);
}

/**
 * The origin of a request: PUBLIC_URL, whatever the Host header says. Only when PUBLIC_URL is not
 * set, another name of this very machine (127.0.0.1 for localhost) is taken as it comes.
 */
export function originOf(host: string | undefined, settings: Settings): string {
	if (settings.publicUrlGiven || !host || !isLocalHost(host)) return settings.publicUrl;
	return URL.parse(`http://${host}`)?.origin ?? settings.publicUrl;
}

/**
 * The client's address: the connection's own, or with `trustProxy` proxies in front the one that
 * the outermost of them saw. Never empty.
 */
export function clientAddress(
	remote: string | undefined,
	forwardedFor: string | string[] | undefined,
	trustProxy: number,
): string {
	const direct = (remote ?? 'unknown').replace(/^::ffff:/, '');
	if (trustProxy === 0 || !forwardedFor) return direct;
	const hops = [forwardedFor].flat().join(',').split(',');
	return hops.at(-Math.min(trustProxy, hops.length))?.trim() || direct;
}
