import { expect, it } from 'vitest';
import { commentTexts } from '#locales/report-comments.ts';
import { reportVersionTexts } from '#locales/report-versions.ts';
import { person } from './support/person.ts';
import { prepareTrajectory } from './support/prepared.ts';
import { allWays, desk, phone } from './support/way.ts';

const finding = 'Het veld ligt er leeg bij.';
const proposed = 'Op het veld is na school zelden iemand.';

it.each(allWays(desk))(
	'a report is talked about, changed by a suggestion, kept as it was, and compared, %s',
	async (_name, way) => {
		const { home, trajectoryId, api } = await prepareTrajectory();
		const input = { kind: 'risk', text: finding, themes: ['sport'] };
		await api.send('POST', `/trajecten/${trajectoryId}/bevindingen`, input);

		const manager = await person('process_manager', way);
		const versions = manager.words(reportVersionTexts);
		await manager.goes(`${home}/verslag/versies`);
		await manager.sees(versions.title);
		await manager.in(versions.freeze).fills(versions.name, 'Eerste ronde');
		await manager.in(versions.freeze).presses(versions.freeze);
		await manager.reads(versions.frozen);
		await manager.sees(versions.title);

		const partner = await person('professional', { ...way, width: phone });
		const t = partner.words(commentTexts);
		const section = `${home}/verslag/schrijven/thema-sport`;
		await partner.goes(section);
		await partner.sees('Sport');
		await partner.opens(t.add);
		const sentence = partner.in(t.add).field(t.about).locator('option').nth(1);
		await partner.in(t.add).selects(t.about, (await sentence.innerText()).trim());
		await partner.in(t.add).fills(t.text, 'Zo zeggen bewoners het.');
		await partner.in(t.add).fills(t.proposed, proposed);
		await partner.in(t.add).presses(t.save);
		await partner.reads(t.placed);
		await partner.sees('Sport');

		await manager.goes(`${home}/verslag/schrijven`);
		await manager.reads(t.openCount(1));
		await manager.goes(section);
		await manager.reads('Zo zeggen bewoners het.');
		await manager.sees('Sport');
		await manager.presses(t.accept);
		await manager.reads(t.done);
		await manager.opens(t.settled);
		await manager.reads(t.states.accepted);

		await manager.goes(`${home}/verslag`);
		await manager.reads(proposed);
		await manager.goes(`${home}/verslag/versies`);
		await manager.follows('Eerste ronde');
		await manager.sees(/Plein/);
		await manager.reads(finding.slice(0, -1));
		expect(await manager.page.getByText(proposed).count()).toBe(0);
		await manager.goes(`${home}/verslag/versies`);
		await manager.follows(versions.compareWith);
		await manager.sees(versions.compareTitle);
		await manager.page.locator('ins').first().waitFor();
	},
);

it.each(allWays(phone))('the two summaries read well on a phone, %s', async (_name, way) => {
	const { home, trajectoryId, api } = await prepareTrajectory();
	const input = { kind: 'risk', text: finding, themes: ['sport'] };
	await api.send('POST', `/trajecten/${trajectoryId}/bevindingen`, input);
	const manager = await person('process_manager', way);
	for (const summary of ['raad', 'bewoners']) {
		await manager.goes(`${home}/verslag/${summary}`);
		await manager.sees(/./);
		await manager.reads(/Plein/);
	}
});
