import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const pages = globSync('src/routes/**/+page.svelte').filter((file) => file.includes('[year=year]'));
const textOf = (file: string) => readFileSync(file, 'utf8');
/** The page of a trajectory, which bears the mark of the example, and the components that are one. */
const bearsMark = /<(RoomPage|AnalysisPage|AddPage|OverviewPage|FieldPage)\b/;

it('every page of a trajectory bears the mark of the example', () => {
	expect(pages.length).toBeGreaterThan(20);
	expect(pages.filter((file) => !bearsMark.test(textOf(file)))).toEqual([]);
	expect(textOf('src/features/analysis/AnalysisPage.svelte')).toContain('<RoomPage');
	expect(textOf('src/features/lifeworld/AddPage.svelte')).toContain('<RoomPage');
	expect(textOf('src/features/agenda/OverviewPage.svelte')).toContain('<RoomPage');
	expect(textOf('src/features/lifeworld/FieldPage.svelte')).toContain('<RoomPage');
	expect(textOf('src/features/trajectory/RoomPage.svelte')).toMatch(
		/exampleSource === null \? undefined : mark[^]*<ExampleMark/,
	);
});
