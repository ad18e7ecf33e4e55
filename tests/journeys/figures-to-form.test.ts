import { expect, it } from 'vitest';
import { analysisTexts } from '#locales/analysis.ts';
import { findingTexts } from '#locales/analysis-finding.ts';
import { figureFormTexts } from '#locales/figure-form.ts';
import { importTexts } from '#locales/figure-import.ts';
import { figureTexts } from '#locales/figures.ts';
import { hasSharedData, sharedData } from '#tests/support/shared.ts';
import { person, type Person } from './support/person.ts';
import { prepareTrajectory, type Prepared } from './support/prepared.ts';
import { allWays, desk, type Way } from './support/way.ts';

const header =
	'ID;WijkenEnBuurten;Gemeentenaam_1;SoortRegio_2;Codering_3;NettoArbeidsparticipatie_72;k_40PersonenMetLaagsteInkomen_78;PercentageOnbewoond_41';

/** A small invented file in the manner of Kerncijfers wijken en buurten. */
const kwbFile = (lowIncome: string) =>
	[
		header,
		'0;NL00;Nederland;Land;NL00;68;40;4',
		'1;GM0202;Arnhem;Gemeente;GM0202;65;44.6;4',
		`2;WK020210;Arnhem;Wijk;WK020210;56;${lowIncome};4`,
		'',
	].join('\r\n');

/** Brings a file in, as the table of this name, and sees that it is done. */
async function brings(
	analyst: Person,
	file: { name: string; content: string } | string,
	table?: { id: string; year: string },
): Promise<void> {
	const t = analyst.words(importTexts);
	await analyst.goes('/arnhem/cijfers/importeren');
	await analyst.sees(t.title);
	await analyst.page
		.locator('input[type=file]')
		.setInputFiles(
			typeof file === 'string'
				? file
				: { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.content) },
		);
	if (table) {
		await analyst.opens(t.more);
		await analyst.fills(t.year, table.year);
		await analyst.fills(t.table, table.id);
	}
	await analyst.presses(t.start);
	await analyst.page.waitForURL(/importeren\/[0-9a-f-]{36}/);
	await analyst.page
		.getByText(t.doneTitle)
		.or(analyst.page.getByText(t.unchangedTitle))
		.first()
		.waitFor({ timeout: 60_000 });
}

/** Makes a finding of a figure on the profile: judges, and edits the sentence. */
async function handsOver(
	analyst: Person,
	home: string,
	figure: { name: string; says: RegExp; kind: 'risk' | 'protective'; adds: string },
): Promise<void> {
	const t = analyst.words(figureFormTexts);
	const kinds = analyst.words({
		nl: { risk: 'Risicofactor', protective: 'Beschermende factor' },
		en: { risk: 'Risk factor', protective: 'Protective factor' },
	});
	await analyst.goes(`${home}/cijfers`);
	await analyst.follows(t.makeOf(figure.name));
	await analyst.sees(t.title);
	const text = await analyst.field(t.text).inputValue();
	expect(text).toMatch(figure.says);
	// Nothing is chosen for them.
	for (const kind of Object.values(kinds))
		expect(await analyst.choice(t.kind, kind).isChecked()).toBe(false);
	await analyst.ticks(t.kind, kinds[figure.kind]);
	await analyst.fills(t.text, `${text} ${figure.adds}`);
	await analyst.presses(t.save);
	await analyst.reads(analyst.words(findingTexts).noticeFromFigure);
	await analyst.reads(figure.adds);
}

/** A trajectory in which the organisation of the analyst takes part. */
async function prepare(): Promise<Prepared> {
	const prepared = await prepareTrajectory();
	const { items } = await prepared.api.send<{ items: { id: string; name: string }[] }>(
		'GET',
		'/organisaties?limit=100',
	);
	await prepared.api.send('POST', `/trajecten/${prepared.trajectoryId}/deelnemers`, {
		organisationId: items.find(({ name }) => name === 'Gemeente Arnhem')?.id,
		part: 'core_group',
		mandate: 'yes',
	});
	return prepared;
}

const tableOf = ({ language, scripts }: Way) =>
	`9${language === 'nl' ? 1 : 2}${scripts ? 1 : 2}01NED`;

it.each(allWays(desk))(
	'an analyst hands three figures to the form, and a newer one is taken over, %s',
	async (_name, way) => {
		const { home, trajectoryId, api } = await prepare();
		const heard = 'Veel mensen komen rond met hulp van hun buren.';
		await api.send('POST', `/trajecten/${trajectoryId}/bevindingen`, {
			...{ kind: 'protective', text: heard, themes: ['budgettering'] },
		});
		const table = { id: tableOf(way), year: '2022' };
		const analyst = await person('analyst', way);
		const f = analyst.words(figureFormTexts);
		const names = analyst.words({
			nl: {
				low: 'Mensen bij de laagste 40% inkomens',
				work: 'Mensen met betaald werk',
				empty: 'Niet-bewoonde woningen',
				theme: 'Budgettering',
			},
			en: {
				low: 'People among the lowest 40% of incomes',
				work: 'People in paid work',
				empty: 'Unoccupied dwellings',
				theme: 'Managing money',
			},
		});

		// They bring a file in, and look at what stands out for the Geitenkamp.
		await brings(analyst, { name: 'kwb2022.csv', content: kwbFile('57.3') }, table);
		await analyst.goes(`${home}/cijfers`);
		await analyst.sees(analyst.words(figureTexts).profileTitle('Geitenkamp'));

		// Three figures become findings.
		const low = { name: names.low, kind: 'risk', says: /2022.*57[.,]3%.*44[.,]6%/ } as const;
		await handsOver(analyst, home, { ...low, adds: 'Dat merken wij bij de voedselbank.' });
		const work = { name: names.work, kind: 'risk', says: /56%.*65%/ } as const;
		await handsOver(analyst, home, { ...work, adds: 'Vooral jongeren zoeken werk.' });
		const empty = { name: names.empty, kind: 'protective', says: /4%/ } as const;
		await handsOver(analyst, home, { ...empty, adds: 'Huizen staan niet lang leeg.' });

		// The process manager sees them beside what was heard.
		const manager = await person('process_manager', way);
		await manager.goes(`${home}/analyse`);
		await manager.sees(manager.words(analysisTexts).title);
		await manager.reads(heard);
		await manager.reads(/voedselbank/);
		await manager.follows(f.themeFiguresOf(names.theme));
		const figures = manager.page.getByRole('table', { name: f.figuresAt(names.theme) });
		await figures.waitFor();
		expect(await figures.innerText()).toMatch(/57[.,]3%/);
		await manager.reads(f.holdFor('Geitenkamp'));
		await manager.goes(`${home}/analyse?cijfers=alle`);
		await manager.sees(manager.words(analysisTexts).title);

		// The publisher changes its table: the form tells, and the newer figure is taken over.
		await brings(analyst, { name: 'kwb2022.csv', content: kwbFile('55.1') }, table);
		await manager.goes(`${home}/analyse`);
		await manager.follows(new RegExp(`^${f.newer}.*55[.,]1%`));
		await manager.sees(/57[.,]3%/);
		await manager.reads(f.revised);
		await manager.presses(f.takeNewer);
		await manager.reads(f.taken);
		await manager.sees(/55[.,]1%/);
		await manager.opens(f.former(1));
		await manager.reads(/57[.,]3%/);
	},
);

it.skipIf(!hasSharedData)(
	'the published table of the whole country goes the same way',
	{ timeout: 180_000 },
	async () => {
		const way = { language: 'nl', scripts: true, width: desk } as const;
		const { home } = await prepare();
		const analyst = await person('analyst', way);
		await brings(analyst, sharedData('cbs-kwb-2020/kwb2020_heel_nederland.csv.gz'));
		const figure = {
			name: 'Huishoudens',
			kind: 'protective',
			says: /In 2020 .*Geitenkamp.*in heel Arnhem/,
		} as const;
		await handsOver(analyst, home, { ...figure, adds: 'Dat is al jaren zo.' });
	},
);
