import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Person } from './person.ts';

/** What somebody does who has a keyboard only. Wherever the focus comes it has to be seen. */

/** Presses Tab until the focus is on this. */
export async function tabTo(someone: Person, target: string | Locator): Promise<void> {
	const wanted = typeof target === 'string' ? someone.page.locator(target) : target;
	for (let presses = 0; presses < 200; presses++) {
		await someone.page.keyboard.press('Tab');
		// Past the last control it goes by the browser's own buttons, back to the first.
		if (await isOn(someone.page.locator('body'))) continue;
		await expectVisibleFocus(someone);
		if (await isOn(wanted)) return;
	}
	throw new Error(`Tab never came to ${String(target)}.`);
}

/** Whether the focus is on one of these. */
function isOn(wanted: Locator): Promise<boolean> {
	return wanted.evaluateAll((them) => them.some((one) => one === document.activeElement));
}

/** Presses a key, and sees where the focus is then. */
export async function press(someone: Person, key: string): Promise<void> {
	await someone.page.keyboard.press(key);
	await expectVisibleFocus(someone);
}

/** Tabs to a button or link and presses it. */
export async function pressesByKey(someone: Person, target: Locator): Promise<void> {
	await tabTo(someone, target);
	await someone.page.keyboard.press('Enter');
}

/** Tabs to a choice, by way of the arrow keys where it is one of several, and chooses it. */
export async function choosesByKey(someone: Person, choice: Locator): Promise<void> {
	const name = (await choice.getAttribute('name')) ?? '';
	const isRadio = (await choice.getAttribute('type')) === 'radio';
	if (!isRadio) {
		await tabTo(someone, choice);
		await press(someone, 'Space');
	} else {
		// Tab comes to a group once: to what is chosen, or to the first.
		await tabTo(someone, `input[type=radio][name="${name}"]`);
		if (await isOn(choice)) await press(someone, 'Space');
		for (let presses = 0; presses < 30 && !(await isOn(choice)); presses++)
			await press(someone, 'ArrowDown');
	}
	expect(await choice.isChecked(), name).toBe(true);
}

/** Tabs to a field and types. */
export async function typesByKey(someone: Person, field: Locator, text: string): Promise<void> {
	await tabTo(someone, field);
	await someone.page.keyboard.type(text);
}

/** The focus is on something, on screen, and it shows. */
export async function expectVisibleFocus(someone: Person): Promise<void> {
	await expect
		.poll(() => someone.page.evaluate(howFocusShows), { message: 'the focus', timeout: 2_000 })
		.toBe('seen');
}

function howFocusShows(): string {
	const focused = document.activeElement;
	if (!focused || focused === document.body) return 'nowhere';
	const box = focused.getBoundingClientRect();
	const onScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.width > 0;
	if (!onScreen) return `off screen: ${focused.outerHTML.slice(0, 200)}`;
	const marked = [focused, focused.parentElement].some((one) => {
		if (!one) return false;
		const style = getComputedStyle(one);
		return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
	});
	return marked ? 'seen' : `unmarked: ${focused.outerHTML.slice(0, 200)}`;
}

/** What a screen reader says where the focus is: the name and description, from the accessibility tree. */
export async function heard(someone: Person): Promise<string> {
	return someone.page.locator(':focus').ariaSnapshot();
}

/** Where the walk over a page by Tab is, in the page itself. */
interface Walk {
	met: Set<Element>;
	/** The elements that Tab has to come to, and did not. */
	missed(): string[];
}

/**
 * Walks over a page with Tab from its beginning until the focus leaves it again: nothing holds it, everything that can be
 * operated is met, each with a focus that shows. What is folded is opened with Enter on the way.
 */
export async function walksByTab(someone: Person): Promise<void> {
	const { page } = someone;
	await page.evaluate(beginWalk);
	for (let presses = 0; ; presses++) {
		if (presses === 400) throw new Error(`Tab does not leave ${page.url()}.`);
		await page.keyboard.press('Tab');
		const [stop, shows] = await Promise.all([page.evaluate(meetFocused), page.evaluate(howFocusShows)]); // prettier-ignore
		if (stop === 'end') break;
		if (shows !== 'seen') await expectVisibleFocus(someone);
		if (stop !== 'folded') continue;
		await page.keyboard.press('Enter');
		const isOpen = () =>
			page.evaluate(() => (document.activeElement?.parentElement as HTMLDetailsElement).open);
		await expect.poll(isOpen, { message: 'opened by Enter' }).toBe(true);
	}
	const missed = await page.evaluate(() => (globalThis as unknown as { walk: Walk }).walk.missed());
	expect(missed, `out of reach by Tab on ${page.url()}`).toEqual([]);
}

function beginWalk(): void {
	const met = new Set<Element>();
	const operable =
		'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex^="-"])';
	const isGroupMet = (radio: HTMLInputElement) =>
		[...met].some(
			(one) =>
				one instanceof HTMLInputElement && one.name === radio.name && one.form === radio.form,
		);
	const isMissed = (one: Element) =>
		!met.has(one) &&
		one.checkVisibility({ visibilityProperty: true }) &&
		!one.matches(':disabled, [type=hidden], [tabindex^="-"]') &&
		!(one instanceof HTMLInputElement && one.type === 'radio' && isGroupMet(one));
	const missed = () =>
		[...document.querySelectorAll(operable)].filter(isMissed).map((one) => one.outerHTML.slice(0, 200)); // prettier-ignore
	(globalThis as unknown as { walk: Walk }).walk = { met, missed };
	if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
	// Where a walk begins: before everything.
	document.getSelection()?.collapse(document.body, 0);
}

/** Notes where the focus is; 'end' when it left the page or began anew. */
function meetFocused(): 'end' | 'folded' | 'met' {
	const { walk } = globalThis as unknown as { walk: Walk };
	const focused = document.activeElement;
	if (!focused || focused === document.body || walk.met.has(focused)) return 'end';
	walk.met.add(focused);
	const fold = focused.parentElement;
	const isFolded = focused.matches('summary') && fold instanceof HTMLDetailsElement && !fold.open;
	return isFolded ? 'folded' : 'met';
}
