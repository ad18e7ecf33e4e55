import { expect, it } from 'vitest';
import { recognitionManageTexts } from '#locales/recognition-manage.ts';
import { moderationTexts } from '#locales/recognition-moderation.ts';
import { recognitionTexts } from '#locales/recognition.ts';
import { visitorCheckTexts } from '#locales/visitor-check.ts';
import { themes } from '#tests/support/filled-world.ts';
import { person, type Person } from './support/person.ts';
import { prepareTrajectory, type Prepared } from './support/prepared.ts';
import { allWays, desk, phone } from './support/way.ts';

const remark = 'Op zondag is het er juist stil.';

/** A round on the site with two sentences. */
async function ask({ api, trajectoryId }: Prepared): Promise<void> {
	const round = await api.send('POST', `/trajecten/${trajectoryId}/herkenningsrondes`, {
		opensOn: '2020-01-01',
	});
	for (const text of ['Het plein is gezellig.', 'De bus rijdt te weinig.'])
		await api.send('POST', `/herkenningsrondes/${round.id}/zinnen`, {
			theme: themes[0],
			text,
			textEn: text === 'Het plein is gezellig.' ? 'The square is lively.' : '',
		});
	await api.send('POST', `/herkenningsrondes/${round.id}/publicatie`, { version: 1 });
}

/** Answers the plain question where there are no scripts, as slowly as a person does. */
async function answersTheQuestion(resident: Person): Promise<void> {
	const answers: Record<string, string> = {
		'after-monday': 'dinsdag',
		'before-sunday': 'zaterdag',
		'three-and-four': '7',
		'ten-minus-two': '8',
		'two-and-three': '5',
		'after-six': '7',
		'days-of-week': '7',
		'legs-of-dog': '4',
		'first-month': 'januari',
		'last-month': 'december',
	};
	const field = resident.page.locator('input[name="check.answer"]');
	const asked = (await resident.page.locator('label[for$="check-answer"]').innerText()).trim();
	const { questions } = resident.words(visitorCheckTexts);
	const found = Object.entries(questions).find(([, question]) => asked.includes(question));
	await field.fill(answers[found?.[0] ?? ''] ?? '');
	await resident.page.waitForTimeout(16_000);
}

it.each(allWays(phone))(
	'a resident says what they think, hears what was done with it and takes it back, %s',
	async (_name, way) => {
		const prepared = await prepareTrajectory();
		await ask(prepared);
		const resident = await person(null, way);
		const t = resident.words(recognitionTexts);
		const m = resident.words(moderationTexts);
		await resident.goes(`${prepared.home}/herkenbaar`);
		await resident.sees(t.title);
		const choice = (kind: string, at: number) =>
			resident.page.getByRole('radio', { name: kind }).nth(at);
		await choice(t.kinds.differs, 0).check();
		await resident.page.locator('textarea').first().fill(remark);
		await choice(t.kinds.recognise, 1).check();
		if (!way.scripts) await answersTheQuestion(resident);
		await resident.presses(t.send);
		await resident.sees(m.ownTitle);
		await resident.reads(m.receivedTitle);
		await resident.reads(remark);
		const link = resident.place.replace(/\?.*/, '');

		const moderator = await person('process_manager', { ...way, width: desk });
		await moderator.goes(`${prepared.home}/herkenbaar/reacties`);
		await moderator.sees(m.queueTitle);
		await moderator.reads(remark);
		await moderator.presses(m.accept);
		await moderator.reads(m.noticeAccepted);
		await moderator.goes(`${prepared.home}/herkenbaar/beheer`);
		const manage = moderator.words(recognitionManageTexts);
		await moderator.sees(manage.title);
		await moderator.page.getByText(manage.answerTitle, { exact: true }).first().click();
		const form = moderator.in(`${manage.answerTitle}: Het plein is gezellig.`);
		await form.fills(manage.answer, 'We komen op zondag kijken.');
		await form.presses(manage.saveAnswer);
		await moderator.reads(manage.answered);

		await resident.goes(link);
		await resident.reads('We komen op zondag kijken.');
		await resident.page.getByText(m.takeBack, { exact: true }).first().click();
		await resident.presses(m.takeBackConfirm);
		await resident.reads(m.takenBack);
		expect(await resident.page.getByText(remark).count()).toBe(0);
		await resident.goes(`${prepared.home}/herkenbaar/regels`);
		await resident.sees(m.rulesTitle);
	},
	120_000,
);
