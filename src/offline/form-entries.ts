import type { FieldEntry } from './record.ts';

/** Names of fields that belong to one showing of a page, not to what was typed. */
const ofThePage = new Set(['requestId', 'formKey']);

/** What stands in a form, without files: as it is kept. */
export function entriesOf(form: HTMLFormElement): FieldEntry[] {
	return [...new FormData(form)].flatMap(([name, value]): FieldEntry[] =>
		typeof value === 'string' && !ofThePage.has(name) ? [[name, value]] : [],
	);
}

/** What stands in a form before anybody touches it. */
export function entriesOfUntouched(form: HTMLFormElement): FieldEntry[] {
	const fresh = form.cloneNode(true) as HTMLFormElement;
	fresh.reset();
	return entriesOf(fresh);
}

/** Whether two forms say the same. */
export function sameEntries(one: readonly FieldEntry[], other: readonly FieldEntry[]): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** What was kept, with what somebody typed over it before it was put back: `untouched` is how the form began. */
export function withTyped(
	kept: readonly FieldEntry[],
	untouched: readonly FieldEntry[],
	now: readonly FieldEntry[],
): FieldEntry[] {
	const valuesOf = (entries: readonly FieldEntry[], of: string) =>
		JSON.stringify(entries.filter(([name]) => name === of));
	const names = [...new Set([...kept, ...now].map(([name]) => name))];
	return names.flatMap((of) =>
		(valuesOf(now, of) === valuesOf(untouched, of) ? kept : now).filter(([name]) => name === of),
	);
}

/** Puts kept entries back in a form, unfolds what they lie in, and tells whoever follows the fields. */
export function putEntries(form: HTMLFormElement, entries: readonly FieldEntry[]): void {
	const left = new Map<string, string[]>();
	for (const [name, value] of entries) left.set(name, [...(left.get(name) ?? []), value]);
	for (const control of form.elements) {
		if (!isControl(control) || !control.name || ofThePage.has(control.name)) continue;
		if (put(control, left.get(control.name) ?? [])) tell(control);
	}
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isControl(element: Element): element is Control {
	return (
		(element instanceof HTMLInputElement && element.type !== 'file') ||
		element instanceof HTMLTextAreaElement ||
		element instanceof HTMLSelectElement
	);
}

/** Gives whether it changed. Several fields of one name take their values in turn. */
function put(control: Control, values: string[]): boolean {
	if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)) {
		const checked = values.includes(control.value);
		if (control.checked === checked) return false;
		control.checked = checked;
		return true;
	}
	const value = values.shift();
	if (value === undefined || control.value === value) return false;
	control.value = value;
	return true;
}

function tell(control: Control): void {
	for (
		let fold = control.closest('details');
		fold;
		fold = fold.parentElement?.closest('details') ?? null
	)
		fold.open = true;
	for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
}
