import { expect, it } from 'vitest';
import { analysisTexts } from '#locales/analysis.ts';
import { silentRoundTexts } from '#locales/silent-round.ts';
import { person } from './support/person.ts';
import { prepareTrajectory } from './support/prepared.ts';
import { allWays, desk, phone } from './support/way.ts';

const question = 'Wat valt op aan ontmoeten?';
const written = 'Het pleintje is leeg na vijf uur.';

it.each(allWays(desk))(
	'in a silent round everybody writes on their own, and then all of it is there at once, %s',
	async (_name, way) => {
		const { home } = await prepareTrajectory();
		const leader = await person('process_manager', way);
		const t = leader.words(silentRoundTexts);
		const title = leader.words(analysisTexts).title;
		await leader.goes(`${home}/analyse/stille-ronde`);
		await leader.sees(t.title);
		await leader.in(t.open).fills(t.question, question);
		await leader.in(t.open).presses(t.open);
		await leader.reads(t.opened);
		await leader.sees(t.title);

		const writer = await person('professional', { ...way, width: phone });
		await writer.goes(`${home}/analyse`);
		await writer.sees(title);
		await writer.reads(t.onYourOwn);
		await writer.goes(`${home}/analyse/toevoegen?kolom=risk&thema=ontmoeting`);
		await writer.fills(writer.words(analysisTexts).text, written);
		await writer.presses(writer.words(analysisTexts).save);
		await writer.page.waitForURL(/bevinding/);
		await writer.goes(`${home}/analyse`);
		await writer.reads(written);
		await writer.reads(t.onlyYou);

		await leader.goes(`${home}/analyse`);
		await leader.sees(title);
		await leader.reads(t.progress(1, 1));
		expect(await leader.page.getByText(written).count()).toBe(0);
		await leader.follows(t.leadIt);
		await leader.sees(t.title);
		await leader.opens(t.close);
		await leader.presses(t.closeConfirm);
		await leader.reads(t.closed);

		// With scripts, the writer's form hears of it by itself.
		if (!way.scripts) await writer.goes(`${home}/analyse`);
		await writer.reads(t.justClosed);
		expect(await writer.page.getByText(t.onlyYou).count()).toBe(0);
		await leader.goes(`${home}/analyse`);
		await leader.reads(written);
		await leader.follows(t.seeResult);
		await leader.sees(t.resultTitle);
		await leader.reads(written);
	},
);
