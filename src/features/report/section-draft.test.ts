import { describe, expect, test } from 'vitest';
import { finding, formWith, framework, need } from '#features/analysis/form.test-data.ts';
import type { AnalysisForm } from '#features/analysis/form.ts';
import type { SourceInFull } from '#features/evidence/evidence-lines.server.ts';
import type { Language } from '#locales/messages.ts';
import type { ReportData } from './report.ts';
import { asContent, draftsOf } from './section-draft.ts';
import { markedText, numberMarks, readMarkedText } from './section-marks.ts';
import { recordsOf } from './section-records.ts';
import { sectionPlaces } from './sections.ts';

const source = (id: string, more: object = {}) =>
	({ id, kind: 'document', title: id, version: 1, ...more }) as unknown as SourceInFull;
const inhabitants = source('cijfer', {
	kind: 'figure',
	details: {
		title: 'Aantal inwoners',
		areaName: 'Geitenkamp',
		period: '2020',
		value: 3215,
		missing: null,
		unit: '',
		decimals: 0,
		comparison: [{ areaName: 'Arnhem', value: 161348, missing: null }],
	},
});

const provision = (standing: string, text: string) => ({
	id: `aanbod-${standing}`,
	theme: 'sport',
	standing,
	form: null,
	text,
	organisationId: 'welfare',
	organisationName: 'Welzijn',
	createdAt: new Date('2026-03-02T09:00:00Z'),
	roundId: null,
	version: 1,
});

function data(form: Partial<AnalysisForm>, more: Partial<ReportData> = {}): ReportData {
	return {
		municipalityName: 'Arnhem',
		areaName: 'Geitenkamp',
		startYear: 2024,
		endYear: 2028,
		exampleSource: null,
		day: '2026-03-02',
		onlyParts: null,
		frame: null,
		analysis: {
			form: formWith(form),
			sources: [source('gesprek'), source('dossier'), inhabitants],
		},
		criteria: [],
		written: new Map(),
		weighing: null,
		agenda: { items: [], priorities: [] },
		plan: null,
		...more,
	};
}

/** A section as its editor shows it. */
function text(key: string, told: ReportData, language: Language = 'nl'): string {
	const place = sectionPlaces(framework('2013')).find((one) => one.key === key);
	const content = asContent(draftsOf(told, language)(place!));
	const marks = numberMarks(recordsOf(content));
	const marked = markedText(content, marks);
	// What is composed is what the editor reads back: saving it unchanged changes nothing.
	expect(readMarkedText(marked, marks)).toEqual({ content, unknown: [] });
	return marked;
}

const empty = data({});

describe('a theme', () => {
	test('tells each finding in the words of whoever brought it, with its sources', () => {
		const told = data({
			findings: [
				finding({ id: 'a', text: 'Het veld ligt er leeg bij. Al jaren', sources: ['gesprek', 'dossier'] }),
				finding({ id: 'b', kind: 'protective', text: 'De club zoekt leden!', organisationName: 'Wonen' }),
			],
		}); // prettier-ignore
		expect(text('theme.sport', told)).toBe(
			'Welzijn noemt als risicofactor: “Het veld ligt er leeg bij. Al jaren.” {B1}[1][2] Wonen noemt als beschermende factor, nog zonder bron: “De club zoekt leden!” {B2}',
		);
		expect(text('theme.sport', told, 'en')).toContain(
			'Wonen names as protective factor, without a source so far: “De club zoekt leden!” {B2}',
		);
	});

	test('says how people judged the sources, which contradict, and what stands opposite', () => {
		const told = data({
			findings: [
				finding({
					id: 'a',
					sources: ['gesprek', 'dossier'],
					strengths: { gesprek: 'strong', dossier: 'contradicts' },
					opposites: [{ id: 'b', note: '' }],
				}),
				finding({ id: 'b', kind: 'protective', text: 'De club zoekt leden', themes: ['cultuur'] }),
			],
		});
		expect(text('theme.sport', told)).toBe(
			'Welzijn noemt als risicofactor, met een sterke bron: “Het veld ligt er leeg bij.” {B1}[1][2] Een bron spreekt dit tegen. [2]{B1} Daar staat tegenover: “De club zoekt leden.” {B2}{B1}',
		);
	});

	test('tells a figure with its area, year and comparison', () => {
		const told = data({ findings: [finding({ id: 'a', sources: ['cijfer'] })] });
		expect(text('theme.sport', told)).toContain(
			'Het cijfer ‘Aantal inwoners’ is voor Geitenkamp 3.215 (2020); ter vergelijking: Arnhem 161.348. [1]',
		);
	});

	test('then the provision, and what is still to be known', () => {
		const told = data({
			provisions: [provision('offered', 'Sportuur'), provision('missing', 'Een kleedkamer')],
			needs: [
				need({ id: 'n' }),
				need({ id: 'm', state: 'answered', question: 'Hoe vaak?', answer: 'Zelden' }),
				need({ id: 'o', state: 'dropped', question: 'Waarom?' }),
			],
		});
		expect(text('theme.sport', told)).toBe(
			[
				'Er is al, volgens Welzijn: “Sportuur.” {A1} Volgens Welzijn ontbreekt: “Een kleedkamer.” {A2}',
				'Welzijn wil nog weten: “Wie gebruikt het veld?” {K1} Op de vraag “Hoe vaak?” is het antwoord: “Zelden.” {K2}',
			].join('\n\n'),
		);
	});

	test('names what stands elsewhere and speaks here too', () => {
		const told = data({ findings: [finding({ id: 'a', themes: ['cultuur', 'sport'] })] });
		expect(text('theme.sport', told)).toBe(
			'Wat bij Cultuur staat, speelt ook hier: “Het veld ligt er leeg bij.” {B1}',
		);
	});

	test('says that nothing was brought in', () => {
		expect(text('theme.sport', empty)).toBe('Bij het thema Sport is niets ingebracht.');
		expect(text('theme.sport', empty, 'en')).toBe('Nothing was brought in under the theme Sport.');
	});

	test('keeps words that look like a mark or end a quotation from becoming one', () => {
		const told = data({ findings: [finding({ id: 'a', text: 'Zij zei “nee” [1] {B7}' })] });
		expect(text('theme.sport', told)).toContain("“Zij zei 'nee' (1) (B7).” {B1}");
	});
});

describe('the other sections', () => {
	const findings = [
		finding({ id: 'a', sources: ['gesprek', 'dossier'] }),
		finding({ id: 'b', text: 'Er is ruimte', kind: 'protective', themes: ['sport', 'opleiding'] }),
		finding({
			id: 'c',
			text: 'Schulden',
			themes: ['budgettering'],
			organisationId: 'housing',
			organisationName: 'Wonen',
		}),
	];

	test('a domain: how much, where, what rests on most, what goes across', () => {
		expect(text('domain.III', data({ findings }))).toBe(
			[
				'In dit domein zijn ingebracht: 1 risicofactor en 1 beschermende factor, door Welzijn. De meeste bevindingen staan bij Sport (2). Met de meeste bronnen (2) onderbouwd: “Het veld ligt er leeg bij.” {B1}[1][2]',
				'Bij meer thema’s (Opleiding (+her-, om- en bijscholing) en Sport) speelt: “Er is ruimte.” {B2}',
			].join('\n\n'),
		);
		expect(text('domain.I', data({ findings }))).toBe('In dit domein is niets ingebracht.');
	});

	test('the introduction counts what was brought in', () => {
		expect(text('introduction', data({ findings }))).toContain(
			'Het vat samen wat in het invulschema is ingebracht: 3 bevindingen, door Welzijn en Wonen. Van de 20 thema’s is er bij 3 iets ingebracht.',
		);
		expect(text('introduction', empty)).toContain('In het invulschema is nog niets ingebracht.');
	});

	test('gaps: what is missing, needed and not known, by theme', () => {
		const told = data({
			provisions: [provision('offered', 'Sportuur'), provision('needed', 'Een kleedkamer')],
			needs: [need({ id: 'n' })],
		});
		expect(text('gaps', told)).toBe(
			'Bij Sport is volgens Welzijn nodig: “Een kleedkamer.” {A1} Bij Sport is nog niet bekend: “Wie gebruikt het veld?” {K1}',
		);
	});

	test('priorities and recommendations: who chose what and why, and the agenda', () => {
		const priority = { id: 'p', findingId: 'a', reason: 'Het is dringend', chosenBy: 'core_group', chosenByNote: '', version: 1, agreements: [{ answer: 'agrees', name: 'Welzijn' }, { answer: 'disagrees', name: 'Wonen' }] }; // prettier-ignore
		const item = { id: 'i', title: 'Het veld open', text: 'Elke avond', findings: [{ id: 'a' }], version: 2 }; // prettier-ignore
		const agenda = { priorities: [priority], items: [item] } as unknown as ReportData['agenda'];
		const told = data({ findings }, { agenda });
		expect(text('priorities', told)).toBe(
			'Als speerpunt koos de kerngroep “Het veld ligt er leeg bij”, met als reden: “Het is dringend.” {S1}{B1}[1][2] Eens: Welzijn. {S1} Niet eens: Wonen. {S1}',
		);
		expect(text('recommendations', told)).toBe(
			'Op de agenda staat “Het veld open”, met als toelichting: “Elke avond.” {P1}{B1}',
		);
		expect(text('priorities', empty)).toBe('Er zijn nog geen speerpunten gekozen.');
		expect(text('recommendations', empty)).toBe('Er staan nog geen punten op de agenda.');
	});
});
