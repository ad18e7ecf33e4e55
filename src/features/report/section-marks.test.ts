import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordRef } from './section-content.schema.ts';
import { markedText, numberMarks, readMarkedText, type Marks } from './section-marks.ts';

const finding: RecordRef = { kind: 'finding', id: 'f-1', version: 3 };
const talk: RecordRef = { kind: 'evidence', id: 'e-1', version: 1 };
const walk: RecordRef = { kind: 'evidence', id: 'e-2', version: 2 };
const offer: RecordRef = { kind: 'provision', id: 'p-1', version: 1 };
const marks: Marks = { '{B1}': finding, '[1]': talk, '[2]': walk, '{A1}': offer };

const read = (text: string) =>
	readMarkedText(text, marks).content.paragraphs.map(({ sentences }) =>
		sentences.map(({ text: sentence, refs }) => [
			sentence,
			...refs.map(({ id, at }) => `${id}@${at}`),
		]),
	);

describe('reading an edited text', () => {
	test.each([
		[
			'Een zin. [1][2] Nog een. {B1}',
			[
				[
					['Een zin.', 'e-1@8', 'e-2@8'],
					['Nog een.', 'f-1@8'],
				],
			],
		],
		['Ouderen [1] blijven thuis [2].', [[['Ouderen blijven thuis.', 'e-1@7', 'e-2@21']]]],
		['[1] Vooraan. Dan dit.', [[['Vooraan.', 'e-1@0'], ['Dan dit.']]]],
		['Ouderen[1]blijven thuis', [[['Ouderen blijven thuis', 'e-1@7']]]],
		['Eerst.\n\nDan. [1]\nLaatst.', [[['Eerst.']], [['Dan.', 'e-1@4']], [['Laatst.']]]],
		['{B1}', [[['', 'f-1@0']]]],
		['Stil.\n[1] {B1}\n\nWeg.', [[['Stil.', 'e-1@5', 'f-1@5']], [['Weg.']]]],
		['', []],
	])('%j', (typed, expected) => {
		expect(read(typed)).toEqual(expected);
	});

	test.each([
		['Dhr. Jansen woont er. Hij blijft.', ['Dhr. Jansen woont er.', 'Hij blijft.']],
		['Zij zegt: “Het is stil. Te stil.” Dat is zo.', ['Zij zegt: “Het is stil. Te stil.”', 'Dat is zo.']],
		['Er zijn ca. 10 huizen, o.a. Aan de singel.', ['Er zijn ca. 10 huizen, o.a. Aan de singel.']],
		['Echt waar? Ja! En dan…', ['Echt waar?', 'Ja!', 'En dan…']],
	])('sentences: %s', (typed, expected) => {
		expect(read(typed)[0]?.map(([text]) => text)).toEqual(expected);
	}); // prettier-ignore

	test('a mark that stands for nothing is told, and the text stays', () => {
		const { content, unknown } = readMarkedText('Dit rust nergens op. [9] {B7}', marks);
		expect(unknown).toEqual(['[9]', '{B7}']);
		expect(content.paragraphs).toEqual([
			{ sentences: [{ text: 'Dit rust nergens op.', refs: [] }] },
		]);
	});
});

describe('writing a section as text', () => {
	test('what was read is written as it was typed', () => {
		const typed = 'Ouderen [1] blijven thuis. {B1}[2]\n\nEr is een eettafel. {A1}';
		expect(markedText(readMarkedText(typed, marks).content, marks)).toBe(typed);
	});

	test('whatever somebody types keeps its words and its sources', () => {
		const piece = fc.oneof(
			fc.constantFrom(
				'[1]',
				'[2]',
				'{B1}',
				'{A1}',
				'. ',
				'? ',
				' ',
				'\n',
				'“',
				'”',
				'Een',
				'buurt',
			),
			fc.string({ unit: 'grapheme', maxLength: 6 }),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
				const first = readMarkedText(pieces.join(''), marks);
				const text = markedText(first.content, marks);
				const second = readMarkedText(text, marks);
				expect(second.content).toEqual(first.content);
				const letters = (content: string) =>
					content.replace(/\[\d{1,4}\]|\{[A-Z]\d{1,4}\}|\s/g, '');
				expect(letters(text)).toBe(letters(pieces.join('')));
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('numbering', () => {
	test('sources count by themselves, other records by their letter', () => {
		expect(numberMarks([finding, talk, offer, walk])).toEqual({
			'{B1}': finding,
			'[1]': talk,
			'{A1}': offer,
			'[2]': walk,
		});
	});

	test('marks that somebody writes with stay what they are when something is added before them', () => {
		const known = numberMarks([talk]);
		expect(numberMarks([walk, talk], known)).toEqual({ '[1]': talk, '[2]': walk });
	});
});
