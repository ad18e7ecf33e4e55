import { expect, it } from 'vitest';
import { frameTexts } from '#locales/frame.ts';
import { accountTexts } from '#locales/accounts.ts';
import { homeTexts } from '#locales/home.ts';
import { executionTexts } from '#locales/execution.ts';
import { chainWords, makeChain } from '#tests/support/api-chain.ts';
import { person } from './support/person.ts';
import { prepareTrajectory } from './support/prepared.ts';
import { allWays, desk } from './support/way.ts';

it.each(allWays(desk))(
	'a reader follows the thread from a line of the plan to what somebody saw, by links only, %s',
	async (_name, way) => {
		const { home, trajectoryId, api } = await prepareTrajectory();
		await makeChain(api, trajectoryId);
		const reader = await person('reader', way);
		await reader.goes(`${home}/uitvoering`);
		await reader.sees(reader.words(executionTexts).plan);
		await reader.follows(chainWords.approach);
		await reader.sees(chainWords.approach);
		await reader.follows(chainWords.item);
		await reader.sees(chainWords.item);
		await reader.follows(new RegExp(chainWords.finding));
		await reader.page.waitForURL(/\/bevinding\//);
		await reader.reads(chainWords.finding);
		await reader.follows(new RegExp(chainWords.seen.slice(0, 20)));
		await reader.page.waitForURL(/\/bron\//);
		await reader.reads(chainWords.seen);
	},
);

it.each(allWays(desk))(
	'a visitor without a session reads what was made public and nothing else, %s',
	async (_name, way) => {
		const { home, trajectoryId, api } = await prepareTrajectory();
		const chain = await makeChain(api, trajectoryId);
		const manager = await person('process_manager', way);
		const t = manager.words(frameTexts);
		await manager.goes(`${home}/kader/openbaar`);
		await manager.sees(t.openness);
		await manager.in(t.openness).ticks(t.publicParts, t.partPlan);
		await manager.in(t.openness).presses(t.save);
		await manager.sees(t.openness);
		await manager.page.getByRole('checkbox', { name: t.partPlan, checked: true }).waitFor();

		const visitor = await person(null, way);
		await visitor.goes('/arnhem');
		await visitor.follows(/^Plein/);
		await visitor.goes(home);
		await visitor.sees(/Plein/);
		await visitor.goes(`${home}/uitvoering`);
		await visitor.sees(visitor.words(executionTexts).plan);
		await visitor.follows(chainWords.approach);
		await visitor.sees(chainWords.approach);
		const shown = await visitor.page.locator('body').innerText();
		for (const hidden of [chainWords.finding, chainWords.item, chainWords.seen])
			expect(shown).not.toContain(hidden);

		for (const room of ['kader', 'analyse', 'agenda', 'veld/waarneming']) {
			await visitor.goes(`${home}/${room}`);
			await visitor.sees(visitor.words(accountTexts).signIn.title);
		}
		// Of a single thing it does not even show that it is there.
		const things = [`agenda/punt/${chain.agendaItemId}`, `bron/${chain.conversationId}`];
		for (const thing of [...things, `analyse/bevinding/${chain.findingId}`]) {
			await visitor.goes(`${home}/${thing}`);
			await visitor.sees(visitor.words(homeTexts).notFound);
		}
	},
);
