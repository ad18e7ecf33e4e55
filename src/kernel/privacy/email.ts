import type { Hit } from './hit.ts';

const LOCAL = /[\p{L}\d.!#$%&'*+/=?^_`{|}~-]{1,64}$/u;
const DOMAIN = /^(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,8}\p{L}{2,24}/u;

/**
 * E-mail addresses. Looks only around each @, so that a long text without one costs nothing.
 */
export function findEmails(text: string): Hit[] {
	const hits: Hit[] = [];
	for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
		const local = LOCAL.exec(text.slice(Math.max(0, at - 64), at));
		const domain = DOMAIN.exec(text.slice(at + 1, at + 256));
		if (!local || !domain) continue;
		hits.push({ kind: 'email', start: at - local[0].length, end: at + 1 + domain[0].length });
	}
	return hits;
}
