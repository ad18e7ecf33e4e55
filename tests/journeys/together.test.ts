import { expect, it } from 'vitest';
import { needTexts } from '#locales/analysis-need.ts';
import { togetherTexts } from '#locales/analysis-together.ts';
import { unknownTexts } from '#locales/analysis-unknown.ts';
import { analysisTexts } from '#locales/analysis.ts';
import { threadTexts } from '#locales/thread.ts';
import { person } from './support/person.ts';
import { prepareTrajectory } from './support/prepared.ts';
import { allWays, desk } from './support/way.ts';

const benches = 'Er zijn weinig bankjes op het plein.';
const nowhere = 'Ouderen vinden op het plein geen bankje.';
const shared = 'Wie op het plein wil blijven, kan nergens zitten.';
const strong = 'De koffiekar trekt elke vrijdag buren.';
const question = 'Geldt dat ook in het weekend?';
const found = 'Op zondag zat het muurtje vol.';

it.each(allWays(desk))(
	'findings are grouped, answered by what protects, asked about and found out, %s',
	async (_name, way) => {
		const { home, trajectoryId, api } = await prepareTrajectory();
		const add = (kind: string, text: string) =>
			api.send('POST', `/trajecten/${trajectoryId}/bevindingen`, {
				...{ kind, text, themes: ['ontmoeting'] },
			});
		const one = await add('risk', benches);
		await add('risk', nowhere);
		await add('protective', strong);
		const worker = await person('professional', way);
		const t = worker.words(togetherTexts);
		const texts = worker.words(analysisTexts);
		const need = worker.words(needTexts);
		const unknown = worker.words(unknownTexts);

		// Grouped, as the form suggests.
		await worker.goes(`${home}/analyse`);
		await worker.sees(texts.title);
		await worker.reads(t.inFormOne);
		await worker.follows(t.look);
		await worker.sees(t.groupsTitle);
		await worker.fills(t.wording, shared);
		await worker.presses(t.make);
		await worker.reads(t.noticeGrouped);
		await worker.reads(benches);
		const group = worker.place.replace(/\?.*/, '');

		// Something stands opposite.
		await worker.opens(t.addOpposite.risk);
		await worker.selects(t.chooseOpposite, strong);
		await worker.fills(t.oppositeNote, 'Daar komen mensen elkaar toch tegen.');
		await worker.presses(t.putOpposite);
		await worker.reads(t.noticeOpposed);
		await worker.reads('Daar komen mensen elkaar toch tegen.');

		// A question goes on the list, and its answer comes back as a source.
		await worker.opens(t.askQuestion);
		await worker.fills(t.question, question);
		await worker.presses(t.ask);
		await worker.reads(t.noticeAsked);
		await worker.opens(t.passOn);
		await worker.fills(texts.method, need.methods.observation.look);
		await worker.selects(need.whoOrganisation, 'Welzijnsorganisatie');
		await worker.presses(t.passIt);
		await worker.reads(t.noticePassed);
		await worker.sees(/./);
		await worker.goes(home);
		await worker.reads(new RegExp(question.replace('?', '\\?')));
		await worker.goes(`${home}/analyse/onbekend?vanOns=on`);
		await worker.sees(unknown.title);
		await worker.reads(unknown.isOurs);
		await worker.follows(question);
		await worker.sees(worker.words({ nl: 'Kennisvraag', en: 'Knowledge need' }));
		await worker.fills(texts.answer, found);
		// The way that was agreed says which kind of source fits.
		expect(await worker.choice(need.source, need.kinds.observation).isChecked()).toBe(true);
		await worker.presses(need.saveAnswer);
		await worker.reads(need.asSource);
		await worker.sees(/./);

		// How strongly it supports the finding.
		await worker.goes(group);
		await worker.reads(worker.words(threadTexts).answersThis);
		await worker.opens(t.judge);
		await worker.selects(t.strength, t.strengths.contradicts);
		await worker.presses(worker.words({ nl: 'Opslaan', en: 'Save' }));
		await worker.reads(t.noticeJudged);
		await worker.sees(/./);
		await worker.goes(`${home}/analyse`);
		await worker.reads(new RegExp(`1 ${t.strengthCounts.contradicts}`));
		await worker.reads(t.groupedFrom(2));
		await worker.reads(t.oppositeInForm);
		await worker.sees(texts.title);

		// Apart again, as it was.
		await worker.goes(group);
		await worker.opens(t.ungroup);
		await worker.fills(t.ungroupWhy, 'Het zijn er toch twee.');
		await worker.presses(t.ungroupIt);
		await worker.page.waitForURL(/ingetrokken/);
		await worker.goes(`${home}/analyse`);
		await worker.reads(benches);
		await worker.reads(nowhere);
		expect(await worker.page.getByText(shared).count()).toBe(0);
		await worker.goes(`${home}/analyse/bevinding/${one.id}`);
		await worker.sees(/./);
	},
);

interface Figures {
	lines: { seriesId: number; indicator: string | null }[];
}

it.each(allWays(desk))(
	'the form asks why the figures are kinder than what people tell, %s',
	async (_name, way) => {
		const { home, trajectoryId, api } = await prepareTrajectory();
		const inTrajectory = `/trajecten/${trajectoryId}`;
		// The nearest supermarket is closer here than in the rest of the municipality.
		const { lines } = await api.send<Figures>('GET', `${inTrajectory}/cijfers`);
		const near = lines.find(({ indicator }) => indicator === 'distance-to-supermarket');
		const areaCode = 'WK020210';
		const figure = { areaCode, seriesId: near?.seriesId };
		await api.send('POST', `${inTrajectory}/bronnen/cijfers`, figure);
		const worker = await person('professional', way);
		const t = worker.words(togetherTexts);
		await worker.goes(`${home}/analyse/tegenspraak`);
		await worker.sees(t.tensionTitle);
		await worker.reads(t.tensionNone);

		const { id } = await api.send('POST', `${inTrajectory}/gesprekken`, {
			...{ guide: 'resident', answers: { pleasant: 'De winkel redt zij niet meer.' } },
		});
		await api.send('POST', `${inTrajectory}/bevindingen`, {
			...{ kind: 'risk', text: 'Boodschappen doen lukt niet.', themes: ['huishouding'] },
			evidenceIds: [id],
		});
		await worker.goes(`${home}/analyse`);
		await worker.reads(t.tensionAsks.figures_kinder);
		await worker.follows(t.toTension);
		await worker.sees(t.tensionTitle);
		await worker.opens(t.explain);
		await worker.fills(t.explainText, 'Er is een steile trap tussen de huizen en de winkel.');
		await worker.presses(t.saveExplain);
		await worker.reads(t.noticeExplained);
		await worker.sees(t.tensionTitle);
		await worker.goes(`${home}/analyse`);
		await worker.reads('Er is een steile trap tussen de huizen en de winkel.');
	},
);
