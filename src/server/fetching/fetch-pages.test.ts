import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FetchError } from './fetch-error.ts';
import { fetchJson, fetchTools, retryAfter, type FetchTools } from './fetch-json.ts';
import { fetchPages, nextOfFeatures, nextOfOData } from './fetch-pages.ts';
import { dropOldCaches, PageCache } from './page-cache.ts';
import { addressWithin, under } from './source-address.ts';
import { sourceServer, type Reply, type SourceServer } from './source-server.test-data.ts';

let folder: string;
let server: SourceServer | undefined;
beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'pages-'));
});
afterEach(async () => {
	await server?.close();
	server = undefined;
	await rm(folder, { recursive: true });
});

/** Waits for nothing, and tells how long it would have waited. */
function hurried(waits: number[] = []): FetchTools {
	return {
		...fetchTools,
		random: () => 1,
		async sleep(milliseconds) {
			waits.push(milliseconds);
		},
	};
}

async function serve(answer: Parameters<typeof sourceServer>[0]): Promise<SourceServer> {
	server = await sourceServer(answer);
	return server;
}

const get = (waits: number[] = [], patience = {}) =>
	fetchJson(server!.address, { tools: hurried(waits), patience });
const problemOf = (promise: Promise<unknown>) =>
	promise.then(
		() => null,
		(error: unknown) => (error instanceof FetchError ? error.problem : error),
	);
const status =
	(code: number, body = '', headers: Record<string, string> = {}): Reply =>
	(response) =>
		response.writeHead(code, headers).end(body);

describe('one answer', () => {
	it('is asked for again after 500, waiting twice as long each time', async () => {
		await serve((_path, times) => (times < 4 ? status(500) : { json: { value: [1] } }));
		const waits: number[] = [];
		expect((await get(waits)).json).toEqual({ value: [1] });
		expect(waits).toEqual([1000, 2000, 4000]);
	});

	it('waits as long as the source asks, and no longer than is reasonable', async () => {
		await serve((_path, times) =>
			times === 1 ? status(429, '', { 'retry-after': '7' }) : { json: {} },
		);
		const waits: number[] = [];
		await get(waits);
		expect(waits).toEqual([7000]);
		await server?.close();
		await serve(() => status(503, '', { 'retry-after': '3600' }));
		expect(await problemOf(get(waits))).toBe('busy');
		expect(waits).toEqual([7000]);
	});

	it('reads Retry-After as seconds or as a date', () => {
		const now = Date.parse('2026-01-01T00:00:00Z');
		expect(retryAfter('120', now)).toBe(120_000);
		expect(retryAfter('Thu, 01 Jan 2026 00:00:30 GMT', now)).toBe(30_000);
		expect(retryAfter('soon', now)).toBeNull();
	});

	it('that breaks off half-way or is half JSON is asked for again', async () => {
		await serve((_path, times) => {
			if (times === 1)
				return (response) => {
					response.writeHead(200, { 'content-length': '100' }).write('{"value": [');
					setTimeout(() => response.destroy(), 20);
				};
			return times === 2 ? status(200, '{"value": [1, 2') : { json: { value: [1, 2, 3] } };
		});
		const waits: number[] = [];
		expect((await get(waits)).json).toEqual({ value: [1, 2, 3] });
		expect(waits).toHaveLength(2);
		await server?.close();
		await serve(() => status(200, '{"value": [1, 2'));
		expect(await problemOf(get())).toBe('cut_off');
	});

	it('that stays away is too slow; one that drips is not', async () => {
		await serve(() => () => {});
		expect(await problemOf(get([], { silence: 30, attempts: 2 }))).toBe('too_slow');
		expect(server!.asked).toHaveLength(2);
		await server?.close();
		await serve(() => (response) => {
			const parts = ['{"va', 'lue"', ': [1', '] }'];
			const timer = setInterval(() => {
				const part = parts.shift();
				if (part === undefined) {
					clearInterval(timer);
					response.end();
				} else response.write(part);
			}, 60);
		});
		expect((await get([], { silence: 150, attempts: 1 })).json).toEqual({ value: [1] });
	});

	it.each([
		['a table that is not there', 404, '', 'not_found', 1],
		['a refusal', 403, '', 'refused', 1],
		[
			'too large a question',
			500,
			'{"odata.error":{"message":{"value":"The query returns more than 10000 records."}}}',
			'too_many_records',
			1,
		],
		['a source that keeps failing', 502, '', 'failing', 3],
		['a log-in page', 200, '<!doctype html>', 'not_json', 1],
	])('names %s', async (_name, code, body, problem, times) => {
		await serve(() => status(code, body));
		expect(await problemOf(get([], { attempts: 3 }))).toBe(problem);
		expect(server!.asked).toHaveLength(times);
	});

	it('names a host that does not answer', async () => {
		await serve(() => undefined);
		const { address } = server!;
		await server!.close();
		server = undefined;
		const asked = fetchJson(address, { tools: hurried(), patience: { attempts: 2 } });
		expect(await problemOf(asked)).toBe('unreachable');
	});

	it('may not be larger than can be held', async () => {
		await serve(() => ({ json: { value: 'x'.repeat(5000) } }));
		expect(await problemOf(get([], { largest: 1000 }))).toBe('too_large');
	});

	it('that sends us elsewhere is not followed; within the host it is', async () => {
		await serve((path) => {
			if (path === '/') return status(302, '', { location: '/here' });
			return path === '/here' ? { json: 'here' } : undefined;
		});
		expect((await get()).json).toBe('here');
		await server?.close();
		await serve(() => status(302, '', { location: 'http://169.254.169.254/latest' }));
		expect(await problemOf(get())).toBe('elsewhere');
		expect(server!.asked).toHaveLength(1);
	});

	it('can be called off while it waits', async () => {
		await serve(() => status(500));
		const stop = new AbortController();
		const tools = {
			...fetchTools,
			sleep: async () => stop.abort(),
		};
		expect(await problemOf(fetchJson(server!.address, { tools, signal: stop.signal }))).toBe(
			'cancelled',
		);
		expect(server!.asked).toHaveLength(1);
	});
});

describe('a link in an answer', () => {
	const base = new URL('https://opendata.cbs.nl/ODataFeed/odata');
	it('stays within the host and its protocol', () => {
		const link = 'http://opendata.cbs.nl/ODataFeed/odata/84799NED/TypedDataSet?$skiptoken=10000L';
		expect(addressWithin(base, link).href).toBe(link.replace('http:', 'https:'));
		expect(addressWithin(base, '/other?x=1').href).toBe('https://opendata.cbs.nl/other?x=1');
	});
	it.each([
		'https://example.org/x',
		'http://127.0.0.1/x',
		'https://opendata.cbs.nl:8443/x',
		'https://someone:word@opendata.cbs.nl/x',
		'file:///etc/passwd',
		'https://opendata.cbs.nl.example.org/',
	])('to %s is refused', (link) => {
		expect(() => addressWithin(base, link)).toThrow(FetchError);
	});
	it('builds addresses out of steps that cannot climb', () => {
		expect(under(base, '84799NED', '../x').pathname).toBe('/ODataFeed/odata/84799NED/..%2Fx');
	});
});

describe('pages', () => {
	/** Three pages of version 4; the second fails as often as it is told to. */
	const three = (failures = 0) =>
		serve((path, times) => {
			const page = Number(/\$skip=(\d)/.exec(path)?.[1] ?? 0);
			if (page === 1 && times <= failures) return status(500);
			const next = new URL(`/Observations?$skip=${page + 1}`, server!.address).href;
			return { json: { value: [page], ...(page < 2 && { '@odata.nextLink': next }) } };
		});
	const fetchAll = (cache = new PageCache(folder, 'key'), options = {}) =>
		fetchPages(new URL('/Observations', server!.address), {
			nextOf: nextOfOData,
			cache,
			tools: hurried(),
			patience: { attempts: 2 },
			...options,
		});

	it('are followed to the last, and kept', async () => {
		await three();
		const cache = new PageCache(folder, 'key');
		const told: number[] = [];
		const pages = await fetchAll(cache, {
			onPage: ({ records }: { records: number }) => told.push(records),
		});
		expect(pages).toHaveLength(3);
		expect(told).toEqual([1, 1, 1]);
		const { content } = await cache.read(2);
		expect(JSON.parse(Buffer.from(content).toString())).toEqual({ value: [2] });
	});

	it('that broke off half-way go on where they were', async () => {
		await three(2);
		expect(await problemOf(fetchAll())).toBe('failing');
		expect(server!.asked).toHaveLength(3);
		expect(await fetchAll()).toHaveLength(3);
		expect(server!.asked.filter((path) => path === '/Observations')).toHaveLength(1);
		// A third time asks for nothing any more.
		const { length } = server!.asked;
		await fetchAll();
		expect(server!.asked).toHaveLength(length);
	});

	it('of another version, or with a damaged page, are not used', async () => {
		await three();
		await fetchAll();
		await fetchAll(new PageCache(folder, 'another version'));
		expect(server!.asked.filter((path) => path === '/Observations')).toHaveLength(2);
		const [name = ''] = await readdir(folder);
		const caches = await readdir(path.join(folder, name));
		const second = path.join(folder, name, caches.toSorted()[3] as string);
		expect(second).toMatch(/00001\.json\.gz$/);
		const bytes = await readFile(second);
		bytes[12]! ^= 0xff;
		await writeFile(second, bytes);
		const before = server!.asked.length;
		await fetchAll();
		await fetchAll(new PageCache(folder, 'another version'));
		expect(server!.asked.slice(before)).toEqual(['/Observations?$skip=1', '/Observations?$skip=2']);
	});

	it('that send us to another host, or round in a circle, stop it', async () => {
		await serve(() => ({ json: { value: [], '@odata.nextLink': 'https://example.org/2' } }));
		expect(await problemOf(fetchAll())).toBe('elsewhere');
		await server?.close();
		await serve(() => ({ json: { value: [], 'odata.nextLink': '/Observations' } }));
		expect(await problemOf(fetchAll(new PageCache(folder, 'circle')))).toBe('in_circles');
	});

	it('of map features follow the link that says next', () => {
		const links = [
			{ rel: 'self', href: 'a' },
			{ rel: 'next', type: 'text/html', href: 'b' },
			{ rel: 'next', type: 'application/geo+json', href: 'c' },
		];
		expect(nextOfFeatures({ links })).toBe('c');
		expect(nextOfFeatures({ features: [] })).toBeNull();
	});

	it('that nobody came back for are cleared away', async () => {
		await three();
		await fetchAll();
		const [name = ''] = await readdir(folder);
		expect(await dropOldCaches(folder, new Date('2020-01-01'))).toBe(0);
		await utimes(path.join(folder, name), 0, new Date('2019-01-01'));
		expect(await dropOldCaches(folder, new Date('2020-01-01'))).toBe(1);
		expect(await readdir(folder)).toEqual([]);
	});
});
