import { expect, it } from 'vitest';
import { importTexts } from '#locales/figure-import.ts';
import { warningRuleTexts } from '#locales/warning-rules.ts';
import { warningTexts } from '#locales/warnings.ts';
import { person, type Person } from './support/person.ts';
import { prepareTrajectory } from './support/prepared.ts';
import { desk, phone, type Way } from './support/way.ts';

const header =
	'ID;WijkenEnBuurten;Gemeentenaam_1;SoortRegio_2;Codering_3;HuishoudensMetEenLaagInkomen_78';

/** A small invented file in the manner of Kerncijfers wijken en buurten. */
const fileOf = (low: number) =>
	[
		header,
		'0;NL00;Nederland;Land;NL00;4',
		'1;GM0202;Arnhem;Gemeente;GM0202;4',
		`2;WK020210;Arnhem;Wijk;WK020210;${low}`,
		'',
	].join('\r\n');

async function brings(analyst: Person, low: number, table: string, year: string): Promise<void> {
	const t = analyst.words(importTexts);
	await analyst.goes('/arnhem/cijfers/importeren');
	await analyst.sees(t.title);
	const buffer = Buffer.from(fileOf(low));
	const file = { name: `kwb${year}.csv`, mimeType: 'text/csv', buffer };
	await analyst.page.locator('input[type=file]').setInputFiles(file);
	await analyst.opens(t.more);
	await analyst.fills(t.year, year);
	await analyst.fills(t.table, table);
	await analyst.presses(t.start);
	await analyst.page.waitForURL(/importeren\/[0-9a-f-]{36}/);
	await analyst.page.getByText(t.doneTitle).first().waitFor({ timeout: 60_000 });
}

const ways: [string, Way, string][] = [
	[
		'in Dutch at a desk with JavaScript',
		{ language: 'nl', scripts: true, width: desk },
		'95101NED',
	],
	['in English on a phone without JavaScript', { language: 'en', scripts: false, width: phone }, '95102NED'], // prettier-ignore
];

it.each(ways)(
	'a rule is tried out, warns, is set aside, warns again and becomes a question, %s',
	async (_name, way, table) => {
		const { home } = await prepareTrajectory();
		const analyst = await person('analyst', way);
		const t = analyst.words(warningTexts);
		const r = analyst.words(warningRuleTexts);
		const names = analyst.words({
			nl: { group: /^Werk, inkomen en opleiding/, figure: 'Huishoudens met een laag inkomen' },
			en: { group: /^Work, income and education/, figure: 'Households with a low income' },
		});
		// A later year than any other journey brings, each way its own.
		const year = way.language === 'nl' ? '2030' : '2031';
		await brings(analyst, 14, table, year);

		// What would the rule find?
		const ruleName = `Lage inkomens ${table}`;
		await analyst.goes('/arnhem/cijfers/waarschuwingen/regels/nieuw?soort=level');
		await analyst.sees(r.kindNames.level);
		await analyst.fills(r.ruleName, ruleName);
		await analyst.page.locator('summary', { hasText: names.group }).click();
		await analyst.page.getByLabel(names.figure, { exact: true }).check();
		await analyst.ticks(r.against, r.comparisons.municipality);
		await analyst.fills(r.difference, '5');
		await analyst.ticks(r.unit, r.units.points);
		await analyst.fills(r.leastResidents, '');
		await analyst.presses(r.preview);
		await analyst.reads(r.previewFound(1, 1));
		expect(await analyst.field(r.ruleName).inputValue()).toBe(ruleName);
		await analyst.presses(r.saveRule);
		await analyst.sees(ruleName);
		const key = analyst.place.split('/').at(-1) ?? '';

		// It warns; they look, and set it aside.
		const list = `/arnhem/cijfers/waarschuwingen?regel=${key}`;
		await analyst.goes(list);
		await analyst.sees(t.title);
		await analyst.presses(t.compute);
		await analyst.reads(/14[.,]0%/);
		await analyst.page.getByRole('link', { name: new RegExp(`^${t.look}`) }).click();
		await analyst.sees(/./);
		await analyst.reads(t.caution);
		await analyst.fills(t.reason, 'Dit weten we al.');
		await analyst.presses(t.setAside);
		await analyst.reads(t.wasSetAside);
		await analyst.goes(list);
		await analyst.reads(t.noneHere);

		// The figures change: it is back, with what was said before.
		await brings(analyst, 15, table, year);
		await analyst.goes(list);
		await analyst.presses(t.compute);
		await analyst.reads(t.states.returned);

		// The process manager makes a question of it, and undoes that.
		const manager = await person('process_manager', way);
		await manager.goes(`${home}/cijfers/waarschuwingen`);
		await manager.sees(/./);
		const mine = manager.page.locator('article', { hasText: ruleName });
		await mine.getByRole('link', { name: new RegExp(`^${t.look}`) }).click();
		await manager.sees(/./);
		await manager.reads('Dit weten we al.');
		const warning = manager.place;
		await manager.opens(t.asNeed);
		await manager.presses(t.asNeed);
		await manager.page.waitForURL(/\/analyse\/kennisvraag\//);
		await manager.reads(names.figure);
		await manager.goes(warning);
		await manager.reads(t.becameNeed);
		await manager.reads(new RegExp(t.outcomes.open));
		await manager.opens(t.undo);
		await manager.presses(t.undo);
		await manager.reads(/Ongedaan gemaakt op|Undone on/);
		await manager.reads(t.takeUp);
	},
);
