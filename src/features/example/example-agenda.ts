import { addAgendaItem } from '#features/agenda/agenda-item.commands.server.ts';
import { addApproach } from '#features/execution/approach.commands.server.ts';
import { addMeans } from '#features/execution/means.commands.server.ts';
import { reportProgress } from '#features/execution/progress.commands.server.ts';
import { nameOf, type Example } from './example-file.ts';
import { step, stepId, type ExampleRun } from './example-step.ts';

type Approach = Example['approaches'][number];

/** The four main goals as agenda items, and what was begun for them. Nothing was weighed or decided in the report. */
export async function loadAgenda(run: ExampleRun): Promise<void> {
	const { language, trajectoryId, example } = run;
	for (const { id, title, findings, chosenBy } of example.agendaItems)
		await step(run, ['agenda-item', id], addAgendaItem, {
			trajectoryId,
			title: title[language],
			text: chosenBy[language],
			findingIds: findings.map((finding) => stepId(run, 'finding', finding)),
		});
	for (const approach of example.approaches) await loadApproach(run, approach);
}

async function loadApproach(run: ExampleRun, approach: Approach): Promise<void> {
	const { language, trajectoryId, organisations } = run;
	const { id, means, progress } = approach;
	await step(run, ['approach', id], addApproach, {
		trajectoryId,
		kind: nameOf(approach.kind),
		title: approach.title[language],
		text: approach.text[language],
		intendedResult: approach.intendedResult[language],
		agendaItemIds: approach.agendaItems.map((item) => stepId(run, 'agenda-item', item)),
		responsibleId: approach.responsible && organisations.get(approach.responsible),
		takingPartIds: approach.takingPart.map((organisation) => organisations.get(organisation)),
		starts: approach.start?.date,
		ends: approach.end?.date,
	});
	const approachId = stepId(run, 'approach', id);
	for (const [at, { financier, remark }] of means.entries())
		await step(run, ['means', id, String(at)], addMeans, {
			approachId,
			kind: 'money',
			financier: nameOfOrganisation(run, financier),
			note: remark?.[language],
		});
	for (const [at, { date, status, text }] of progress.entries())
		await step(run, ['progress', id, String(at)], reportProgress, {
			approachId,
			status: status === 'in-preparation' ? 'not_started' : nameOf(status),
			text: text[language],
			reportedOn: date.date,
		});
}

function nameOfOrganisation(
	{ example, language }: ExampleRun,
	id: string | null,
): string | undefined {
	return example.organisations.find((organisation) => organisation.id === id)?.name[language];
}
