import { findingLimit } from '#features/analysis/kinds.ts';
import { analysisTexts } from '#locales/analysis.ts';
import { fieldTexts } from '#locales/field.ts';
import { frameTexts } from '#locales/frame.ts';
import type { Language } from '#locales/messages.ts';
import { lifeworldTexts } from '#locales/lifeworld.ts';
import { evidenceTexts } from '#locales/evidence.ts';
import { personalData, personHintTexts } from '#locales/personal-data.ts';
import preconditionFile from '#content/preconditions.json' with { type: 'json' };
import type { FormCase } from './wrong.ts';

/** A number that passes the test of a citizen service number, and belongs to the range for tests. */
const bsn = 'Het gaat om 111222333.';
const address = 'iemand@voorbeeld.nl';
const mail = `Vraag het aan ${address}.`;

/** The forms of the frame, filled in wrongly. */
export function frameCases(language: Language): FormCase[] {
	const t = frameTexts[language];
	const precondition = preconditionFile.preconditions[0]?.name[language] ?? '';
	return [
		{
			path: '/arnhem/nieuw',
			button: t.begin,
			attempts: [
				{
					fills: { [t.areaCode]: 'WK02', [t.startYear]: 'twee', [t.goals]: 'o'.repeat(4001) },
					wrong: {
						areaName: { code: 'required' },
						areaCode: { code: 'not_a_code' },
						startYear: { code: 'not_a_number' },
						goals: { code: 'too_long', limit: 4000 },
					},
				},
			],
		},
		{
			path: 'kader/wijzigen',
			button: t.save,
			attempts: [
				{
					fills: { [t.goals]: mail, [t.cooperation]: bsn, [t.endYear]: '' },
					wrong: {
						goals: { code: 'identifies_person', what: 'email' },
						cooperation: { code: 'identifies_person', what: 'bsn' },
						endYear: { code: 'required' },
					},
				},
			],
		},
		{
			path: 'kader/deelnemers',
			form: t.addParticipant,
			button: t.addParticipant,
			attempts: [
				{
					fills: { [t.mandateNote]: mail },
					wrong: {
						organisationId: { code: 'required' },
						mandateNote: { code: 'identifies_person', what: 'email' },
					},
				},
			],
		},
		{
			path: 'kader/voorwaarden',
			opens: t.change,
			form: precondition,
			button: t.save,
			attempts: [
				{
					fills: { [t.dueOn]: '31-2-2027', [t.remark]: bsn },
					wrong: {
						dueOn: { code: 'not_a_date' },
						remark: { code: 'identifies_person', what: 'bsn' },
					},
				},
			],
		},
		{
			path: 'kader/planning',
			form: t.addPhase,
			button: t.addPhase,
			attempts: [
				{
					fills: { [t.startsOn]: 'morgen' },
					wrong: {
						name: { code: 'required' },
						step: { code: 'required' },
						starts: { code: 'not_a_date' },
					},
				},
			],
		},
	];
}

/** The forms of the lived world and the analysis, filled in wrongly. */
export function gatheringCases(language: Language): FormCase[] {
	const t = lifeworldTexts[language];
	const a = analysisTexts[language];
	return [
		{
			path: 'veld/waarneming',
			button: t.save,
			inField: true,
			attempts: [
				{
					fills: { [t.seen]: mail },
					wrong: {
						place: { code: 'required' },
						seen: { code: 'identifies_person', what: 'email' },
					},
					said: {
						place: fieldTexts[language].whereMissing,
						seen: personHintTexts[language].found(address, personalData[language].email),
					},
				},
				{
					opens: t.more,
					fills: {
						[t.where]: 'Het plein',
						[t.seen]: 'Er wordt gespeeld.',
						[evidenceTexts[language].happenedOn]: '1-1-2099',
					},
					wrong: { happenedOn: { code: 'future_date' } },
					// A phone can have the wrong time.
					byServer: true,
				},
			],
		},
		{
			path: 'veld/gesprek?met=resident',
			button: t.save,
			inField: true,
			attempts: [
				{ fills: { [t.whereTalked]: 'Bij school' }, wrong: { answers: { code: 'no_answer' } } },
			],
		},
		{
			path: 'analyse/toevoegen?kolom=risk',
			button: a.save,
			attempts: [
				{ fills: {}, wrong: { text: { code: 'required' }, themes: { code: 'required' } } },
				{
					fills: { [a.text]: 'o'.repeat(findingLimit + 1) },
					wrong: {
						text: { code: 'too_long', limit: findingLimit },
						themes: { code: 'required' },
					},
				},
			],
		},
		{
			path: 'analyse/toevoegen?kolom=provision',
			button: a.save,
			attempts: [
				{
					fills: { [a.provisionText]: bsn },
					wrong: {
						text: { code: 'identifies_person', what: 'bsn' },
						standing: { code: 'required' },
						theme: { code: 'required' },
					},
				},
			],
		},
		{
			path: 'analyse/toevoegen?kolom=knowledge',
			button: a.save,
			attempts: [
				{
					fills: { [a.method]: 'Vragen', [a.dueOn]: 'later' },
					wrong: {
						question: { code: 'required' },
						dueOn: { code: 'not_a_date' },
						theme: { code: 'required' },
					},
				},
			],
		},
	];
}
