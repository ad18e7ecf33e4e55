import criteriaFile from '#content/criteria/2013.json' with { type: 'json' };
import { agendaTexts } from '#locales/agenda.ts';
import { executionTexts } from '#locales/execution.ts';
import type { Language } from '#locales/messages.ts';
import { priorityTexts } from '#locales/priorities.ts';
import { weighingTexts } from '#locales/weighing.ts';
import type { ApiChain } from '#tests/support/api-chain.ts';
import type { FormCase } from './wrong.ts';

const mail = 'Vraag het aan iemand@voorbeeld.nl.';

/** The forms of weighing, agenda and decisions, filled in wrongly. */
export function agendaCases(language: Language, chain: ApiChain, other: string): FormCase[] {
	const t = agendaTexts[language];
	const w = weighingTexts[language];
	const urgency = criteriaFile.criteria[0]?.name[language];
	return [
		{
			path: `agenda/wegen/${other}`,
			button: w.saveLast,
			attempts: [
				{
					opens: `${w.addReason}: ${urgency}`,
					fillsFirst: { [w.reason]: mail },
					wrong: {
						'appraisals.urgency.reason': { code: 'identifies_person', what: 'email' },
					},
				},
			],
		},
		{
			path: `agenda/speerpunten?kies=${other}`,
			button: priorityTexts[language].chooseSave,
			attempts: [
				{
					fills: { [priorityTexts[language].chosenByNote]: 'Op de bijeenkomst' },
					wrong: {
						reason: { code: 'required' },
						chosenBy: { code: 'required' },
						agreements: { code: 'required' },
					},
				},
			],
		},
		{
			path: 'agenda/nieuw',
			button: t.addItem,
			attempts: [
				{
					fills: { [t.text]: 'o'.repeat(4001) },
					wrong: {
						title: { code: 'required' },
						text: { code: 'too_long', limit: 4000 },
						withoutFindingReason: { code: 'no_finding' },
					},
				},
				{
					fills: { [t.title]: 'Een bank', [t.text]: 'Om te zitten.' },
					wrong: { withoutFindingReason: { code: 'no_finding' } },
				},
			],
		},
		{
			path: `agenda/punt/${chain.agendaItemId}`,
			opens: t.recordDecision,
			form: t.recordDecision,
			button: t.recordDecision,
			attempts: [
				{
					fills: { [t.reference]: 'Zaak 12' },
					wrong: {
						body: { code: 'required' },
						decidedOn: { code: 'required' },
						outcome: { code: 'required' },
					},
				},
				{
					ticks: { [t.body]: t.council, [t.outcome]: t.adopted },
					fills: { [t.decidedOn]: '1-1-2099' },
					wrong: { decidedOn: { code: 'future_date' } },
				},
			],
		},
	];
}

/** The forms of the plan, filled in wrongly. */
export function planCases(language: Language, chain: ApiChain): FormCase[] {
	const t = executionTexts[language];
	const approach = `uitvoering/aanpak/${chain.approachId}`;
	return [
		{
			path: 'uitvoering/nieuw',
			button: t.addApproach,
			attempts: [
				{
					fills: { [t.text]: mail, [t.starts]: 'ooit' },
					wrong: {
						title: { code: 'required' },
						kind: { code: 'required' },
						text: { code: 'identifies_person', what: 'email' },
						agendaItemIds: { code: 'no_agenda_item' },
						starts: { code: 'not_a_date' },
					},
				},
			],
		},
		{
			path: approach,
			opens: t.addMeans,
			form: t.addMeans,
			button: t.addMeans,
			attempts: [
				{
					fills: { [t.financier]: 'Fonds', [t.amount]: 'duizend' },
					wrong: { amount: { code: 'not_an_amount' } },
				},
				{ fills: { [t.amount]: '12,345,6' }, wrong: { amount: { code: 'not_an_amount' } } },
			],
		},
		{
			path: approach,
			opens: t.reportProgress,
			form: t.reportProgress,
			button: t.reportProgress,
			attempts: [
				{
					fills: { [t.progressText]: 'Er staat een bank.' },
					wrong: { status: { code: 'required' }, reportedOn: { code: 'required' } },
				},
				{
					ticks: { [t.status]: t.on_course },
					fills: { [t.reportedOn]: '1-1-2099' },
					wrong: { reportedOn: { code: 'future_date' } },
				},
			],
		},
	];
}
