import { scanForOnePerson } from '#kernel/privacy/one-person.ts';
import { scanText } from '#kernel/privacy/scan.ts';
import type { Language } from '#locales/messages.ts';
import { offlineTexts } from '#locales/offline.ts';
import { personalData, personHintTexts } from '#locales/personal-data.ts';
import { sayWrong } from './form-messages.ts';

/** Something that has to be put right before a form can be kept to send. */
export interface FormProblem {
	/** The name of the field. */
	path: string;
	message: string;
	/** It is about one person: then the form shows what to do instead, and where to turn (`data-where-to-turn`). */
	isAboutOne?: boolean;
}

type Text = HTMLInputElement | HTMLTextAreaElement;

/**
 * What the fields of a form say themselves: what has to be filled in, and texts by which a person can be recognised or
 * that are about one person. The
 * server looks again at all of it; this way whoever wrote it hears it while they still know.
 */
export function checkFields(form: HTMLFormElement, language: Language): FormProblem[] {
	return [...missing(form, language), ...recognisable(form, language)];
}

function missing(form: HTMLFormElement, language: Language): FormProblem[] {
	const t = offlineTexts[language];
	const asked = [...form.querySelectorAll<HTMLElement>('[aria-required="true"], [required]')];
	return asked.flatMap((element): FormProblem[] => {
		const control = element.matches('input, textarea, select')
			? (element as Text)
			: element.querySelector<HTMLInputElement>('input, textarea, select');
		if (!control?.name) return [];
		const values = new FormData(form).getAll(control.name);
		const isThere = values.some((value) => typeof value !== 'string' || value.trim() !== '');
		const message = ['radio', 'checkbox'].includes(control.type) ? t.chooseOne : t.required;
		return isThere ? [] : [{ path: control.name, message }];
	});
}

function recognisable(form: HTMLFormElement, language: Language): FormProblem[] {
	const texts = form.querySelectorAll<Text>('textarea[name], input[type="text"][name], input:not([type])[name]'); // prettier-ignore
	return [...texts].flatMap((control) => {
		if (control.dataset.noscan !== undefined) return [];
		const problem = whatIsWrong(control.value, language);
		return problem ? [{ path: control.name, ...problem }] : [];
	});
}

/** The first thing by which a text points to a person, or tells about one, as the server would say it. */
function whatIsWrong(text: string, language: Language): Omit<FormProblem, 'path'> | null {
	const t = personHintTexts[language];
	const [pointed] = scanText(text);
	if (pointed)
		return {
			message: t.found(
				text.slice(pointed.start, pointed.end),
				personalData[language][pointed.kind],
			),
		};
	const [told] = scanForOnePerson(text);
	return told ? { message: t.onePerson(text.slice(told.start, told.end)), isAboutOne: true } : null;
}

/** Shows each problem beside its field and goes to the first; gives whether there was any. */
export function showProblems(
	form: HTMLFormElement,
	problems: readonly FormProblem[],
	language: Language,
): boolean {
	for (const old of form.querySelectorAll('[data-problem]')) old.remove();
	for (const control of form.querySelectorAll('[data-marked]')) unmark(control);
	const first = problems
		.map((problem) => showBeside(form, problem))
		.find((shown) => shown !== null);
	sayWrong(form, problems.length > 0 ? sentenceOf(problems, form, language) : '', language);
	const help = form.querySelector<HTMLDetailsElement>('[data-where-to-turn] details');
	if (help && problems.some(({ isAboutOne }) => isAboutOne)) help.open = true;
	first?.scrollIntoView({ block: 'center' });
	first?.focus({ preventScroll: true });
	return problems.length > 0;
}

/** Problems without a field are said in full where the button is. */
function sentenceOf(
	problems: readonly FormProblem[],
	form: HTMLFormElement,
	language: Language,
): string {
	const loose = problems.filter(({ path }) => !controlOf(form, path)).map(({ message }) => message);
	return [offlineTexts[language].wrong(problems.length), ...loose].join(' ');
}

function showBeside(form: HTMLFormElement, { path, message }: FormProblem): HTMLElement | null {
	const control = controlOf(form, path);
	if (!control) return null;
	const group = control.closest<HTMLElement>('fieldset, [role="radiogroup"], [role="group"]');
	const isOneOfMore = ['radio', 'checkbox'].includes(control.type) || control.name.startsWith(`${path}.`); // prettier-ignore
	const place = isOneOfMore && group ? group : control;
	const words = document.createElement('span');
	words.dataset.problem = '';
	words.className = 'ui-field-error';
	words.id = `${form.id}-problem-${path.replace(/\W+/g, '-')}`;
	words.textContent = message;
	if (place === group) place.querySelector('legend')?.after(words);
	else place.before(words);
	mark(control, words.id);
	for (
		let fold = control.closest('details');
		fold;
		fold = fold.parentElement?.closest('details') ?? null
	)
		fold.open = true;
	return control;
}

function mark(control: HTMLElement, id: string): void {
	control.dataset.marked = control.getAttribute('aria-describedby') ?? '';
	control.setAttribute('aria-invalid', 'true');
	control.setAttribute('aria-describedby', `${id} ${control.dataset.marked}`.trim());
}

function unmark(control: Element): void {
	if (!(control instanceof HTMLElement)) return;
	const before = control.dataset.marked ?? '';
	delete control.dataset.marked;
	control.removeAttribute('aria-invalid');
	if (before) control.setAttribute('aria-describedby', before);
	else control.removeAttribute('aria-describedby');
}

/** The field with this name, or the first of the fields that together have it, such as the answers of a conversation. */
function controlOf(form: HTMLFormElement, path: string): Text | null {
	const name = CSS.escape(path);
	const named = [`[name="${name}"]`, `[name="${name}[]"]`, `[name^="${name}."]`];
	return form.querySelector<Text>(named.map((one) => `${one}:not([type="hidden"])`).join(', '));
}
