import criteriaFile from '#content/criteria/2013.json' with { type: 'json' };
import { agendaTexts } from '#locales/agenda.ts';
import { executionTexts } from '#locales/execution.ts';
import { priorityTexts } from '#locales/priorities.ts';
import { weighingTexts } from '#locales/weighing.ts';
import type { Person } from './person.ts';

/** The last steps of a trajectory, as somebody takes them: weighing, agenda, decision, plan. */

/** Scores every finding that is to be weighed: the first a 5 on everything, the others a 2. */
export async function weigh(someone: Person, home: string, findings: number): Promise<void> {
	const t = someone.words(weighingTexts);
	await someone.goes(`${home}/agenda/wegen`);
	await someone.sees(t.weighTitle);
	await someone.follows(t.weighStart);
	for (let number = 1; number <= findings; number++) {
		await someone.sees(t.findingNumber(number, findings));
		for (const { name } of criteriaFile.criteria)
			await someone.ticks(name[someone.way.language], number === 1 ? '5' : '2');
		await someone.presses(number < findings ? t.saveNext : t.saveLast);
	}
	await someone.sees(t.weighTitle);
	await someone.reads(t.progress(findings, findings));
}

/** Sees who weighed how, and puts this finding first, with the residents in agreement. */
export async function choosePriority(
	someone: Person,
	home: string,
	finding: string,
): Promise<void> {
	const t = someone.words(weighingTexts);
	const p = someone.words(priorityTexts);
	const a = someone.words(agendaTexts);
	await someone.goes(`${home}/agenda/overzicht`);
	await someone.sees(t.overviewTitle);
	await someone.follows(t.byFinding);
	await someone.reads(finding);
	await someone.follows(a.priorities);
	await someone.sees(p.prioritiesTitle);
	await someone.follows(`${p.choose}: ${finding}`);
	await someone.reads(p.chooseTitle);
	await someone.fills(p.priorityReason, 'Iedereen noemde dit als eerste.');
	await someone.ticks(p.chosenBy, p.core_group);
	await someone.ticks(t.residentsParty, p.agrees);
	await someone.presses(p.chooseSave);
	await someone.reads(p.prioritySaved);
	await someone.sees(p.prioritiesTitle);
}

/** Makes an agenda item out of a finding; gives the path of its page. */
export async function putOnAgenda(
	someone: Person,
	home: string,
	finding: string,
	title: string,
): Promise<string> {
	const t = someone.words(agendaTexts);
	await someone.goes(`${home}/agenda`);
	await someone.sees(t.agenda);
	await someone.follows(`${t.makeItem}: ${finding}`);
	await someone.sees(t.addItem);
	await someone.fills(t.title, title);
	await someone.fills(t.text, 'Bewoners en welzijn doen dit samen.');
	await someone.presses(t.addItem);
	await someone.reads(t.added);
	await someone.follows(title);
	await someone.sees(title);
	return someone.place;
}

export async function recordDecision(someone: Person, item: string): Promise<void> {
	const t = someone.words(agendaTexts);
	await someone.goes(item);
	await someone.opens(t.recordDecision);
	const form = someone.in(t.recordDecision);
	await form.ticks(t.body, t.council);
	await form.fills(t.decidedOn, '12-10-2026');
	await form.ticks(t.outcome, t.adopted);
	await form.fills(t.reference, 'Raadsbesluit 2026-118');
	await form.presses(t.recordDecision);
	await someone.reads(t.saved);
	await someone.reads('Raadsbesluit 2026-118');
}

/** Plans an approach for the item, with means and a first report; gives the path of its page. */
export async function plan(
	someone: Person,
	home: string,
	item: string,
	title: string,
): Promise<string> {
	const t = someone.words(executionTexts);
	await someone.goes(`${home}/uitvoering`);
	await someone.sees(t.plan);
	await someone.follows(t.addApproach);
	await someone.sees(t.addApproach);
	await someone.fills(t.title, title);
	await someone.ticks(t.kind, t.residents_initiative);
	await someone.ticks(t.items, item);
	await someone.fills(t.intendedResult, 'Er wordt het hele jaar buiten gezeten.');
	await someone.selects(t.responsibleField, 'Welzijnsorganisatie');
	await someone.fills(t.starts, '3-2027');
	await someone.fills(t.ends, '2028');
	await someone.fills(t.indicatorField, 'Hoeveel mensen er op een gewone middag zitten');
	await someone.fills(t.baselineField, '3');
	await someone.fills(t.targetField, '15');
	await someone.fills(t.sourceField, 'Eigen telling');
	await someone.presses(t.addApproach);
	await someone.reads(t.added);
	await someone.sees(title);

	await someone.opens(t.addMeans);
	const means = someone.in(t.addMeans);
	await means.ticks(t.meansKind, t.money);
	await means.fills(t.financier, 'Woningcorporatie');
	await means.fills(t.amount, '1250,50');
	await means.presses(t.addMeans);
	await someone.reads(/1[.,]250[.,]50/);

	await someone.opens(t.reportProgress);
	const progress = someone.in(t.reportProgress);
	await progress.ticks(t.status, t.on_course);
	await progress.fills(t.reportedOn, '1-11-2026');
	await progress.fills(t.progressText, 'De eerste bank staat er.');
	await progress.presses(t.reportProgress);
	await someone.reads('De eerste bank staat er.');
	await someone.sees(title);
	return someone.place;
}
