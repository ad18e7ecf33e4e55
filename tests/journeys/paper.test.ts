import { expect, it } from 'vitest';
import { analysisTexts } from '#locales/analysis.ts';
import { importFormTexts } from '#locales/form-import.ts';
import { exchangeTexts } from '#locales/form-exchange.ts';
import { cellText } from '#server/spreadsheets/sheet.ts';
import { readXlsx } from '#server/spreadsheets/xlsx-read.ts';
import { writeXlsx } from '#server/spreadsheets/xlsx-write.ts';
import { person, type Person } from './support/person.ts';
import { prepareTrajectory } from './support/prepared.ts';
import { allWays, desk, phone } from './support/way.ts';

const first = 'De gymzaal is leeg.';
const changed = 'De gymzaal is elke avond leeg.';
const added = 'Er is geen trainer voor de meisjes.';

/** What a partner does with the file: rewords the finding, adds one about sport, and writes beside the form. */
function filledIn(bytes: Uint8Array): Uint8Array {
	const sheets = readXlsx(bytes).map(({ name, rows }) => {
		const grid = rows.map(({ cells }) => cells.map(cellText));
		const sport = grid.find(([theme]) => theme === 'Sport');
		const edited = grid.map((row) => row.map((text) => (text === first ? changed : text)));
		const extra = sport ? [['Sport', added], ['Duiven', 'Er zijn er veel.']] : []; // prettier-ignore
		return { name, columns: [], rows: [...edited, ...extra] };
	});
	return writeXlsx(sheets, { title: 'Terug', language: 'nl-NL' });
}

it.each([...allWays(desk), ...allWays(phone).slice(0, 1)])(
	'a form goes to a partner who never signs in and comes back, %s',
	async (_name, way) => {
		const { home, api, trajectoryId } = await prepareTrajectory();
		await api.send('POST', `/trajecten/${trajectoryId}/bevindingen`, { kind: 'risk', text: first, themes: ['sport'] }); // prettier-ignore
		const someone = await person('professional', way);
		const t = someone.words(importFormTexts);

		await someone.goes(`${home}/analyse/blad`);
		await someone.sees(someone.words(analysisTexts).sheetTitle);
		const back = filledIn(await downloads(someone));
		await someone.follows(someone.words(exchangeTexts).goUpload);
		await someone.sees(t.title);

		await someone.presses(t.read);
		await someone.reads(t.noFile);
		await uploads(someone, back);
		await someone.sees(t.reviewTitle);
		await someone.reads(added);
		await someone.reads(t.problems.theme('Duiven'));
		await someone.presses(t.approve);
		await someone.reads(t.done(2));
		await someone.sees(t.reviewTitle);

		await someone.goes(`${home}/analyse/lijst`);
		await someone.reads(changed);
		await someone.reads(added);
		await someone.page.goBack();

		// The same file again proposes nothing more: it leads to what is left to decide.
		await someone.goes(`${home}/analyse/blad/terug`);
		await uploads(someone, back);
		await someone.reads(t.known);
		await someone.opens(t.placing);
		await someone.page.getByLabel(someone.words(analysisTexts).mainTheme).filter({ visible: true }).selectOption('leefomgeving-wonen'); // prettier-ignore
		await someone.page.getByLabel(t.placeAs).filter({ visible: true }).selectOption('risk');
		await someone.presses(t.placeIt);
		await someone.presses(t.approve);
		await someone.reads(t.done(1));

		await someone.opens(t.undo);
		await someone.presses(t.undoConfirm);
		await someone.reads(t.undone(3, 0));
		await someone.goes(`${home}/analyse/lijst`);
		await someone.reads(first);
		expect(await someone.page.getByText(added).count()).toBe(0);
	},
);

/** The filled form in Dutch, as the button gives it. */
async function downloads(someone: Person): Promise<Uint8Array> {
	const t = someone.words(exchangeTexts);
	await someone.selects(t.language, t.languages.nl);
	const download = someone.page.waitForEvent('download');
	await someone.presses(t.asXlsx);
	const chunks: Buffer[] = [];
	for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
	return new Uint8Array(Buffer.concat(chunks));
}

async function uploads(someone: Person, bytes: Uint8Array): Promise<void> {
	const t = someone.words(importFormTexts);
	await someone.selects(t.organisation, 'Welzijnsorganisatie');
	await someone.page.locator('input[type=file]').setInputFiles({
		name: 'invulschema.xlsx',
		mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		buffer: Buffer.from(bytes),
	});
	await someone.presses(t.read);
	await someone.page.waitForURL(/terug\/[0-9a-f-]{36}/);
}
