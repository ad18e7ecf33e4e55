import { readFileSync, openSync, closeSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import type { Way } from './way.ts';
import { desk, phone } from './way.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
	id: string;
	help: string;
	nodes: { html: string; failureSummary: string }[];
}

/**
 * Looks at the page that somebody is on, once per kind of page, language and state: nothing sticks out at 360 pixels, and
 * axe finds nothing at 360 and at 1280. `what` tells pages apart of which the address is of the same kind.
 */
export async function inspect(page: Page, way: Way, what = ''): Promise<void> {
	const state = (await page.locator('[role="alert"]').count()) > 0 ? 'with an alert' : 'plain';
	const kind = [kindOf(new URL(page.url())), way.language, state, ...(what ? [what] : [])];
	if (!isFirst([...kind, way.scripts ? 'axe' : 'without scripts'].join(' '))) return;
	for (const width of [phone, desk]) {
		await page.setViewportSize({ width, height: 900 });
		await expectNoOverflow(page, width);
		if (way.scripts) await expectAccessible(page, width);
	}
	await page.setViewportSize({ width: way.width, height: 900 });
}

/** The page without what differs between two of a kind: ids, years and areas. */
function kindOf({ pathname, searchParams }: URL): string {
	const names = pathname
		.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
		.replace(/^(\/[^/]+)\/[^/]+\/\d{4}/, '$1/AREA/YEAR');
	return `${names}?${[...new Set(searchParams.keys())].filter((key) => !key.startsWith('/'))}`;
}

/** Whether nobody else has looked at this, in any of the processes that run journeys. */
function isFirst(what: string): boolean {
	try {
		closeSync(openSync(path.join(inject('notes'), encodeURIComponent(what).slice(0, 250)), 'wx'));
		return true;
	} catch {
		return false;
	}
}

async function expectNoOverflow(page: Page, width: number): Promise<void> {
	// A page with scripts may still be taking its other shape.
	const needed = () => page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);
	await expect
		.poll(needed, { message: `the width that ${page.url()} needs`, timeout: 2_000 })
		.toBeLessThanOrEqual(width);
}

async function expectAccessible(page: Page, width: number): Promise<void> {
	await page.evaluate(axe);
	const found = await page.evaluate(async () => {
		const { axe } = globalThis as unknown as {
			axe: { run(options: object): Promise<{ violations: Finding[] }> };
		};
		return (await axe.run({ resultTypes: ['violations'] })).violations;
	});
	const lines = found.map(
		({ id, help, nodes }) =>
			`${id}: ${help}\n${nodes.map((node) => `  ${node.html.slice(0, 200)}\n  ${node.failureSummary}`).join('\n')}`,
	);
	expect(lines, `axe on ${page.url()} at ${width} pixels`).toEqual([]);
}
