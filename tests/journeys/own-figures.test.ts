import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { ownCheckTexts } from '#locales/own-figures-check.ts';
import { ownFigureTexts } from '#locales/own-figures.ts';
import { person, type Person } from './support/person.ts';
import { allWays, desk, phone } from './support/way.ts';

const file = (measure: string, year: number, rows: [string, string, string][]) =>
	[`Ledentelling ${measure}`, '', `Code;Jaar;${measure};Tevreden ${measure} (%);n`, ...rows.map(([code, count, share]) => [code, year, count, share, 240].join(';'))].join('\n'); // prettier-ignore

it.each([...allWays(desk), ...allWays(phone).slice(0, 1)])(
	'an analyst brings a file of the municipality: wrong, mended, imported, the next year, undone, %s',
	async (_name, way) => {
		const someone = await person('analyst', way);
		const t = someone.words(ownFigureTexts);
		const c = someone.words(ownCheckTexts);
		const measure = `Leden ${randomBytes(3).toString('hex')}`;
		const title = `Verenigingen ${measure}`;

		// A wrong file: a letter in a number, an area that nobody knows.
		await someone.goes('/arnhem/cijfers/eigen');
		await someone.presses(t.bring);
		await someone.reads(t.noFile);
		await brings(someone, file(measure, 2023, [['GM0202', '6120', '67,5'], ['WK020210', '6o', '71'], ['WK029999', '20', '55']])); // prettier-ignore
		await someone.sees(t.columnsTitle);
		await someone.presses(t.next);
		await someone.sees(t.meaningTitle);
		await someone.presses(t.next);
		await someone.fills(t.publicationTitle, title);
		await someone.fills(t.gathered, 'Opgave van de verenigingen.');
		await someone.presses(t.next);
		await someone.sees(c.checkTitle);
		await someone.reads(c.problems.not_a_number);
		await someone.reads(c.problems.unknown_area);
		expect(await errorFile(someone)).toContain('WK029999');

		// The mended file is read as the wrong one was described.
		await someone.goes('/arnhem/cijfers/eigen');
		await brings(someone, file(measure, 2023, [['GM0202', '6120', '67,5'], ['WK020210', '4', '71']])); // prettier-ignore
		await someone.reads(t.asBefore('leden.csv'));
		await someone.presses(t.next);
		await someone.page.waitForURL(/betekenis/);
		await someone.presses(t.next);
		await someone.reads(c.allRight);
		await someone.follows(t.steps.import);
		await someone.sees(c.previewTitle);
		await someone.reads(c.tooSmall);
		await someone.presses(c.carryOut);
		await someone.sees(title);
		await someone.reads(c.doneNotice);
		const imported = someone.page.url();

		// Next year: what was chosen stands there again, and the figures stand beside those of last year.
		await someone.goes('/arnhem/cijfers/eigen');
		const next = file(measure, 2024, [
			['GM0202', '6180', '68'],
			['WK020210', '44', '70'],
		]);
		await brings(someone, next);
		await someone.reads(/leden\.csv/);
		await someone.presses(t.next);
		await someone.presses(t.next);
		await someone.follows(t.steps.import);
		await someone.presses(c.carryOut);
		await someone.sees(title);
		await someone.reads(c.versions);

		// The same file again changes nothing.
		await someone.goes('/arnhem/cijfers/eigen');
		await brings(someone, next);
		await someone.reads(t.known);

		// Undone, and put back.
		await someone.opens(c.withdraw);
		await someone.fills(c.withdrawReason, 'Verkeerd jaar');
		await someone.presses(c.withdrawYes);
		await someone.reads(c.withdrawnNotice);
		await someone.presses(c.restore);
		await someone.reads(c.restoredNotice);
		await someone.page.goto(imported);
		await someone.sees(title);
	},
);

/** Chooses a file as one does, and goes on to its page. */
async function brings(someone: Person, content: string): Promise<void> {
	const t = someone.words(ownFigureTexts);
	await someone.page.locator('input[type=file]').setInputFiles({
		name: 'leden.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(content),
	});
	await someone.presses(t.bring);
	await someone.page.waitForURL(/eigen\/[0-9a-f-]{36}/);
}

/** The list of all problems, as it is downloaded. */
async function errorFile(someone: Person): Promise<string> {
	const download = someone.page.waitForEvent('download');
	await someone.follows(someone.words(ownCheckTexts).download);
	const chunks: Buffer[] = [];
	for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}
