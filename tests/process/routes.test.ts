import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '#features/accounts/role.schema.ts';
import type { FilledTown, Rows } from '#tests/support/filled-world.ts';
import { watch } from '#tests/support/tenant-tables.ts';
import { serve, type Served } from './served-world.ts';

type Audience = 'visitor' | Role;
const audiences: Audience[] = ['visitor', ...roles];
const folder = path.resolve(import.meta.dirname, '../../src/routes');

/** Every page and endpoint of the program, as SvelteKit names them: `/[municipality]/[area]/…`. */
const routes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((file) => /\+(page\.svelte|server\.ts)$/.test(file))
	.map((file) => `/${path.posix.dirname(file.replaceAll('\\', '/'))}`.replace('/.', '/'))
	.filter((route, at, all) => all.indexOf(route) === at)
	.filter((route) => !route.startsWith('/api/'))
	.sort();

/** Streams of live updates, which do not end by themselves. */
const endless = /^\/live\//;

let served: Served;
let home: FilledTown;
let elsewhere: FilledTown;
const cookies = new Map<Audience, string>();

beforeAll(async () => {
	served = await serve();
	({ home, elsewhere } = served.world.filled);
	for (const role of roles)
		cookies.set(role, `wijkagenda=${await served.signIn(home.members[role], 'browser')}`);
});
afterAll(async () => {
	const errors = served.program.output().match(/\[[0-9a-f-]{36}\][\s\S]{0,600}/g) ?? [];
	if (errors.length > 0) console.error(errors.slice(0, 3).join('\n'));
	await served.stop();
});

/** The address of a route in a municipality, with its own rows where the route asks for an id. */
function addressIn(route: string, town: FilledTown, rows: Rows): string {
	const values: Record<string, string | number | undefined> = {
		municipality: town.slug,
		area: rows.area_slug,
		year: rows.start_year,
		language: 'en',
		code: rows.area_code,
		areaCode: rows.area_code,
		secret: 'A'.repeat(43),
		theme: 'huishouding',
	};
	return route
		.replace(/\/\([^)]*\)/g, '')
		.replace(/\[\[?(?:\.\.\.)?(\w+)(?:=\w+)?\]?\]/g, (_, name: string) => {
			const table = name.replace(/Id$/, '').replace(/[A-Z]/g, (it) => `_${it.toLowerCase()}`);
			return String(values[name] ?? rows[table] ?? rows[guess(route)] ?? 'onbekend');
		});
}

/** `…/bevindingen/[id]` shows a finding. */
function guess(route: string): string {
	const tables: Record<string, string> = {
		bevinding: 'finding',
		bron: 'evidence',
		agendapunt: 'agenda_item',
		aanpak: 'approach',
		besluit: 'decision',
		publicatie: 'publication',
		kennis: 'knowledge_need',
		aanbod: 'provision',
	};
	return Object.entries(tables).find(([word]) => route.includes(word))?.[1] ?? '';
}

function request(
	address: string,
	audience: Audience,
	init: RequestInit & { headers?: Record<string, string> } = {},
): Promise<Response> {
	const cookie = cookies.get(audience);
	return fetch(served.program.url + address, {
		redirect: 'manual',
		signal: AbortSignal.timeout(20_000),
		...init,
		headers: { accept: 'text/html', ...(cookie && { cookie }), ...init.headers },
	});
}

it('the routes of the program are found', () => {
	expect(routes.length).toBeGreaterThan(10);
	expect(routes).toContain('/[municipality]/[area]/[year=year]/kader');
});

describe.each(routes.filter((route) => !endless.test(route)))('%s', (route) => {
	it('breaks for nobody and shows nothing of another municipality', async () => {
		for (const audience of audiences)
			for (const [town, rows] of [
				[home, home.open],
				[home, home.closed],
				[elsewhere, elsewhere.closed],
			] as const) {
				const address = addressIn(route, town, rows);
				// Its public trajectories another municipality shows everybody; the closed one nobody from here.
				const isOwn = town === home && route.startsWith('/[municipality]');
				const hidden = isOwn ? elsewhere.mark : elsewhere.closedMark;
				const response = await request(address, audience);
				const body = await response.text();
				const where = `${audience} ${address} ${response.status}`;
				expect(response.status, where).toBeLessThan(500);
				if (!/postvak/.test(route)) expect(body.includes(hidden), where).toBe(false);
				if (audience === 'visitor' && !/postvak/.test(route))
					expect(body.includes(home.closedMark), where).toBe(false);
				expectSafeHeaders(response, where);
			}
	});

	it('finds no row of another municipality under one’s own address', async () => {
		const mixed = { ...elsewhere.closed, area_slug: home.open.area_slug ?? '', start_year: home.open.start_year ?? '' }; // prettier-ignore
		for (const audience of ['visitor', 'process_manager'] as const) {
			const address = addressIn(route, home, mixed);
			const response = await request(address, audience);
			const body = await response.text();
			expect(response.status, `${address}`).toBeLessThan(500);
			const hidden = route.startsWith('/[municipality]') ? elsewhere.mark : elsewhere.closedMark;
			if (!/postvak/.test(route)) expect(body.includes(hidden), address).toBe(false);
		}
	});
});

function expectSafeHeaders(response: Response, where: string): void {
	expect(response.headers.get('x-content-type-options'), where).toBe('nosniff');
	expect(response.headers.get('x-frame-options'), where).toBe('DENY');
	expect(response.headers.get('cache-control'), where).toMatch(/private|no-store/);
	expect(response.headers.get('referrer-policy'), where).toBe('same-origin');
	if (response.headers.get('content-type')?.startsWith('text/html') && response.status === 200) {
		const policy = response.headers.get('content-security-policy') ?? '';
		expect(policy, where).toMatch(/default-src 'self'/);
		expect(policy, where).toMatch(/script-src 'self'( 'nonce-[^']+')?(;|$)/);
		expect(policy, where).toMatch(/frame-ancestors 'none'/);
		expect(policy, where).not.toMatch(/script-src[^;]*'unsafe-/);
	}
}

describe('a form', () => {
	const body = () => new URLSearchParams({ trajectoryId: String(home.open.trajectory), name: 'Ineens een fase', step: 'agenda' }); // prettier-ignore
	const address = () => `${addressIn('/[municipality]/[area]/[year=year]/kader/planning', home, home.open)}?/add`; // prettier-ignore
	const form = { 'content-type': 'application/x-www-form-urlencoded' };

	async function changes(
		work: () => Promise<Response>,
	): Promise<{ response: Response; changed: boolean }> {
		const stored = await watch(served.owner);
		const before = await stored.state(home.id);
		const response = await work();
		await response.text();
		const after = await stored.state(home.id);
		await stored.end();
		return { response, changed: JSON.stringify(before) !== JSON.stringify(after) };
	}

	it('of another site is refused', async () => {
		for (const origin of ['https://evil.example', 'null']) {
			const { response, changed } = await changes(
				() =>
				request(address(), 'process_manager', { method: 'POST', headers: { ...form, origin }, body: body() }), // prettier-ignore
			);
			expect(response.status).toBe(403);
			expect(changed).toBe(false);
		}
	});

	it('of our own, sent twice, is carried out once', async () => {
		const once = body();
		once.set('requestId', crypto.randomUUID());
		const post = () =>
			request(address(), 'process_manager', { method: 'POST', headers: { ...form, origin: served.program.url }, body: once }); // prettier-ignore
		const first = await changes(post);
		expect([first.response.status, first.changed]).toEqual([303, true]);
		const second = await changes(post);
		expect([second.response.status, second.changed]).toEqual([303, false]);
	});

	it('of somebody without the right, or without a session, changes nothing', async () => {
		for (const audience of ['reader', 'visitor'] as const) {
			const { response, changed } = await changes(
				() =>
				request(address(), audience, { method: 'POST', headers: { ...form, origin: served.program.url }, body: body() }), // prettier-ignore
			);
			expect([200, 303, 401, 403]).toContain(response.status);
			expect(changed).toBe(false);
		}
	});
});

describe('a session', () => {
	it('is a cookie that scripts cannot read and other sites do not send', async () => {
		const page = await (await request('/inloggen', 'visitor')).text();
		const membershipId = /name="membershipId"\s+value="([^"]+)"|value="([0-9a-f-]{36})"[^>]*name="membershipId"/.exec(page)?.slice(1).find(Boolean) ?? ''; // prettier-ignore
		const action = /action="([^"]*)"/.exec(page.slice(0, page.indexOf(membershipId)).split('<form').at(-1) ?? '')?.[1] ?? ''; // prettier-ignore
		const response = await request(new URL(action.replaceAll('&amp;', '&'), 'http://x/inloggen').href.slice(8), 'visitor', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: served.program.url }, body: new URLSearchParams({ membershipId }) }); // prettier-ignore
		const cookie = response.headers.getSetCookie().find((it) => it.startsWith('wijkagenda=')) ?? '';
		expect(cookie).toMatch(/HttpOnly/i);
		expect(cookie).toMatch(/SameSite=Lax/i);
		expect(cookie).toMatch(/Path=\//i);
	});

	it('of a program is no cookie, and one of a browser no token', async () => {
		const manager = home.members.process_manager;
		const token = await served.signIn(manager, 'token');
		const asked = (headers: Record<string, string>) =>
			fetch(`${served.program.url}/api/v1/organisaties?gemeente=${home.slug}`, { headers });
		expect((await asked({ authorization: `Bearer ${token}` })).status).toBe(200);
		expect((await asked({ cookie: `wijkagenda=${token}` })).status).toBe(401);
		const browser = (cookies.get('process_manager') ?? '').replace('wijkagenda=', '');
		expect((await asked({ authorization: `Bearer ${browser}` })).status).toBe(401);
	});
});
