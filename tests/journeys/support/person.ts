import type { BrowserContext, Locator, Page } from 'playwright-core';
import { expect, inject, onTestFinished } from 'vitest';
import type { Role } from '#features/accounts/role.schema.ts';
import { accountTexts } from '#locales/accounts.ts';
import type { Language } from '#locales/messages.ts';
import { roleTexts } from '#locales/roles.ts';
import { freshProfile } from './browser.ts';
import { inspect } from './inspect.ts';
import type { Way } from './way.ts';

/** A text of the interface as a pattern: whole, with or without the word that marks a field as optional. */
const whole = (text: string) =>
	new RegExp(`^\\s*${escaped(text)}\\s*(\\((niet verplicht|optional)\\)\\s*)?$`);
const beginning = (text: string) => new RegExp(`^\\s*${escaped(text)}(\\s|$)`);
const escaped = (text: string) =>
	text
		.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
		.replace(/\s+/g, '\\s+')
		.replace(/:/g, '\\s*:');

/** Somebody at a browser. What they do is told in the words of the interface, as they see them. */
export class Person {
	readonly page: Page;
	readonly way: Way;
	/** What the browser may write down in this journey, because it is the point of it. */
	expected = /^$/;
	/** The part of the page that they are busy with. */
	#part: Page | Locator;

	constructor(page: Page, way: Way, part: Page | Locator = page) {
		this.page = page;
		this.way = way;
		this.#part = part;
	}

	/** The texts of the interface in this person's language. */
	words<T>(texts: Record<Language, T>): T {
		return texts[this.way.language];
	}

	/** Where they are: the path and search of the address. */
	get place(): string {
		const { pathname, search } = new URL(this.page.url());
		return pathname + search;
	}

	/** The same person, looking at the form with this name only. */
	in(form: string): Person {
		const part = this.page.getByRole('form', { name: form, exact: true });
		return new Person(this.page, this.way, part);
	}

	/** Types an address. */
	async goes(path: string): Promise<void> {
		await this.page.goto(path);
	}

	/** Sees a page with this title, and looks whether it is as it should be; see `inspect` for `what`. */
	async sees(title: string | RegExp, what?: string): Promise<void> {
		await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
		await inspect(this.page, this.way, what);
	}

	/** Reads a text somewhere on the page. */
	async reads(text: string | RegExp): Promise<void> {
		await this.#part.getByText(text).filter({ visible: true }).first().waitFor();
	}

	async follows(link: string | RegExp): Promise<void> {
		const name = typeof link === 'string' ? beginning(link) : link;
		const links = this.#part.getByRole('link', { name });
		await links.filter({ visible: true }).first().click();
	}

	async presses(button: string): Promise<void> {
		const buttons = this.#part.getByRole('button', { name: button, exact: true });
		await buttons.filter({ visible: true }).click();
	}

	/** Opens what is folded away. */
	async opens(summary: string): Promise<void> {
		const found = this.#part.locator('summary').filter({ hasText: whole(summary) });
		await found.filter({ visible: true }).first().click();
	}

	/**
	 * Types a text over what stands in a field. To the browser that is two things, select and type; when the page's
	 * scripts start in between, the selection is gone and the text lands beside the old one. People see that and type
	 * again; so does this.
	 */
	async fills(label: string, text: string): Promise<void> {
		const field = this.field(label);
		await field.fill(text);
		const typed = await field.inputValue();
		if (typed !== text && typed.includes(text)) await field.fill(text);
	}

	/** Chooses from a list that unfolds. */
	async selects(label: string, choice: string): Promise<void> {
		await this.field(label).selectOption({ label: choice });
	}

	/** Ticks one of the choices under a question. */
	async ticks(question: string, choice: string): Promise<void> {
		await this.choice(question, choice).check();
	}

	field(label: string): Locator {
		return this.#part.getByLabel(whole(label)).filter({ visible: true });
	}

	group(question: string): Locator {
		const role = (kind: 'group' | 'radiogroup') =>
			this.#part.getByRole(kind, { name: whole(question) });
		return role('group').or(role('radiogroup')).filter({ visible: true });
	}

	choice(question: string, choice: string): Locator {
		const role = (kind: 'radio' | 'checkbox') =>
			this.group(question).getByRole(kind, { name: beginning(choice) });
		// The first that begins so: "adopted" also begins "adopted with an amendment", which stands below it.
		return role('radio').or(role('checkbox')).first();
	}
}

/** Somebody at a browser of their own, signed in with this role of the example; null is a visitor. */
export async function person(role: Role | null, way: Way): Promise<Person> {
	const context = await freshProfile(way);
	const page = await context.newPage();
	const someone = new Person(page, way);
	watch(context, someone);
	if (role) await signIn(someone, role);
	return someone;
}

/** Signs in by one click, as somebody of the example. */
export async function signIn(someone: Person, role: Role): Promise<void> {
	const t = someone.words(accountTexts).signIn;
	await someone.goes('/inloggen');
	await someone.sees(t.title);
	await someone.presses(t.as(someone.words(roleTexts)[role]));
	await someone.page.waitForURL(/\/arnhem$/);
}

/** At the end of the test: no request went to another host, and the browser had nothing to complain about. */
function watch(context: BrowserContext, someone: Person): void {
	const { page } = someone;
	const host = new URL(inject('address')).host;
	const complaints: string[] = [];
	context.on('request', (request) => {
		const url = new URL(request.url());
		if (url.protocol.startsWith('http') && url.host !== host) complaints.push(`asked ${url}`);
	});
	page.on('pageerror', (error) => complaints.push(String(error)));
	page.on('console', (message) => {
		const text = message.text();
		if (message.type() === 'error' && !isRefusal(text) && !someone.expected.test(text))
			complaints.push(text);
	});
	onTestFinished(async ({ task }) => {
		if (task.result?.state === 'fail') await tellWhere(context);
		await context.close();
		expect(complaints).toEqual([]);
	});
}

/** Where a journey that failed had come, in the page that was opened last, and what stood there. */
async function tellWhere(context: BrowserContext): Promise<void> {
	const page = context.pages().at(-1);
	if (!page) return;
	const text = await page.locator('body').innerText();
	console.error(`${page.url()}\n${text.slice(0, 3000)}`);
}

/** A form that was refused comes back with a status of its own, which browsers write down. */
function isRefusal(text: string): boolean {
	return /^Failed to load resource.* status of 4\d\d /.test(text);
}
