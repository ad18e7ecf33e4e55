import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '#locales/messages.ts';
import { fieldTexts } from '#locales/failures.ts';
import { type personalData } from '#locales/personal-data.ts';
import { offlineTexts } from '#locales/offline.ts';
import { uiMessages } from '#locales/ui.ts';
import { inspect } from './inspect.ts';
import type { Person } from './person.ts';

/** One try at a form: what is filled in, by the labels, and what that makes wrong, by the names of the fields. */
export interface Attempt {
	opens?: string;
	fills?: Record<string, string>;
	/** The same where several fields have one label: the first. */
	fillsFirst?: Record<string, string>;
	ticks?: Record<string, string>;
	wrong: Record<string, Wrong>;
	/** What the phone itself says where it is not the server's sentence, by the names of the fields. */
	said?: Record<string, string>;
	/** Only the server can tell: the phone sends it, and gives it back. */
	byServer?: true;
}

/** A form of the chain, and tries that it has to refuse, one after another. */
export interface FormCase {
	/** Below the trajectory, or from the root. */
	path: string;
	/** What the form is folded away behind. */
	opens?: string;
	/** The name of the form, where a page has several. */
	form?: string;
	button: string;
	/** With scripts the form goes into the queue on this device: what is wrong is said before that. */
	inField?: true;
	attempts: Attempt[];
}

/** Goes to a form, fills it in wrongly and sees, each time, what is wrong and that nothing is lost. */
export async function triesInVain(someone: Person, home: string, one: FormCase): Promise<void> {
	await someone.goes(one.path.startsWith('/') ? one.path : `${home}/${one.path}`);
	if (one.opens) await someone.opens(one.opens);
	const form = one.form ? someone.in(one.form) : someone;
	for (const attempt of one.attempts) {
		const { opens, fills = {}, fillsFirst = {}, ticks = {}, wrong } = attempt;
		if (opens) await form.opens(opens);
		for (const [label, text] of Object.entries(fills)) await form.fills(label, text);
		for (const [label, text] of Object.entries(fillsFirst))
			await form.field(label).first().fill(text);
		for (const [question, choice] of Object.entries(ticks)) await form.ticks(question, choice);
		await form.presses(one.button);
		if (!one.inField || !someone.way.scripts) await seesRefused(someone, wrong);
		else if (attempt.byServer) await seesGivenBack(someone, home, wrong);
		else await seesRefusedHere(someone, wrong, attempt.said);
		for (const [label, text] of Object.entries(fills))
			expect(await form.field(label).inputValue(), label).toBe(text);
		for (const [label, text] of Object.entries(fillsFirst))
			expect(await form.field(label).first().inputValue(), label).toBe(text);
		for (const [question, choice] of Object.entries(ticks))
			expect(await form.choice(question, choice).isChecked(), question).toBe(true);
		await inspect(someone.page, someone.way);
	}
}

/** What is wrong with a field, by the code of `fieldTexts`, with what its sentence names. */
export interface Wrong {
	code: keyof (typeof fieldTexts)['nl'];
	limit?: number;
	/** The kind of personal data in it. */
	what?: keyof (typeof personalData)['nl'];
}

/** The sentence beside a field. */
function sentenceOf({ code, ...params }: Wrong, language: Language): string {
	return fieldTexts[language][code](params as Record<string, string | number>);
}

/**
 * Sees a form refused for exactly these fields (by their names): a summary with a link to each, the sentence beside each,
 * told to whoever cannot see it, and the focus on the summary.
 */
async function seesRefused(someone: Person, wrong: Record<string, Wrong>): Promise<void> {
	const t = someone.words(uiMessages);
	const summary = someone.page
		.getByRole('alert')
		.filter({ hasText: t.errorsTitle(Object.keys(wrong).length) });
	await summary.waitFor();
	await expect.poll(() => summary.evaluate((box) => box === document.activeElement)).toBe(true);
	for (const [name, what] of Object.entries(wrong)) {
		const control = controlOf(someone, name);
		const sentence = sentenceOf(what, someone.way.language);
		const described = (await control.getAttribute('aria-describedby')) ?? '';
		const beside = await Promise.all(
			described
				.split(' ')
				.filter(Boolean)
				.map((id) => someone.page.locator(`[id="${id}"]`).innerText()),
		);
		expect(beside.join('\n'), `beside ${name}`).toContain(sentence);
		const link = summary.locator(`a[href="#${await control.getAttribute('id')}"]`);
		// With JavaScript the link also names the field.
		const named = someone.way.scripts ? await nameOf(control) : '';
		await expect
			.poll(() => link.innerText(), { message: `the link to ${name}` })
			.toBe(named + sentence);
	}
}

/** Sees the phone refuse a form for exactly these fields: how many by the button, the sentence beside each, the focus on one. */
async function seesRefusedHere(
	someone: Person,
	wrong: Record<string, Wrong>,
	said: Record<string, string> = {},
): Promise<void> {
	const { language } = someone.way;
	const names = Object.keys(wrong);
	const alert = someone.page.getByRole('alert');
	await alert.filter({ hasText: offlineTexts[language].wrong(names.length) }).waitFor();
	const form = someone.page.locator('form:has([role="alert"])');
	const marked = form.locator('[aria-invalid="true"]');
	await expect.poll(() => marked.count()).toBe(names.length);
	for (const name of names) {
		const control = form.locator(`[aria-invalid="true"]:is([name="${name}"], [name^="${name}."])`);
		const ids = ((await control.getAttribute('aria-describedby')) ?? '').split(' ').filter(Boolean);
		const beside = await Promise.all(
			ids.map((id) => someone.page.locator(`[id="${id}"]`).innerText()),
		);
		const sentence = said[name] ?? sentenceOf(wrong[name] as Wrong, language);
		expect(beside.join('\n'), `beside ${name}`).toContain(sentence);
	}
	const isMarked = (field: Element) => field === document.activeElement;
	await expect.poll(() => marked.first().evaluate(isMarked)).toBe(true);
}

/** Sees that the server refused what the phone sent, with the sentence; goes back to the form, where everything stands. */
async function seesGivenBack(
	someone: Person,
	home: string,
	wrong: Record<string, Wrong>,
): Promise<void> {
	const t = someone.words(offlineTexts);
	await someone.page.waitForURL(/\/veld#bewaard=/);
	await someone.reads(t.refusedCount(1));
	await someone.goes(`${home}/veld/postbak`);
	for (const what of Object.values(wrong))
		await someone.reads(new RegExp(sentenceOf(what, someone.way.language)));
	await someone.sees(t.title);
	await someone.page.getByRole('button', { name: new RegExp(`^${t.change}`) }).click();
	await someone.reads(t.restored);
}

/** What the summary calls a field once scripts run: its label with a colon, or the question that it asks. */
async function nameOf(control: Locator): Promise<string> {
	const label = await control.evaluate((field) => {
		const own = document.querySelector(`label[for="${field.id}"]`) ?? field.querySelector('legend');
		const copy = own?.cloneNode(true) as Element | undefined;
		copy?.querySelector('.ui-optional')?.remove();
		return copy?.textContent?.trim() ?? '';
	});
	return label.endsWith('?') ? `${label} ` : `${label}: `;
}

/** The control or, for a question with choices, the group that has this name in the form that was refused. */
function controlOf(someone: Person, name: string): Locator {
	const form = someone.page.locator('form:has([role="alert"])');
	const part = name.replace(/[^A-Za-z0-9]+/g, '-');
	return form.locator(`[id$="-${part}"]:is(input, textarea, select, fieldset)`).first();
}
