import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compared, idOf, sent, summary, trajectory } from './exchange.test-data.ts';
import { entryCode, findEntryCode, findFormCode, formCode, splitAtCodes } from './exchange-code.ts';
import { finding, formWith, framework, need, source } from './form.test-data.ts';
import type { AnalysisForm } from './form.ts';
import { themesOf } from './place.ts';

const formats = ['xlsx', 'csv', 'docx'] as const;

/** Texts as people type them, and as people who want to break something do. No codes of ours. */
const typed = fc
	.tuple(
		fc.constantFrom('', '=1+1', '+31', '- ', '@', "'=", '•', 'Ontbreekt: ', '"', '1. '),
		fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
		fc.constantFrom(
			'',
			'\nen nog een regel',
			' ',
			'\u202eregel',
			'e\u0301',
			'👩‍👩‍👧',
			'; , \t |',
			'_x000D_',
		),
	)
	.map((parts) =>
		parts.join('').replaceAll('\r', ' ').replaceAll('\0', '').replaceAll('[', '(').trim(),
	)
	.filter((text) => text !== '');

const themes = themesOf(framework('2013')).map(({ id }) => id);
const anyForm: fc.Arbitrary<AnalysisForm> = fc
	.record({
		findings: fc.array(fc.tuple(typed, fc.constantFrom(...themes), fc.constantFrom('risk', 'protective'), fc.nat(2)), { maxLength: 12 }), // prettier-ignore
		provisions: fc.array(fc.tuple(typed, fc.constantFrom(...themes), fc.constantFrom('offered', 'missing', 'needed')), { maxLength: 4 }), // prettier-ignore
		needs: fc.array(fc.tuple(typed, fc.constantFrom(...themes)), { maxLength: 4 }),
	})
	.map(({ findings, provisions, needs }) =>
		formWith({
			sources: [
				source({ id: 'a', title: 'Gesprek op het plein' }),
				source({ id: 'b', title: '=HYPERLINK' }),
			],
			findings: findings.map(
				([text, theme, kind, sources], index) =>
				finding({ id: idOf(index + 1), text, themes: [theme, 'cultuur'], kind, sources: ['a', 'b'].slice(0, sources) }), // prettier-ignore
			),
			provisions: provisions.map(([text, theme, standing], index) => ({
				...{ id: idOf(index + 100), text, theme, standing, form: null, version: 1, roundId: null },
				...{ organisationId: 'w', organisationName: 'W', createdAt: new Date('2026-03-01') },
			})),
			needs: needs.map(([question, theme], index) => need({ id: idOf(index + 200), question, theme })), // prettier-ignore
		}),
	);

describe.each(formats)('a form that goes out as %s and comes back as it was', (format) => {
	test('proposes nothing, in either language', async () => {
		await fc.assert(
			fc.asyncProperty(anyForm, fc.constantFrom('nl', 'en'), async (form, language) => {
				const matched = compared(await sent(form, format, { language }), form);
				expect(summary(matched)).toEqual([]);
				expect(matched.unchanged).toBe(form.findings.length + form.provisions.length + form.needs.length); // prettier-ignore
			}),
			{ numRuns: format === 'docx' ? 15 : 40 },
		);
	});

	test('proposes every text as new, each in its place, where the form is empty', async () => {
		await fc.assert(
			fc.asyncProperty(anyForm, async (form) => {
				// What people fill in is read line by line, and the same twice in one place is one.
				const plain = { ...form, findings: form.findings.map((one, index) => ({ ...one, text: `Tekst ${index} ${one.text.replace(/\s+/g, ' ')}`, sources: [] })), provisions: [], needs: [] }; // prettier-ignore
				const empty = { ...plain, findings: [], sources: [] };
				const { proposals } = compared(await sent(plain, format), empty);
				const got = proposals.map(({ kind, text, themeId, slot }) => [kind, text, themeId, slot]);
				const wanted = plain.findings.map((one) => [
					'new',
					one.text.trim(),
					one.themes[0],
					one.kind,
				]);
				expect(got.toSorted()).toEqual(wanted.toSorted());
			}),
			{ numRuns: format === 'docx' ? 10 : 25 },
		);
	});

	test('an empty form proposes nothing', async () => {
		const form = formWith({ findings: [finding({ id: idOf(1) })] });
		expect(summary(compared(await sent(form, format, { isFilled: false }), form))).toEqual([]);
	});
});

test('the code of an entry says which and which version, however it was typed over', () => {
	const code = entryCode('finding', idOf(7), 12);
	expect(code).toMatch(/^B-[2-9a-hjkmnopqrstuvwxyz]{6}\.12$/);
	expect(findEntryCode(` [${code.toUpperCase()}] `)).toEqual(findEntryCode(code));
	expect(findEntryCode('B-12')).toBeNull();
});

test('the code of a form says which trajectory, whether it was filled in, and when', () => {
	const at = new Date('2026-03-05T12:00:01Z');
	const code = findFormCode(`Code ${formCode(trajectory.id, true, at)}`);
	expect(code).toMatchObject({ isFilled: true, at });
	expect(findFormCode(formCode(trajectory.id, false, at))).toMatchObject({ isFilled: false });
});

test('lines that were put together in Word come apart at their codes', () => {
	const [a, b] = [entryCode('finding', idOf(1), 1), entryCode('finding', idOf(2), 1)];
	expect(splitAtCodes(`Eén [${a}]Twee [${b}] en meer`)).toEqual([
		{ text: 'Eén', code: findEntryCode(a) },
		{ text: 'Twee en meer', code: findEntryCode(b) },
	]);
});
