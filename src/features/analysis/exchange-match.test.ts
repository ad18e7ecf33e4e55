import { describe, expect, test } from 'vitest';
import { contentOf } from '#server/documents/file-content.ts';
import { writeXlsx } from '#server/spreadsheets/xlsx-write.ts';
import { entryCode, formCode, type EntryTable } from './exchange-code.ts';
import {
	againstForm,
	compared,
	idOf,
	knownOf,
	sentAt,
	summary,
	trajectory,
} from './exchange.test-data.ts';
import { KnownEntries } from './exchange-known.ts';
import { takenKey } from './exchange-match.ts';
import { readForm } from './exchange-read.ts';
import { finding, formWith, framework, need, source } from './form.test-data.ts';

const form = formWith({
	sources: [source({ id: 'a', title: 'Gesprek op het plein' })],
	findings: [
		finding({ id: idOf(1), text: 'Het veld ligt er leeg bij.', sources: ['a'], version: 2 }),
		finding({ id: idOf(2), text: 'De voetbalclub heeft wachtlijsten voor meisjes.', kind: 'protective' }), // prettier-ignore
		finding({
			id: idOf(3),
			text: 'Buren helpen elkaar.',
			themes: ['mantelzorg'],
			kind: 'protective',
		}),
	],
	needs: [need({ id: idOf(4), question: 'Wie gebruikt het veld?' })],
});
const coded = (number: number, table: EntryTable = 'finding', version = number === 1 ? 2 : 1) =>
	entryCode(table, idOf(number), version);
const [veld, club, buren, vraag] = [coded(1), coded(2), coded(3), coded(4, 'knowledge_need')] as const; // prettier-ignore
const filled = formCode(trajectory.id, true, sentAt);
const head = `Leefdomein;Thema’s/participatievormen;Risicofactoren;Beschermende factoren;Bronnen;Analyse aanbod;Kennis en faciliteiten;Code ${filled}`;
const whole = [
	`III;Sport;Het veld ligt er leeg bij.;;Gesprek op het plein;;;${veld}`,
	`III;Sport;;De voetbalclub heeft wachtlijsten voor meisjes.;;;;${club}`,
	`III;Sport;;;;;Wie gebruikt het veld?;${vraag}`,
	`I;Mantelzorg;;Buren helpen elkaar.;;;;${buren}`,
];
const csv = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'));
/** What comes of these rows, under the heading that a form goes out with. */
const of = (...rows: string[]) => summary(compared(csv(head, ...rows), form));

describe('with the code', () => {
	test('nothing changed: nothing is proposed', () => {
		expect(of(...whole)).toEqual([]);
	});

	test('a text that was changed', () => {
		expect(of(whole[0]!.replace('leeg', 'kaal'), ...whole.slice(1))).toEqual([
			'changed | sport | risk | Het veld ligt er kaal bij. | was: Het veld ligt er leeg bij.',
		]);
	});

	test('another theme, and another column', () => {
		expect(
			of(whole[0]!.replace('Sport', 'Recreatie'), `III;Sport;De voetbalclub heeft wachtlijsten voor meisjes.;;;;;${club}`, ...whole.slice(2)), // prettier-ignore
		).toEqual([
			'changed | recreatie | risk | Het veld ligt er leeg bij. | was: Het veld ligt er leeg bij.',
			'changed | sport | risk | De voetbalclub heeft wachtlijsten voor meisjes. | was: De voetbalclub heeft wachtlijsten voor meisjes.',
		]);
	});

	test('a line added beneath the one that was there', () => {
		const row = `III;Sport;"Het veld ligt er leeg bij.\nEr is geen kleedkamer.";;;;;${veld}`;
		expect(of(row, ...whole.slice(1))).toEqual(['new | sport | risk | Er is geen kleedkamer.']);
	});

	test('a text that was taken out, and a row that was', () => {
		expect(of(`III;Sport;;;;;;${veld}`, ...whole.slice(2))).toEqual([
			'removed | sport | risk | Het veld ligt er leeg bij.',
			'removed | sport | protective | De voetbalclub heeft wachtlijsten voor meisjes.',
		]);
	});

	test('of a domain that the file does not have, nothing counts as taken out', () => {
		expect(of(...whole.slice(0, 3))).toEqual([]);
	});

	test('a row that was copied keeps its entry; the copy is new', () => {
		const copy = whole[0]!.replace('Het veld ligt er leeg bij.', 'De gymzaal is dicht.');
		expect(of(copy, ...whole)).toEqual([
			'new | sport | risk | De gymzaal is dicht.',
			'source | sport | bron | Gesprek op het plein',
		]);
	});

	test('what others changed meanwhile, and this file did not, stays as it is', () => {
		const now = formWith({ ...form, findings: [finding({ id: idOf(1), text: 'Het veld wordt gebruikt.', version: 3 }), ...form.findings.slice(1)] }); // prettier-ignore
		const entries = knownOf(now);
		entries[0]!.former = [{ version: 2, text: 'Het veld ligt er leeg bij.', themeId: 'sport', slot: 'risk', until: new Date('2026-03-06') }]; // prettier-ignore
		entries[0]!.sources = ['Gesprek op het plein'];
		const against = { ...againstForm(now), entries: new KnownEntries(entries) };
		expect(summary(compared(csv(head, ...whole), now, against))).toEqual([]);
		const changed = whole[0]!.replace('leeg', 'kaal');
		const { proposals } = compared(csv(head, changed, ...whole.slice(1)), now, against);
		expect(proposals).toMatchObject([
			{ text: 'Het veld ligt er kaal bij.', base: { version: 2, text: 'Het veld ligt er leeg bij.' }, entry: { version: 3 } }, // prettier-ignore
		]);
	});

	test('what was withdrawn meanwhile comes back only when its text was changed', () => {
		const entries = knownOf(form).map((one) => ({ ...one, isWithdrawn: one.id === idOf(1) }));
		const against = { ...againstForm(form), entries: new KnownEntries(entries) };
		const sources = (row: string) => row.replace('Gesprek op het plein', '');
		expect(summary(compared(csv(head, ...whole.map(sources)), form, against))).toEqual([]);
		const changed = compared(csv(head, sources(whole[0]!).replace('leeg', 'kaal')), form, against);
		expect(changed.proposals.filter(({ kind }) => kind === 'new')).toMatchObject([{ wasWithdrawn: true }]); // prettier-ignore
	});
});

describe('without the code', () => {
	const bare = (row: string) => row.replace(/;[^;]*$/, ';');
	const ofBare = (...rows: string[]) => of(...rows.map(bare));

	test('the same text in the same place is the same entry', () => {
		expect(ofBare(...whole)).toEqual([]);
	});

	test('the same text elsewhere was moved', () => {
		expect(ofBare(whole[0]!.replace('Sport', 'Cultuur'), ...whole.slice(1))).toEqual([
			'changed | cultuur | risk | Het veld ligt er leeg bij. | was: Het veld ligt er leeg bij.',
		]);
	});

	test('most of the same words in the same cell: it was rewritten', () => {
		const row = whole[1]!.replace('wachtlijsten', 'lange wachtlijsten');
		expect(ofBare(whole[0]!, row, ...whole.slice(2))).toEqual([
			'changed | sport | protective | De voetbalclub heeft lange wachtlijsten voor meisjes. | was: De voetbalclub heeft wachtlijsten voor meisjes.',
		]);
	});

	test('in a form that went out empty nothing is taken for a rewriting or a removal', () => {
		const empty = head.replace(filled, formCode(trajectory.id, false, sentAt));
		const row = bare(whole[1]!.replace('wachtlijsten', 'lange wachtlijsten'));
		expect(summary(compared(csv(empty, row), form))).toEqual([
			'new | sport | protective | De voetbalclub heeft lange wachtlijsten voor meisjes.',
		]);
	});

	test('codes of another trajectory say nothing here', () => {
		const other = head.replace(filled, formCode(idOf(99), true, sentAt));
		const matched = compared(csv(other, whole[0]!.replace('leeg', 'kaal')), form);
		expect(matched.isForeign).toBe(true);
		expect(summary(matched)).toEqual([
			'new | sport | risk | Het veld ligt er kaal bij.',
			'source | sport | bron | Gesprek op het plein',
		]);
	});

	test('the same line twice is proposed once, and not at all when it was taken in before', () => {
		const row = 'III;Sport;De gymzaal is dicht.;;;;;';
		expect(of(...whole, row, row)).toEqual(['new | sport | risk | De gymzaal is dicht.']);
		const taken = new Set([takenKey('sport', 'risk', 'De gymzaal is  dicht.')]);
		expect(summary(compared(csv(head, ...whole, row), form, { taken }))).toEqual([]);
	});
});

describe('what people do to a file', () => {
	test.each([
		['semicolons and a mark', `\ufeff${head}\n${whole.join('\n')}`],
		['tabs', [head, ...whole].join('\n').replaceAll(';', '\t')],
		['CRLF and quotes', [head, ...whole].map((line) => line.split(';').map((one) => `"${one}"`).join(';')).join('\r\n')], // prettier-ignore
		[
			'a line that says the delimiter',
			`sep=|\n${[head, ...whole].join('\n').replaceAll(';', '|')}`,
		],
	])('%s', (_what, text) => {
		expect(summary(compared(new TextEncoder().encode(text), form))).toEqual([]);
	});

	test('Windows-1252, as Excel saves CSV in', () => {
		const rows = [
			head.replaceAll('’', '\u0092'),
			...whole,
			'I;Contacten in de privésfeer;Café is dicht;;;;;',
		];
		const bytes = Uint8Array.from(rows.join('\n'), (one) => one.charCodeAt(0));
		expect(summary(compared(bytes, form))).toEqual([
			'new | contacten-in-de-privesfeer | risk | Café is dicht',
		]);
	});

	test('columns in another order, in English, some without the hyphens of the source', () => {
		const rows = [
			`CODE;PROTECTIVE  FACTORS;RISICO- FACTOREN;Theme`,
			`${veld};;Het veld ligt er kaal bij.;Sport`,
			`;Er is een jonge trainer;;sport `,
		];
		expect(summary(compared(csv(...rows), form))).toEqual([
			'changed | sport | risk | Het veld ligt er kaal bij. | was: Het veld ligt er leeg bij.',
			'new | sport | protective | Er is een jonge trainer',
		]);
	});

	test('a column with another name is read by its place, and said so', () => {
		const renamed = head.replace('Risicofactoren', 'Wat gaat er mis');
		const bytes = csv(renamed, ...whole);
		expect(summary(compared(bytes, form))).toEqual([]);
		expect(readForm(contentOf(bytes), form.framework).notes).toEqual([
			{ note: 'column_by_place', heading: 'Wat gaat er mis', columnId: 'risk', at: '' },
		]);
	});

	test('an added column, a theme that does not exist and texts beside the form are kept', () => {
		const rows = [
			`Ingevuld door de flat;;;;;;;`,
			`${head};Opmerking`,
			`${whole[0]};Klopt helemaal`,
			...whole.slice(1),
			`III;Duiven;Er zijn er veel.;;;;;`,
		];
		expect(summary(compared(csv(...rows), form))).toEqual([
			'unplaced | Duiven | risk | Er zijn er veel.',
			'unplaced | ? | outside | Ingevuld door de flat',
			'unplaced | sport | column | Klopt helemaal',
		]);
	});

	test('a theme that is written once for the rows beneath it, and bullets in one cell', () => {
		const row = `III;Cultuur;"• Geen muziekles\n• Het orkest stopt\n  na dertig jaar";;;;;`;
		expect(of(...whole, row, `;;;Er is een koor;;;;`)).toEqual([
			'new | cultuur | risk | Geen muziekles',
			'new | cultuur | risk | Het orkest stopt\nna dertig jaar',
			'new | cultuur | protective | Er is een koor',
		]);
	});

	test('provision says how it stands in front, in either language; without it, it is there already', () => {
		const row = `III;Cultuur;;;;"Ontbreekt: een podium\nIs needed: a stage\nDe bibliotheek";;`;
		expect(of(...whole, row)).toEqual([
			'new | cultuur | provision.missing | een podium',
			'new | cultuur | provision.needed | a stage',
			'new | cultuur | provision.offered | De bibliotheek',
		]);
	});

	test('sources that are named go with the only finding of their row', () => {
		const row = `III;Cultuur;Geen muziekles;;"Verslag van de school\nGesprek op het plein";;;`;
		const changed = whole[1]!.replace(';;;;', ';Ledenlijst van de club;;;');
		expect(of(whole[0]!, changed, ...whole.slice(2), row)).toEqual([
			'new | cultuur | risk | Geen muziekles',
			'source | sport | bron | Ledenlijst van de club | was: De voetbalclub heeft wachtlijsten voor meisjes.',
			'source | cultuur | bron | Verslag van de school',
			'source | cultuur | bron | Gesprek op het plein',
		]);
	});

	test('a signal says what kind it is, or ends in a question mark; else somebody has to say', () => {
		const signals = formWith({ framework: framework('2010') });
		const rows = ['Thema;Signalen;Bronnen', `${framework('2010').domains[0]!.themes[0]!.name.nl};"Kans: er is een tuin\nWie ruimt er op?\nEr ligt vuil";`]; // prettier-ignore
		const theme = framework('2010').domains[0]!.themes[0]!.id;
		expect(summary(compared(csv(...rows), signals))).toEqual([
			`new | ${theme} | signal.chance | er is een tuin`,
			`new | ${theme} | signal.question | Wie ruimt er op?`,
			`unplaced | ${theme} | kind | Er ligt vuil`,
		]);
	});

	test('numbers and dates that a spreadsheet made of what was typed are texts again', () => {
		const columns = Array.from({ length: 3 }, () => ({ width: 10 }));
		const rows = [['Thema', 'Risicofactoren', 'Bronnen'], ['Sport', 2024, ''], ['Cultuur', new Date('2026-04-01'), '']]; // prettier-ignore
		const bytes = writeXlsx([{ name: 'x', columns, rows }], { title: 'x', language: 'nl-NL' });
		expect(summary(compared(bytes, form))).toEqual([
			'new | sport | risk | 2024',
			'new | cultuur | risk | 2026-04-01',
		]);
	});
});
