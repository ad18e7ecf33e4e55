import { expect, it } from 'vitest';
import { reportTexts } from '#locales/report.ts';
import { writingTexts } from '#locales/report-writing.ts';
import { person } from './support/person.ts';
import { prepareTrajectory } from './support/prepared.ts';
import { allWays, desk, type Way } from './support/way.ts';

const first = 'Het veld ligt er leeg bij';
const later = 'Het veld ligt er na de zomer leeg bij';
const rewritten = 'Wie langs het veld loopt, ziet er zelden iemand. {B1}';

it.each(allWays(desk))(
	'the process manager composes a section, rewrites it, sees what changed under it and how many pages it takes, %s',
	async (_name, way) => {
		const { home, trajectoryId, api } = await prepareTrajectory();
		const finding = { kind: 'risk', text: first, themes: ['sport'] };
		const { id } = await api.send('POST', `/trajecten/${trajectoryId}/bevindingen`, finding);

		const manager = await person('process_manager', way);
		const t = manager.words(writingTexts);
		await manager.goes(`${home}/verslag`);
		await manager.follows(t.overview);
		await manager.sees(t.title);
		await manager.reads(t.pages(way.language === 'nl' ? '0,2' : '0.2', 2));
		await manager.follows('Sport');
		await manager.sees('Sport');
		await manager.reads(first);
		await manager.presses(t.compose);
		await manager.reads(t.begun);
		await manager.sees('Sport');
		expect(await manager.field(t.text).inputValue()).toContain(`“${first}.” {B1}`);

		await manager.fills(t.text, `${rewritten} [8]`);
		await manager.presses(t.save);
		await manager.reads('[8]');
		await manager.reads(/Deze verwijzing kennen we hier niet|This reference is not known here/);
		expect(await manager.field(t.text).inputValue()).toBe(`${rewritten} [8]`);
		await manager.fills(t.text, rewritten);
		await manager.presses(t.save);
		await manager.reads(t.saved);

		await api.send('PATCH', `/bevindingen/${id}`, { ...finding, text: later, version: 1 });
		await manager.goes(`${home}/verslag/schrijven`);
		await manager.reads(t.toLookAt(1));
		await manager.follows('Sport');
		await manager.sees('Sport');
		await manager.reads(t.fresh);
		await manager.reads(first);
		await manager.reads('na de zomer');
		await manager.presses(t.stillRight);
		await manager.reads(t.confirmed);
		await manager.page.getByText(t.fresh).waitFor({ state: 'detached' });

		const long = Array.from({ length: 90 }, (_, index) => `Zin ${index + 1} over het veld: het ligt er leeg bij en dat vinden wij jammer, want er kan veel.`); // prettier-ignore
		await manager.fills(t.text, `${rewritten}\n\n${long.join('\n\n')}`);
		await manager.presses(t.save);
		await manager.reads(t.saved);
		await manager.goes(`${home}/verslag/schrijven/thema-sport`);
		await manager.reads(t.over);

		await manager.goes(`${home}/verslag`);
		await manager.reads('Wie langs het veld loopt, ziet er zelden iemand.');
		await manager.reads(manager.words(reportTexts).composed);
	},
);

const withScripts: Way = { language: 'nl', scripts: true, width: desk };

it('what is typed stays when the page goes, and a second writer sees both texts', async () => {
	const { home, trajectoryId, api } = await prepareTrajectory();
	await api.send('POST', `/trajecten/${trajectoryId}/bevindingen`, { kind: 'risk', text: first, themes: ['sport'] }); // prettier-ignore
	const address = `${home}/verslag/schrijven/thema-sport`;
	const manager = await person('process_manager', withScripts);
	const t = manager.words(writingTexts);
	await manager.goes(address);
	await manager.presses(t.compose);
	await manager.reads(t.begun);

	const professional = await person('professional', withScripts);
	await professional.goes(address);
	await professional.fills(t.text, 'De tekst van de ander. {B1}');
	// Each sees that the other is there, by organisation.
	await manager.reads(t.alsoHere('Welzijnsorganisatie'));
	await professional.reads(t.alsoHere('Gemeente Arnhem'));

	// Typed, not saved: after a reload it stands there again.
	await manager.field(t.text).fill('Mijn tekst, nog niet bewaard.');
	await manager.page.reload();
	await manager.reads(t.draftThere);
	expect(await manager.field(t.text).inputValue()).toBe('Mijn tekst, nog niet bewaard.');
	// The mark is put behind it by its button, and Ctrl+Enter saves.
	await manager.field(t.text).press('End');
	await manager.page.getByRole('button', { name: t.insert('{B1}') }).click();
	expect(await manager.field(t.text).inputValue()).toBe('Mijn tekst, nog niet bewaard. {B1}');
	await manager.field(t.text).press('Control+Enter');
	await manager.reads(t.saved);

	await professional.reads(t.savedElsewhere);
	expect(await professional.field(t.text).inputValue()).toBe('De tekst van de ander. {B1}');
	await professional.presses(t.save);
	await professional.reads('Mijn tekst, nog niet bewaard.');
	await professional.sees('Sport');
	await professional.fills(t.text, 'Wij beiden. {B1}');
	await professional.presses(t.save);
	await professional.reads(t.saved);
	await manager.page.waitForFunction(
		() => document.querySelector('textarea')?.value === 'Wij beiden. {B1}',
	);
});
