import http from 'node:http';
import { ownAreas } from '#features/areas/area.queries.server.ts';
import { showProfile } from '#features/figures/figures.queries.server.ts';
import { showIndicator } from '#features/figures/indicator.queries.server.ts';
import type { Visitor } from '#kernel/actor.ts';
import { systemClock } from '#kernel/clock.ts';
import { createKernel, type Kernel } from '#kernel/kernel.server.ts';
import { createPool } from '#server/database/pool.ts';
import { medianMilliseconds, send } from './load.ts';
import { recorded, replaying } from './recorded.ts';
import { compared, type Result } from './result.ts';
import type { Stage } from './stage.ts';

const times = 30;

/** A page with figures, and what it asks. */
interface FigurePage {
	name: string;
	path: string;
	ask: (kernel: Kernel, visitor: Visitor) => Promise<unknown>;
}

/** What the page of an indicator asks, beside the layout around it. */
async function indicator(kernel: Kernel, visitor: Visitor, asked: object): Promise<void> {
	await kernel.ask(visitor, showIndicator, { id: 'residents', ...asked });
	await kernel.ask(visitor, ownAreas, {});
}

const pages: FigurePage[] = [
	{
		name: 'the profile of a wijk',
		path: '/arnhem/gebieden/WK020210',
		ask: (kernel, visitor) => kernel.ask(visitor, showProfile, { code: 'WK020210' }),
	},
	{
		name: 'the profile of a municipality',
		path: '/arnhem/gebieden/GM0202',
		ask: (kernel, visitor) => kernel.ask(visitor, showProfile, { code: 'GM0202' }),
	},
	{
		name: 'the map and ranking of an indicator, all buurten of a municipality',
		path: '/arnhem/cijfers/indicator/residents?gebied=WK020210&niveau=buurten',
		ask: (kernel, visitor) =>
			indicator(kernel, visitor, { areaCode: 'WK020210', level: 'neighbourhood' }),
	},
	{
		name: 'the map and ranking of an indicator, all wijken of the country',
		path: '/arnhem/cijfers/indicator/residents?gebied=WK020210&niveau=wijken&waar=land',
		ask: (kernel, visitor) =>
			indicator(kernel, visitor, { areaCode: 'WK020210', level: 'district', scope: 'country' }),
	},
];

/** How long each page takes, and the same SQL over the bare driver, in milliseconds. */
export type Timings = Map<string, { page: number; sql: number }>;

/** Measures every page with figures as often as needed to be sure of the middle. */
export async function timePages(stage: Stage): Promise<Timings> {
	const pool = createPool(stage.app, 1);
	const kernel = createKernel({ pool, clock: systemClock, publish: () => {} });
	const agent = new http.Agent({ keepAlive: true });
	const { municipalityId } = stage;
	const visitor: Visitor = { kind: 'visitor', municipalityId, language: 'nl', address: '' };
	const timings: Timings = new Map();
	for (const { name, path, ask } of pages) {
		const page = await medianMilliseconds(times, async () => {
			const { status } = await send(stage.url, agent, { method: 'GET', path, headers: {} });
			if (status !== 200) throw new Error(`${path} answered ${status}.`);
		});
		// Once before: what is read once and kept is no part of what a page asks.
		await ask(kernel, visitor);
		const bare = await replaying(stage.app, await recorded(pool, () => ask(kernel, visitor)));
		timings.set(name, { page, sql: await medianMilliseconds(times, bare.again) });
		await bare.end();
	}
	agent.destroy();
	await pool.end();
	return timings;
}

/** The pages with ten years beside their SQL, and beside themselves with one year. */
export function pageResults(one: Timings, ten: Timings): Result[] {
	return [...ten].flatMap(([name, { page, sql }]) => [
		compared(
			`${capital(name)}, ten years of the country loaded`,
			page,
			'ms',
			{ name: 'its SQL over the bare driver', value: sql },
			'at most 1.5 times',
		),
		compared(
			`${capital(name)}, from one year to ten`,
			page,
			'ms',
			{ name: 'with one year', value: one.get(name)?.page ?? 0 },
			'at most 1.2 times',
		),
	]);
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
