import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import framework from '#content/frameworks/2013.json' with { type: 'json' };
import { analysisTexts } from '#locales/analysis.ts';
import { frameTexts } from '#locales/frame.ts';
import { frameworkUseTexts } from '#locales/framework-use.ts';
import { frameworkTexts } from '#locales/frameworks.ts';
import { uiMessages } from '#locales/ui.ts';
import type { Person } from './support/person.ts';
import { person } from './support/person.ts';
import { allWays, desk } from './support/way.ts';

/** A button whose name goes on, for who does not see the row it is in. */
function pressesAt(someone: Person, label: string, row: string): Promise<void> {
	const name = new RegExp(`^${label}\\s*: ${row}$`);
	return someone.page.getByRole('button', { name }).click();
}

it.each(allWays(desk))(
	'a process manager adapts a framework, begins a trajectory with it and fills in the new theme, %s',
	async (_name, way) => {
		const { language } = way;
		const manager = await person('process_manager', way);
		const t = manager.words(frameworkTexts);
		const own = `Ons kader ${randomBytes(3).toString('hex')}`;

		await manager.goes('/arnhem/kaders');
		await manager.sees(t.title);
		await manager.follows(framework.name[language]);
		await manager.sees(framework.name[language]);
		await manager.presses(t.copyStart);
		await manager.sees(framework.name[language]);
		await manager.fills(t.copyName, own);
		await manager.presses(t.copyStart);
		await manager.sees(own);

		const sport = framework.domains[2]?.themes.find(({ id }) => id === 'sport')?.name[language];
		await pressesAt(manager, t.hide, sport ?? '');
		await manager.page.getByRole('button', { name: new RegExp(`^${t.show}\\s*: ${sport}$`) }).waitFor(); // prettier-ignore

		const domain = framework.domains[2]?.name[language];
		await manager.page.getByRole('link', { name: new RegExp(`${t.addTheme}\\s*: ${domain}$`) }).click(); // prettier-ignore
		await manager.sees(t.addTheme);
		await manager.fills(t.nameNl, 'Moestuinen');
		await manager.presses(t.save);
		// Refused beside the field, with what was typed still there.
		await manager.reads(manager.words(uiMessages).error);
		expect(await manager.field(t.nameNl).inputValue()).toBe('Moestuinen');
		await manager.fills(t.nameEn, 'Gardens');
		await manager.fills(t.explanationNl, 'Waar bewoners samen tuinieren.');
		await manager.presses(t.save);
		await manager.sees(own);
		const theme = language === 'nl' ? 'Moestuinen' : 'Gardens';
		await manager.reads(theme);

		const risk = framework.columns[0]?.name[language];
		await manager.page.getByRole('link', { name: new RegExp(`^${t.edit}\\s*: ${risk}$`) }).click();
		await manager.sees(t.editColumn);
		await manager.fills(t.nameNl, 'Zorgen');
		await manager.fills(t.nameEn, 'Worries');
		await manager.presses(t.save);
		await manager.sees(own);
		await manager.presses(t.publishIt);
		await manager.reads(t.publishedNotice);

		const frame = manager.words(frameTexts);
		const area = `Tuin ${randomBytes(3).toString('hex')}`;
		await manager.goes('/arnhem/nieuw');
		await manager.sees(frame.start);
		await manager.fills(frame.areaName, area);
		await manager.ticks(frame.framework, own);
		await manager.presses(frame.begin);
		await manager.sees(frame.title);
		const home = manager.place.replace(/\/kader$/, '');

		const a = manager.words(analysisTexts);
		await manager.goes(`${home}/analyse/toevoegen?kolom=risk&thema=moestuinen`);
		await manager.sees(a.addFindingTitle);
		await manager.fills(a.text, 'De tuin staat droog.');
		await manager.presses(manager.words(uiMessages).save);
		await manager.page.waitForURL(/\/bevinding\//);
		await manager.reads('De tuin staat droog.');
		await manager.goes(`${home}/analyse`);
		await manager.sees(a.title);
		const columns = await manager.page.getByRole('columnheader').allInnerTexts();
		expect(columns.join()).toContain(language === 'nl' ? 'Zorgen' : 'Worries');
		await manager.reads('De tuin staat droog.');
		expect(await manager.page.getByRole('rowheader', { name: sport, exact: true }).count()).toBe(0);

		// Over to the shipped framework, where the theme has no place: it stays, at the end of the form. And back.
		const use = manager.words(frameworkUseTexts);
		await manager.goes(`${home}/kader/invulschema`);
		await manager.sees(use.moveTitle);
		await manager.selects(use.moveTo, `${framework.name[language]}, ${t.version(1)}`);
		await manager.presses(use.movePreview);
		await manager.reads(use.moveNowhereLead);
		await manager.sees(use.moveTitle);
		await manager.presses(use.moveIt);
		await manager.reads(use.moved);
		await manager.goes(`${home}/analyse`);
		await manager.reads(language === 'nl' ? 'Niet in dit kader' : 'Not in this framework');
		await manager.reads('De tuin staat droog.');
		await manager.sees(a.title);
		await manager.goes(`${home}/kader/invulschema`);
		await manager.opens(use.moveBack);
		await manager.presses(use.moveBackConfirm);
		await manager.reads(use.movedBack);
	},
);

it.each(allWays(desk))(
	'somebody reads findings by another view and beside another analysis, %s',
	async (_name, way) => {
		const analyst = await person('analyst', way);
		const use = analyst.words(frameworkUseTexts);
		await analyst.goes('/arnhem/geitenkamp/2007/analyse');
		await analyst.follows(/^Positi/);
		await analyst.sees(/Positi/);
		await analyst.follows(use.besideTitle);
		await analyst.sees(use.besideTitle);
		const other = analyst.field(use.besideChoose).locator('option').nth(1);
		await analyst.field(use.besideChoose).selectOption((await other.getAttribute('value')) ?? '');
		await analyst.presses(use.besideShow);
		await analyst.page.waitForURL(/traject=/);
		await analyst.sees(use.besideTitle);
		await analyst.goes('/arnhem/kaders/2010');
		await analyst.follows(analyst.words(frameworkTexts).mapping);
		await analyst.sees(use.mapTitle);
	},
);
