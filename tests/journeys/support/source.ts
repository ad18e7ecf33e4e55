import { sourceServer, type SourceServer } from '#server/fetching/source-server.test-data.ts';
import { partOf } from '#tests/support/small-table.ts';

/**
 * A service on this machine that has a table under every number from 95200NED on. The first time that it is asked for the
 * rows of one it refuses: whoever goes on gets them.
 */
export function startSource(): Promise<SourceServer> {
	const refused = new Set<string>();
	return sourceServer((asked) => {
		const [, table = '', part = ''] = asked.split(/[/?]/);
		if (!/^952\d\dNED$/.test(table)) return undefined;
		if (part === 'UntypedDataSet' && !refused.has(table)) {
			refused.add(table);
			return (response) => response.writeHead(403).end();
		}
		const value = partOf({ table, modified: '2026-01-01T02:00:00', lonely: 58 }, part);
		return value && { json: { value } };
	});
}

/** The settings by which the program fetches from it. */
export function fetchingFrom({ address: { href } }: SourceServer): Record<string, string> {
	return {
		THIRD_PARTY_ODATA_URL: href,
		CBS_ODATA3_URL: `${href}nothing`,
		CBS_ODATA4_URL: `${href}nothing`,
	};
}
