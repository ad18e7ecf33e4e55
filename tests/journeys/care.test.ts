import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import retentionFile from '#content/retention.json' with { type: 'json' };
import helpFile from '#content/help-in-danger.json' with { type: 'json' };
import { contributionTexts, retentionTexts, secondReadingTexts } from '#locales/care.ts';
import { evidenceTexts } from '#locales/evidence.ts';
import { findingTexts } from '#locales/analysis-finding.ts';
import { lifeworldTexts } from '#locales/lifeworld.ts';
import { onePersonTexts } from '#locales/one-person.ts';
import { isReceived } from './support/in-field.ts';
import { person, type Person } from './support/person.ts';
import { prepareTrajectory, type Prepared } from './support/prepared.ts';
import { allWays, desk, phone } from './support/way.ts';

const themes = ['ontmoeting'];

/** Fills in what was seen at a place, and presses the button. */
async function notes(someone: Person, home: string, seen: string): Promise<void> {
	const t = someone.words(lifeworldTexts);
	await someone.goes(`${home}/veld/waarneming`);
	await someone.page.getByRole('heading', { level: 1, name: t.addObservation }).waitFor();
	await someone.fills(t.where, 'Bij de vijver');
	await someone.fills(t.seen, seen);
	await someone.presses(t.save);
}

/** Whether somebody finds a text on the page of everything from the lived world. */
async function findsIt(someone: Person, { home }: Prepared, text: string): Promise<boolean> {
	await someone.goes(`${home}/leefwereld`);
	await someone.page
		.getByRole('heading', { level: 1, name: someone.words(lifeworldTexts).title })
		.waitFor();
	return (await someone.page.locator('main').innerText()).includes(text);
}

it.each(allWays(phone))(
	'what is about a vulnerable group waits for a second reader and appears after; taken back and erased, it is nowhere, %s',
	async (_name, way) => {
		const prepared = await prepareTrajectory();
		const { home, api, trajectoryId } = prepared;
		const seen = 'Bij de vijver slapen dakloze mensen in tenten.';
		const professional = await person('professional', way);
		await notes(professional, home, seen);
		await isReceived(professional);
		const analyst = await person('analyst', { ...way, width: desk });
		expect(await findsIt(professional, prepared, seen)).toBe(true);
		expect(await findsIt(analyst, prepared, seen)).toBe(false);

		const manager = await person('process_manager', way);
		const t = manager.words(secondReadingTexts);
		await manager.goes(`${home}/leefwereld`);
		await manager.follows(t.waits(1));
		await manager.sees(t.title);
		await manager.reads(seen);
		await manager.presses(t.release);
		await manager.reads(t.released);
		await manager.reads(t.emptyTitle);
		expect(await findsIt(analyst, prepared, seen)).toBe(true);

		const { items } = await api.send<{ items: { id: string }[] }>('GET', `/trajecten/${trajectoryId}/bronnen`); // prettier-ignore
		const finding = await api.send('POST', `/trajecten/${trajectoryId}/bevindingen`, {
			kind: 'risk',
			text: 'Er is te weinig nachtopvang.',
			themes,
			evidenceIds: items.map(({ id }) => id),
		});
		const mine = professional.words(contributionTexts);
		const handedIn = await ownItem(professional, seen);
		await professional.sees(mine.title);
		expect(await handedIn.innerText()).toContain(mine.uses(1));
		await handedIn.getByText(mine.manage).click();
		await professional.in(`${mine.takeBack}: ${seen}`).presses(mine.takeBack);
		await professional.reads(mine.wasTakenBack);
		await restsOnNothing(manager, `${home}/analyse/bevinding/${finding.id}`);

		await (await ownItem(professional, seen)).getByText(mine.manage).click();
		const erasing = professional.in(`${mine.erase}: ${seen}`);
		await erasing.field(mine.sure).check();
		await erasing.presses(mine.eraseDo);
		await professional.reads(mine.wasErased);
		await professional.goes(`${home}/bron/${items[0]?.id}`);
		await professional.reads(professional.words(evidenceTexts).erased);
		await professional.reads(t.erasedText);
		expect(await professional.page.content()).not.toContain(seen);
		expect(await findsIt(analyst, prepared, seen)).toBe(false);
		await restsOnNothing(manager, `${home}/analyse/bevinding/${finding.id}`);
		expect(await manager.page.content()).not.toContain(seen);

		// That it was erased is in the administrator's log, without a word of it.
		const administrator = await person('administrator', { ...way, width: desk });
		const r = administrator.words(retentionTexts);
		await administrator.goes('/arnhem/bewaren');
		await administrator.sees(r.title);
		await administrator.reads(r.causes.request);
		expect(await administrator.page.content()).not.toContain('dakloze mensen');
	},
);

/** What somebody handed in, on the page of all that they did: other journeys hand in as the same person meanwhile. */
async function ownItem(someone: Person, text: string): Promise<Locator> {
	for (let page = 1; page <= 50; page += 1) {
		await someone.goes(`/arnhem/mijn-inbreng?pagina=${page}`);
		const item = someone.page.getByRole('listitem').filter({ hasText: text }).first();
		if ((await item.count()) > 0) return item;
	}
	throw new Error(`Not among what they handed in: ${text}`);
}

/** Sees a finding that rests on a source which was withdrawn, and says so. */
async function restsOnNothing(someone: Person, finding: string): Promise<void> {
	await someone.goes(finding);
	await someone.reads('Er is te weinig nachtopvang.');
	await someone.page
		.locator('#bronnen')
		.getByText(someone.words(findingTexts).withdrawnSource, { exact: true })
		.waitFor();
}

it.each(allWays(phone))(
	'the second reader may ask to keep it inside, and its author reads why, %s',
	async (_name, way) => {
		const prepared = await prepareTrajectory();
		const seen = 'Mensen met een verslaving zitten vaak op het bankje.';
		const why = 'Het bankje is te herkennen: noem het park.';
		const professional = await person('professional', way);
		await notes(professional, prepared.home, seen);
		await isReceived(professional);
		const manager = await person('process_manager', way);
		const t = manager.words(secondReadingTexts);
		await manager.goes(`${prepared.home}/tweede-lezer`);
		await manager.opens(t.keep);
		await manager.fills(t.keepRemark, why);
		await manager.presses(t.keepConfirm);
		await manager.reads(t.kept);
		const analyst = await person('analyst', { ...way, width: desk });
		expect(await findsIt(analyst, prepared, seen)).toBe(false);
		const told = await (await ownItem(professional, seen)).innerText();
		expect(told).toContain(professional.words(contributionTexts).keptInside);
		expect(told).toContain(why);
	},
);

it.each(allWays(phone))(
	'a note about one person is refused with what to do instead and where to turn, and is nowhere, %s',
	async (_name, way) => {
		const { home, api, trajectoryId } = await prepareTrajectory();
		const seen = 'De vrouw van nummer 12 drinkt te veel.';
		const professional = await person('professional', way);
		await notes(professional, home, seen);
		const t = professional.words(onePersonTexts);
		await professional.page.getByRole('alert').first().waitFor();
		await professional.reads(t.steps.rewrite);
		await professional.reads(t.steps.danger);
		for (const { phone: number } of helpFile.lines) await professional.reads(number);
		expect(await professional.field(professional.words(lifeworldTexts).seen).inputValue()).toBe(seen); // prettier-ignore
		const { total } = await api.send<{ total: number }>(
			'GET',
			`/trajecten/${trajectoryId}/bronnen`,
		);
		expect(total).toBe(0);
		// Said about the place it is welcome.
		await professional.fills(professional.words(lifeworldTexts).seen, 'Er wordt ’s avonds gedronken.'); // prettier-ignore
		await professional.presses(professional.words(lifeworldTexts).save);
		await isReceived(professional);
	},
);

it.each(allWays(desk))(
	'an administrator changes a period with a reason, clears by hand and reads what was removed, %s',
	async (_name, way) => {
		const administrator = await person('administrator', way);
		const t = administrator.words(retentionTexts);
		const kind = retentionFile.kinds.find(({ id }) => id === 'photo');
		const name = kind?.name[way.language] ?? '';
		const row = administrator.page.getByRole('row').filter({ hasText: name }).first();
		// And back to what it was, which is no choice of the municipality any more.
		for (const [months, reason, shown] of [
			['240', 'Besluit van het college', 'Besluit van het college'],
			[String(kind?.months), 'Terug', ''],
		] as const) {
			await administrator.goes('/arnhem/bewaren');
			await administrator.sees(t.title);
			await administrator.page.locator('select[name=kind]').selectOption('photo');
			await administrator.fills(t.howMany, months);
			await administrator.fills(t.reason, reason);
			await administrator.presses(t.save);
			await administrator.reads(t.saved);
			expect(await row.innerText()).toContain(t.months(Number(months)));
			expect(await row.innerText()).toContain(shown);
		}
		await administrator.opens(t.now);
		await administrator.presses(t.nowConfirm);
		await administrator.reads(t.done);
	},
);
