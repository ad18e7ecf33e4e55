import { expect, it } from 'vitest';
import { meetingTexts } from '#locales/core-meetings.ts';
import { fieldTexts } from '#locales/field.ts';
import { lifeworldTexts } from '#locales/lifeworld.ts';
import { offlineTexts } from '#locales/offline.ts';
import { onePersonTexts } from '#locales/one-person.ts';
import { passageTexts } from '#locales/passages.ts';
import { moderationTexts } from '#locales/recognition-moderation.ts';
import { recognitionTexts } from '#locales/recognition.ts';
import { signalFieldTexts } from '#locales/signal-fields.ts';
import { signalTexts } from '#locales/signals.ts';
import { themes } from '#tests/support/filled-world.ts';
import { isReceived } from './support/in-field.ts';
import { keptHere } from './support/kept-here.ts';
import { choosesByKey, heard, press, pressesByKey, typesByKey } from './support/keys.ts';
import { person, type Person } from './support/person.ts';
import { prepareTrajectory, type Prepared } from './support/prepared.ts';
import { desk, phone, type Way } from './support/way.ts';

const onPhone: Way = { language: 'nl', scripts: true, width: phone };
const ways: [string, Way][] = [
	['in Dutch on a phone with JavaScript', onPhone],
	['in English at a desk without JavaScript', { language: 'en', scripts: false, width: desk }],
];
const playground = {
	name: 'De speeltuin',
	kind: 'playground',
	longitude: 5.9302,
	latitude: 51.9901,
};
const bicycles = 'Fietsen staan voor de ingang.';

const button = ({ page }: Person, name: string | RegExp) =>
	page.getByRole('button', { name, exact: true }).filter({ visible: true }).first();
const radio = ({ page }: Person, name: string, value: string) =>
	page.locator(`input[name="${name}"][value="${value}"]`);

/** A round with a sentence that residents can answer. */
async function roundIn({ api, trajectoryId }: Prepared): Promise<void> {
	const opened = { opensOn: '2020-01-01' };
	const round = await api.send('POST', `/trajecten/${trajectoryId}/herkenningsrondes`, opened);
	await api.send('POST', `/herkenningsrondes/${round.id}/zinnen`, {
		theme: themes[0],
		text: 'Het plein is gezellig.',
		textEn: 'The square is lively.',
	});
	await api.send('POST', `/herkenningsrondes/${round.id}/publicatie`, { version: 1 });
}

it.each(ways)('an observation is noted with keys only, %s', async (_name, way) => {
	const prepared = await prepareTrajectory();
	const { home, api, trajectoryId } = prepared;
	const { id } = await api.send('POST', `/trajecten/${trajectoryId}/plekken`, playground);
	const someone = await person('professional', way);
	const t = someone.words(lifeworldTexts);
	await someone.goes(`${home}/veld`);
	await pressesByKey(someone, someone.page.getByRole('link', { name: t.observation }).first());
	await someone.page.getByRole('heading', { level: 1, name: t.addObservation }).waitFor();
	await choosesByKey(someone, radio(someone, 'placeId', id));
	await choosesByKey(someone, radio(someone, 'who[]', 'children'));
	await choosesByKey(someone, radio(someone, 'busy', 'busy'));
	await typesByKey(someone, someone.field(t.seen), 'Kinderen klimmen.');
	await pressesByKey(someone, button(someone, t.save));
	await isReceived(someone);
	const { items } = await api.send<{ items: { id: string }[] }>('GET', `/trajecten/${trajectoryId}/bronnen`); // prettier-ignore
	const source = await api.send<{ details: object }>('GET', `/bronnen/${items[0]?.id}`);
	expect(source.details).toMatchObject({ who: ['children'], busy: 'busy', seen: 'Kinderen klimmen.' }); // prettier-ignore
});

it('what waits on the phone is thrown away, taken back and sent with keys only', async () => {
	const { home } = await prepareTrajectory();
	const someone = await person('professional', onPhone);
	someone.expected = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/;
	const t = offlineTexts.nl;
	const words = lifeworldTexts.nl;
	const postbox = `${home}/veld/postbak`;
	await someone.goes(`${home}/veld/waarneming`);
	for (const page of [`${home}/veld/waarneming`, postbox]) await keptHere(someone.page, page);
	await someone.page.context().setOffline(true);
	await typesByKey(someone, someone.page.locator('[name=place]').first(), 'Het plein');
	await typesByKey(someone, someone.field(words.seen), 'Er wordt geschaakt.');
	await pressesByKey(someone, button(someone, words.save));
	await someone.page.waitForURL(/veld#bewaard=/);
	await someone.goes(postbox);
	await someone.reads(t.waitingCount(1));
	await pressesByKey(someone, button(someone, new RegExp(`^${t.remove}`)));
	// The focus goes along: to the way back, and from there to where it was.
	await expect.poll(() => heard(someone)).toContain(t.undo);
	await press(someone, 'Enter');
	await expect.poll(() => heard(someone)).toContain(t.change);
	await someone.reads(t.waitingCount(1));
	await someone.page.keyboard.press('Enter');
	await someone.reads(t.restored);
	expect(await someone.field(words.seen).inputValue()).toBe('Er wordt geschaakt.');
	await pressesByKey(someone, button(someone, words.save));
	await someone.page.waitForURL(/veld#bewaard=/);
	await someone.page.context().setOffline(false);
	await someone.reads(t.allReceived);
});

it.each(ways)(
	'a signal is handed in and decided on in a meeting with keys only, %s',
	async (_name, way) => {
		const { home, api, trajectoryId } = await prepareTrajectory();
		const someone = await person('professional', way);
		const fields = someone.words(signalFieldTexts);
		await someone.goes(`${home}/veld/signaal`);
		await someone.page
			.getByRole('heading', { level: 1, name: someone.words(fieldTexts).newSignal })
			.waitFor();
		await typesByKey(someone, someone.field(fields.text), bicycles);
		await typesByKey(someone, someone.field(fields.place), 'De school');
		await choosesByKey(someone, someone.choice(someone.words(onePersonTexts).question, someone.words(onePersonTexts).no)); // prettier-ignore
		await pressesByKey(someone, button(someone, someone.words(lifeworldTexts).save));
		await isReceived(someone);

		const { id } = await api.send('POST', `/trajecten/${trajectoryId}/kerngroepoverleggen`, {
			heldOn: new Date().toISOString().slice(0, 10),
		});
		const leader = await person('process_manager', { ...way, width: desk });
		const t = leader.words(meetingTexts);
		await leader.goes(`${home}/overleg/${id}`);
		await leader.reads(bicycles);
		const item = leader.page.getByRole('listitem').filter({ hasText: bicycles }).first();
		await pressesByKey(leader, item.locator('summary').filter({ hasText: t.decide }));
		await choosesByKey(leader, item.getByRole('radio', { name: t.steps.enough }));
		await typesByKey(leader, item.getByLabel(t.why), 'De school plaatst rekken.');
		await pressesByKey(leader, item.getByRole('button', { name: t.decideSave }));
		await leader.page.waitForURL(/melding=bewaard/);
		await someone.goes(`${home}/signalen?toon=mijn`);
		await pressesByKey(someone, someone.page.getByRole('link', { name: bicycles }));
		await someone.reads('De school plaatst rekken.');
		await someone.reads(someone.words(signalTexts).states.enough);
	},
);

it('a resident answers and a moderator takes it over with keys only', async () => {
	const prepared = await prepareTrajectory();
	await roundIn(prepared);
	const resident = await person(null, onPhone);
	const t = recognitionTexts.nl;
	const m = moderationTexts.nl;
	await resident.goes(`${prepared.home}/herkenbaar`);
	await choosesByKey(resident, resident.page.getByRole('radio', { name: t.kinds.differs }).first());
	await typesByKey(resident, resident.page.locator('textarea').first(), 'Op zondag is het stil.');
	await pressesByKey(resident, button(resident, t.send));
	await resident.reads(m.receivedTitle);
	const moderator = await person('process_manager', { ...onPhone, width: desk });
	await moderator.goes(`${prepared.home}/herkenbaar/reacties`);
	await moderator.reads('Op zondag is het stil.');
	await pressesByKey(moderator, button(moderator, m.accept));
	await moderator.reads(m.noticeAccepted);
});

it.each(ways)('words of a conversation are marked with keys only, %s', async (_name, way) => {
	const { api, home, trajectoryId } = await prepareTrajectory();
	const { id } = await api.send('POST', `/trajecten/${trajectoryId}/gesprekken`, {
		guide: 'resident',
		answers: { 'living-here': 'Prettig. Er staat geen bank.' },
	});
	const someone = await person('professional', way);
	const t = someone.words(passageTexts);
	await someone.goes(`${home}/bron/${id}`);
	await pressesByKey(someone, someone.page.getByRole('link', { name: t.mark }).first());
	await someone.page.getByRole('heading', { level: 1, name: t.markTitle }).waitFor();
	await choosesByKey(someone, someone.page.locator('input[name="marks[]"]').first());
	await choosesByKey(someone, someone.choice(t.side, t.sides.protection));
	await choosesByKey(someone, someone.page.locator('input[name=isQuote]'));
	await pressesByKey(someone, button(someone, t.save));
	await someone.reads(t.saved);
});
