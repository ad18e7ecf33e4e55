import { expect, it } from 'vitest';
import { meetingTexts } from '#locales/core-meetings.ts';
import { fieldTexts } from '#locales/field.ts';
import { frameTexts } from '#locales/frame.ts';
import { lifeworldTexts } from '#locales/lifeworld.ts';
import { offlineTexts } from '#locales/offline.ts';
import { onePersonTexts } from '#locales/one-person.ts';
import { signalFieldTexts } from '#locales/signal-fields.ts';
import { signalTexts } from '#locales/signals.ts';
import { person, type Person } from './support/person.ts';
import { prepareTrajectory } from './support/prepared.ts';
import { allWays, desk, phone } from './support/way.ts';

const bicycles = 'Fietsen staan voor de ingang.';
const lamp = 'De lamp bij het bankje is stuk.';
const today = () => new Date().toISOString().slice(0, 10);

/** Says in the meeting that is open what is agreed about the signal with this text. */
async function agree(leader: Person, signal: string, kind: string, why: string, who?: string) {
	const t = leader.words(meetingTexts);
	const item = leader.page.getByRole('listitem').filter({ hasText: signal }).first();
	await item.locator('summary').filter({ hasText: t.decide }).click();
	await item.getByRole('radio', { name: kind }).check();
	if (who) await item.getByLabel(t.who).selectOption({ label: who });
	await item.getByLabel(t.why).fill(why);
	const save = item.getByRole('button', { name: t.decideSave });
	await save.click();
	await leader.page.waitForURL(/melding=bewaard/);
	// The address said so already after the one before: saved, the form is gone or folded again.
	await save.waitFor({ state: 'hidden' });
}

async function plan(leader: Person, home: string): Promise<void> {
	const t = leader.words(meetingTexts);
	await leader.goes(`${home}/overleg/nieuw`);
	await leader.sees(t.plan);
	await leader.fills(t.heldOn, today());
	await leader.presses(t.plan);
	await leader.page.waitForURL(/overleg\/[0-9a-f-]{36}/);
}

async function closeAndTell(leader: Person): Promise<void> {
	const t = leader.words(meetingTexts);
	await leader.in(t.close).presses(t.close);
	await leader.in(t.tell).presses(t.tell);
	await leader.reads(/(Verstuurd|Sent)/);
}

it.each(allWays(desk))(
	'a signal of a professional and one of a resident come over two meetings to an outcome, and each hears, %s',
	async (_name, way) => {
		const { home } = await prepareTrajectory();
		const leader = await person('process_manager', way);
		const t = leader.words(meetingTexts);
		const s = leader.words(signalTexts);
		const f = leader.words(frameTexts);
		await leader.goes(`${home}/kader/openbaar`);
		await leader.in(f.openness).ticks(f.publicParts, f.partSignals);
		await leader.in(f.openness).presses(f.save);

		const professional = await person('professional', { ...way, width: phone });
		await professional.goes(`${home}/signalen`);
		await professional.sees(s.title);
		await professional.follows(s.add);
		await professional.sees(professional.words(fieldTexts).newSignal);
		const fields = professional.words(signalFieldTexts);
		await professional.fills(fields.place, 'De school');
		await professional.fills(fields.text, bicycles);
		const one = professional.words(onePersonTexts);
		await professional.ticks(one.question, one.no);
		await professional.presses(professional.words(lifeworldTexts).save);
		if (way.scripts) await professional.reads(professional.words(offlineTexts).allReceived);
		else await professional.reads(professional.words(fieldTexts).lookAtIt);
		await professional.goes(`${home}/signalen`);
		await professional.follows(bicycles);
		await professional.reads(s.nextStep);

		const resident = await person(null, { ...way, width: phone, scripts: true });
		await resident.goes(`${home}/signalen`);
		await resident.sees(s.post.title);
		await resident.fills(s.post.text, lamp);
		await resident.fills(s.post.place, 'Het bankje');
		await resident.ticks(one.question, one.no);
		await resident.presses(s.post.send);
		await resident.reads(s.follow.thanks);
		await resident.sees(s.follow.title);
		const follow = resident.place;

		await leader.goes(`${home}/signalen/bewoners`);
		await leader.sees(s.inbox.title);
		await leader.presses(s.inbox.letIn);
		await leader.reads(s.inbox.emptyTitle);

		await plan(leader, home);
		await leader.sees(/2\d{3}$/);
		await agree(leader, bicycles, t.steps.looking, 'Hoeveel zijn het er?', 'Welzijnsorganisatie');
		await agree(leader, lamp, t.steps.passed_on, 'De gemeente maakt de lamp.');
		await closeAndTell(leader);
		await resident.goes(follow);
		await resident.reads('De gemeente maakt de lamp.');

		await professional.goes(`${home}/signalen?toon=mijn`);
		await professional.follows(bicycles);
		await professional.fills(s.reportQuestion, 'Twintig fietsen, elke dag.');
		await professional.presses(s.reportSave);
		await professional.reads(t.steps.reported);

		await plan(leader, home);
		await leader.reads('Twintig fietsen, elke dag.');
		await agree(leader, bicycles, t.steps.enough, 'De school plaatst rekken.');
		await closeAndTell(leader);
		await leader.goes(`${home}/overleg`);
		await leader.sees(t.title);
		await leader.reads(t.emptyAgenda);
		await professional.page.reload();
		await professional.reads('De school plaatst rekken.');
		await leader.goes('/postvak');
		const told = leader.page.getByText('De school plaatst rekken.');
		expect(await told.count()).toBeGreaterThan(0);
	},
);
