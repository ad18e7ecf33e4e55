import { expect, it } from 'vitest';
import { importTexts } from '#locales/figure-import.ts';
import { sourceTexts } from '#locales/figure-sources.ts';
import { person } from './support/person.ts';
import { desk, phone, type Way } from './support/way.ts';

const ways: [string, Way, string][] = [
	['in Dutch at a desk with JavaScript', { language: 'nl', scripts: true, width: desk }, '95201NED'], // prettier-ignore
	['in English on a phone without JavaScript', { language: 'en', scripts: false, width: phone }, '95202NED'], // prettier-ignore
];

// A program that runs already fetches from where it was told to.
it.skipIf(process.env.JOURNEYS_URL).each(ways)(
	'an analyst fetches a table by its number: an unknown one, one that is refused, gone on with, and fetched again, %s',
	{ timeout: 120_000 },
	async (_name, way, table) => {
		const analyst = await person('analyst', way);
		const t = analyst.words(importTexts);
		const s = analyst.words(sourceTexts);
		const fetches = async (number: string) => {
			await analyst.goes('/arnhem/cijfers/ophalen');
			await analyst.sees(s.fetchTitle);
			await analyst.fills(s.table, number);
			await analyst.presses(s.startByNumber);
		};

		// What is no number of a table comes back with a sentence, and what was typed.
		await fetches('https://example.org/');
		expect(await analyst.field(s.table).inputValue()).toBe('https://example.org/');

		await fetches('99999NED');
		await analyst.page.waitForURL(/importeren\/[0-9a-f-]{36}/);
		await analyst.page.getByText(s.failedTitle).first().waitFor({ timeout: 60_000 });
		await analyst.sees(s.fetchTitle);

		await fetches(table);
		await analyst.page.getByText(s.failedTitle).first().waitFor({ timeout: 60_000 });
		await analyst.reads(t.nothingChanged);
		await analyst.presses(s.resume);
		await analyst.page.getByText(t.doneTitle).first().waitFor({ timeout: 60_000 });
		await analyst.sees(s.fetchTitle);

		await analyst.follows(t.toPublications);
		await analyst.reads(new RegExp(table));

		await fetches(table);
		await analyst.page.getByText(t.unchangedTitle).first().waitFor({ timeout: 60_000 });
		await analyst.reads(s.unchangedText);
	},
);
