import { expect, it } from 'vitest';
import { accountTexts } from '#locales/accounts.ts';
import { adjustmentTexts } from '#locales/adjustment.ts';
import { agendaTexts } from '#locales/agenda.ts';
import { agreementTexts } from '#locales/agreement.ts';
import { mailTexts } from '#locales/mails.ts';
import { momentTexts } from '#locales/moments.ts';
import { proposalTexts } from '#locales/proposal.ts';
import { putOnAgenda } from './support/deciding.ts';
import { citeInFinding, observe } from './support/gathering.ts';
import { person, type Person } from './support/person.ts';
import { prepareTrajectory, type Prepared } from './support/prepared.ts';
import { desk, phone, type Way } from './support/way.ts';

const ways: [string, Way][] = [
	['in Dutch at a desk with JavaScript', { language: 'nl', scripts: true, width: desk }],
	['in English on a phone without JavaScript', { language: 'en', scripts: false, width: phone }],
];
const finding = 'Er is weinig plek om te zitten.';
const title = 'Het plein';
const before = 'Bewoners en welzijn doen dit samen.';

it.each(ways)(
	'from agenda to decision and back: support, calendar, proposal, decision, telling, adjustment, %s',
	async (_name, way) => {
		const prepared = await prepareTrajectory();
		const { home } = prepared;
		await addParty(prepared, 'Woningcorporatie');
		const professional = await person('professional', way);
		await observe(professional, home, 'Ouders staan, want er is geen bank.');
		const source = professional.place;
		await citeInFinding(professional, 'risk', finding);

		const manager = await person('process_manager', way);
		const item = await putOnAgenda(manager, home, finding, title);
		await support(professional, manager, item);
		await plan(manager, home);
		await propose(manager, home);
		await decide(manager, home);
		await tell(manager);
		await seeWhatBecame(professional, source);
		await adjust(manager, home);
	},
);

/** Makes another organisation of the example take part. */
async function addParty({ api, trajectoryId }: Prepared, name: string): Promise<void> {
	const { items } = await api.send<{ items: { id: string; name: string }[] }>(
		'GET',
		'/organisaties?limit=100',
	);
	await api.send('POST', `/trajecten/${trajectoryId}/deelnemers`, {
		organisationId: items.find((one) => one.name === name)?.id,
		part: 'core_group',
	});
}

/** One party speaks for itself; the other and the residents are entered with their ground. */
async function support(professional: Person, manager: Person, item: string): Promise<void> {
	const t = manager.words(agreementTexts);
	await professional.goes(item);
	await professional.follows(t.give);
	await professional.sees(t.supportOf(title));
	await professional.ticks(t.ownView, t.views.remark);
	await professional.presses(t.save);
	// A remark needs words; what was chosen stays.
	expect(await professional.choice(t.ownView, t.views.remark).isChecked()).toBe(true);
	await professional.fills(t.reason, 'Graag ook schaduw.');
	await professional.presses(t.save);
	await professional.reads(t.saved);

	const support = item.replace('/punt/', '/draagvlak/');
	await manager.goes(support);
	await manager.follows(`${t.fillIn}: ${t.residents}`);
	const residents = manager.in(t.onBehalf(t.residents));
	await residents.ticks(t.view, t.views.against);
	await residents.fills(t.reason, 'Eerst het zwerfvuil.');
	await residents.ticks(t.gatheredField, t.gathered.meeting);
	await residents.fills(t.people, '34');
	await residents.fills(t.ground, 'Bewonersavond in het buurthuis');
	await residents.presses(t.save);
	await manager.reads(t.saved);
	await manager.sees(t.supportOf(title));
	await manager.follows(`${t.fillIn}: Woningcorporatie`);
	const housing = manager.in(t.onBehalf('Woningcorporatie'));
	await housing.ticks(t.view, t.views.for);
	await housing.fills(t.ground, 'Brief aan de wijkmanager');
	await housing.presses(t.save);
	await manager.reads(t.complete);

	await manager.goes(item.replace(/punt\/.*/, 'draagvlak'));
	await manager.sees(t.support);
	await manager.reads(t.complete);
	await manager.reads('Eerst het zwerfvuil.');
}

async function plan(manager: Person, home: string): Promise<void> {
	const t = manager.words(momentTexts);
	await manager.goes(`${home}/agenda/kalender`);
	await manager.sees(t.title);
	await manager.selects(t.body, t.bodies.council);
	await manager.ticks(t.purpose, t.purposes.decide);
	await manager.fills(t.heldOn, '2099');
	await manager.ticks(t.items, title);
	await manager.presses(t.add);
	await manager.reads(t.saved);
	await manager.reads(`${t.bodies.council}: ${t.purposes.decide.toLowerCase()}`);
	await manager.sees(t.title);
	const file = await manager.page.request.get(`${home}/agenda/kalender/kalender.ics`);
	expect(file.headers()['content-type']).toContain('text/calendar');
	expect(await file.text()).toContain('DTSTART;VALUE=DATE:20990101');
}

async function propose(manager: Person, home: string): Promise<void> {
	const t = manager.words(proposalTexts);
	await manager.goes(`${home}/agenda/voorstel?voor=council`);
	await manager.sees(/./);
	await manager.reads(t.draft);
	await manager.reads('Eerst het zwerfvuil.');
	const pdf = await manager.page.request.get(`${home}/agenda/voorstel/voorstel.pdf?voor=council`);
	expect((await pdf.body()).subarray(0, 5).toString('latin1')).toBe('%PDF-');
}

async function decide(manager: Person, home: string): Promise<void> {
	const t = manager.words(agreementTexts);
	const a = manager.words(agendaTexts);
	await manager.goes(`${home}/agenda/besluit`);
	await manager.sees(t.sessionTitle);
	await manager.ticks(a.body, a.council);
	await manager.fills(a.decidedOn, today());
	await manager.fills(t.referenceUrl, 'www.besluiten.nl');
	await manager.selects(title, a.amended);
	await manager.opens(t.amendedOrWhy);
	await manager.fills(t.amendedFull, `${before} Met schaduw.`);
	await manager.fills(t.decisionReason, 'Motie van de raad');
	await manager.presses(t.recordSession);
	// The address was no address; everything that was typed is still there.
	await manager.page.locator('[aria-invalid="true"]').first().waitFor();
	expect(await manager.field(t.amendedFull).inputValue()).toBe(`${before} Met schaduw.`);
	await manager.fills(t.referenceUrl, 'https://besluiten.voorbeeld.nl/1');
	await manager.presses(t.recordSession);
	await manager.reads(t.sessionSaved);
	await manager.sees(/./);
	await manager.reads(/Met schaduw\./);
	await manager.page.getByRole('main').locator('ins').first().waitFor();
}

/** How many hear of it is said first; then the mail is in the outbox, once. */
async function tell(manager: Person): Promise<void> {
	const t = manager.words(agreementTexts);
	await manager.reads(t.willTell(1));
	await manager.opens(t.send(1));
	await manager.presses(t.sendConfirm);
	await manager.reads(t.tellingSent);
	const area = new URL(manager.page.url()).pathname.split('/')[2] ?? '';
	await manager.goes('/postvak');
	await manager.sees(manager.words(accountTexts).outbox.title);
	const about = manager.page
		.getByRole('article')
		.filter({ hasText: `/${area}/2026/agenda/punt/` })
		.filter({ hasText: mailTexts.nl.decisionSubject('').trim().slice(0, 20) });
	expect(await about.count()).toBe(1);
	expect(await about.innerText()).toContain('Met schaduw.');
}

async function seeWhatBecame(professional: Person, source: string): Promise<void> {
	await professional.goes(source);
	await professional.sees(/./);
	await professional.reads(professional.words(agreementTexts).sourceOutcome);
}

async function adjust(manager: Person, home: string): Promise<void> {
	const t = manager.words(adjustmentTexts);
	await manager.goes(`${home}/agenda/jaren`);
	await manager.sees(t.title);
	await manager.fills(t.year, '2027');
	await manager.presses(t.start);
	await manager.sees(t.roundOf(2027));
	await manager.opens(`${t.choose}: ${title}`);
	const choice = manager.in(`${t.choice} ${title}`);
	await choice.ticks(t.choice, t.choices.changed);
	await choice.fills(t.reason, 'Het park hoort erbij.');
	await choice.fills(t.newTitle, 'Het plein en het park');
	await choice.presses(t.save);
	await manager.reads(t.allChosen);
	await manager.opens(t.addNew);
	const added = manager.in(t.addNew);
	await added.fills(t.itemTitle, 'Jongeren');
	await added.fills(t.whyNew, 'Bewoners vroegen erom.');
	await added.presses(t.addNew);
	await manager.reads('Bewoners vroegen erom.');
	await manager.sees(t.roundOf(2027));
	await manager.opens(t.carryOut);
	await manager.presses(t.carryOutConfirm);
	await manager.reads(t.done);
	await manager.goes(`${home}/agenda/jaren?jaar=2026&naast=2027`);
	await manager.sees(t.title);
	await manager.reads(t.notOn);
	await manager.reads('Het park hoort erbij.');
	await manager.goes(`${home}/agenda`);
	await manager.reads(manager.words(agreementTexts).newIn(2027));
	await manager.sees(manager.words(agendaTexts).agenda);
}

/** `21-11-2026`, in the Netherlands. */
function today(): string {
	const parts = new Intl.DateTimeFormat('nl-NL', {
		day: 'numeric',
		month: 'numeric',
		year: 'numeric',
		timeZone: 'Europe/Amsterdam',
	});
	return parts.format(new Date());
}
