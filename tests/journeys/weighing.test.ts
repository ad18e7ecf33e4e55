import { expect, it } from 'vitest';
import criteriaFile from '#content/criteria/2013.json' with { type: 'json' };
import { agendaTexts } from '#locales/agenda.ts';
import { priorityTexts } from '#locales/priorities.ts';
import { questionTexts } from '#locales/questions.ts';
import { residentsPartyTexts } from '#locales/residents-party.ts';
import { weighingTexts } from '#locales/weighing.ts';
import { choosePriority, weigh } from './support/deciding.ts';
import { person, type Person } from './support/person.ts';
import { prepareTrajectory, type Prepared } from './support/prepared.ts';
import { allWays, desk, phone, type Way } from './support/way.ts';

const risk = 'Er is geen plek om te blijven.';
const others = ['Weinig licht op straat.', 'Jongeren vervelen zich.'];
const helps = 'Buren groeten elkaar.';
const idea = 'Bankjes maken met de buurt';
const evening = 'bewonersavond, vijf tafels';

it.each(allWays(desk))(
	'three parties score on their own; closed, talked about, weighed and chosen, it grows into an agenda item, %s',
	async (_name, way) => {
		const { home } = await withFindings();
		const leader = await person('process_manager', way);
		const partner = await person('professional', { ...way, width: phone });

		await weigh(partner, home, 4);
		await seesNothing(leader, home);
		await scoreForResidents(leader, home);
		await weighInTable(leader, home);
		await close(leader, home);
		await talk(leader, home);
		await moveWeights(leader, home, way);
		await choosePriority(leader, home, risk);
		await disagree(partner, home);
		await threeQuestions(leader, home);
	},
);

async function withFindings(): Promise<Prepared> {
	const prepared = await prepareTrajectory();
	const path = `/trajecten/${prepared.trajectoryId}/bevindingen`;
	const entries = [risk, ...others].map((text) => ({ kind: 'risk', text }));
	for (const entry of [...entries, { kind: 'protective', text: helps }])
		await prepared.api.send('POST', path, { ...entry, themes: ['ontmoeting'] });
	return prepared;
}

/** Who leads sees how far others are, and none of their scores. */
async function seesNothing(leader: Person, home: string): Promise<void> {
	const t = leader.words(weighingTexts);
	await leader.goes(`${home}/agenda/wegen`);
	await leader.sees(t.weighTitle);
	await leader.reads(t.stateOpen);
	await leader.reads(t.ofTotal(4, 4));
	await leader.goes(`${home}/agenda/overzicht`);
	await leader.sees(t.overviewTitle);
	await leader.reads(t.overviewEmptyTitle);
	for (const page of ['overzicht/ranglijst', 'overzicht/bevindingen', 'speerpunten']) {
		await leader.goes(`${home}/agenda/${page}`);
		expect(await leader.page.getByText(t.becameWeighed(1)).count()).toBe(0);
		expect(await leader.page.getByText(t.rank(1)).count()).toBe(0);
	}
}

async function scoreForResidents(leader: Person, home: string): Promise<void> {
	const t = leader.words(weighingTexts);
	const r = leader.words(residentsPartyTexts);
	await leader.goes(`${home}/agenda/wegen`);
	await leader.follows(r.residentsAdd);
	await leader.sees(r.residentsTitle);
	await leader.fills(r.residentsGathered, evening);
	await leader.fills(r.residentsPeople, '23');
	await leader.presses(r.residentsSave);
	await leader.reads(t.gatheredWith(evening, 23));
	await leader.sees(r.residentsTitle);
	await leader.follows(r.residentsStart);
	await leader.sees(t.findingNumber(1, 4));
	const [urgency] = criteriaFile.criteria;
	const name = urgency?.name[leader.way.language] ?? '';
	await leader.ticks(name, '1');
	await leader.opens(`${t.addReason}: ${name}`);
	await leader.page.getByLabel(t.reason).filter({ visible: true }).fill('Wij zitten er graag.');
	await leader.page.getByLabel(t.rest).check();
	await leader.presses(t.saveNext);
	await leader.sees(t.findingNumber(2, 4));
}

/** Fills in everything at once, for the own organisation. */
async function weighInTable(leader: Person, home: string): Promise<void> {
	const t = leader.words(weighingTexts);
	await leader.goes(`${home}/agenda/wegen`);
	await leader.follows(t.toTable);
	await leader.sees(t.tableTitle);
	const lists = leader.page.locator('main select');
	for (let at = 0; at < (await lists.count()); at++)
		await lists.nth(at).selectOption(at % 7 === 6 ? 'cannot_judge' : '3');
	await leader.presses(t.tableSave);
	await leader.reads(t.progress(4, 4));
}

async function close(leader: Person, home: string): Promise<void> {
	const t = leader.words(weighingTexts);
	await leader.goes(`${home}/agenda/wegen`);
	await leader.opens(t.close);
	await leader.presses(t.closeConfirm);
	await leader.reads(t.closedNow);
	await leader.reads(t.stateClosed);
	await leader.sees(t.weighTitle);
}

/** The widest difference stands first, with the reasons side by side; it is ticked with what came of it. */
async function talk(leader: Person, home: string): Promise<void> {
	const t = leader.words(weighingTexts);
	await leader.goes(`${home}/agenda/overzicht`);
	await leader.sees(t.overviewTitle);
	await leader.reads(t.mostTitle);
	const first = leader.page
		.locator('main ol > li')
		.filter({ hasText: t.highest(5) })
		.first();
	await first.getByText(risk).waitFor();
	await first.getByText('Wij zitten er graag.').waitFor();
	await leader.opens(t.markDiscussed);
	const form = leader.in(t.markDiscussed);
	await form.fills(t.note, 'De een dacht aan de avond, de ander aan de middag.');
	await form.presses(t.noteSave);
	await leader.reads(t.noteSaved);
	await leader.reads('De een dacht aan de avond, de ander aan de middag.');
	await leader.sees(t.overviewTitle);
	await leader.follows(t.byFinding);
	await leader.sees(t.overviewTitle);
	await leader.reads(t.legendMedian);
}

/** Moving a weight changes the page and nothing else; saving needs a reason. */
async function moveWeights(leader: Person, home: string, way: Way): Promise<void> {
	const t = leader.words(weighingTexts);
	const name = criteriaFile.criteria[0]?.name[way.language] ?? '';
	await leader.goes(`${home}/agenda/overzicht/ranglijst`);
	await leader.sees(t.overviewTitle);
	await leader.reads(t.weightsEqual);
	await leader.page.getByRole('radiogroup', { name: new RegExp(`^${name}`) }).getByRole('radio', { name: '5' }).check(); // prettier-ignore
	if (!way.scripts) await leader.presses(t.weightsShow);
	await leader.reads(t.weightsTrying);
	expect(new URL(leader.page.url()).searchParams.get('g.urgency')).toBe('5');
	await leader.opens(t.weightsSaveTitle);
	await leader.in(t.weightsSaveTitle).presses(t.weightsSave);
	await leader.page.getByRole('alert').waitFor();
	await leader.in(t.weightsSaveTitle).fills(t.weightsReason, 'Het is dringend.');
	await leader.in(t.weightsSaveTitle).presses(t.weightsSave);
	await leader.reads(t.weightsSaved);
	await leader.reads('Het is dringend.');
	expect(await leader.page.getByText(t.weightsTrying).count()).toBe(0);
	await leader.sees(t.overviewTitle);
}

/** A partner says for itself that it does not agree. */
async function disagree(partner: Person, home: string): Promise<void> {
	const p = partner.words(priorityTexts);
	await partner.goes(`${home}/agenda/speerpunten`);
	await partner.sees(p.prioritiesTitle);
	await partner.opens(p.agreementChange);
	const form = partner.in(p.agreementChange);
	await form.ticks('Welzijnsorganisatie', p.disagrees);
	await form.presses(p.agreementSave);
	await partner.reads(p.agreementSaved);
	await partner.reads(p.disagreesList('Welzijnsorganisatie'));
	await partner.sees(p.prioritiesTitle);
}

async function threeQuestions(leader: Person, home: string): Promise<void> {
	const q = leader.words(questionTexts);
	const a = leader.words(agendaTexts);
	await leader.goes(`${home}/agenda/vragen`);
	await leader.sees(q.title);
	await leader.follows(risk);
	await leader.reads(q.one);
	await leader.sees(q.title);
	await leader.opens(q.addOpposite);
	const opposite = leader.in(q.addOpposite);
	await opposite.selects(q.whichOpposite, helps);
	await opposite.presses(q.oppositeSave);
	await leader.reads(q.oppositeSaved);
	const solution = leader.in(q.addSolution);
	await solution.fills(q.solution, idea);
	await solution.fills(q.who, 'Bewoners aan tafel 3');
	await solution.presses(q.solutionSave);
	await leader.reads(q.solutionSaved);
	await leader.sees(q.title);
	await leader.presses(q.makeItem);
	await leader.sees(a.addItem);
	await leader.reads(q.grewFrom);
	expect(await leader.field(a.text).inputValue()).toContain(idea);
	await leader.fills(a.title, 'Een plein om te blijven');
	await leader.presses(a.addItem);
	await leader.reads(a.added);
	await leader.follows('Een plein om te blijven');
	await leader.sees('Een plein om te blijven');
	await leader.reads(q.proposedBy('Bewoners aan tafel 3'));
	for (const text of [risk, helps]) await leader.reads(text);
}
