import type { Language } from '#locales/messages.ts';
import { uiMessages } from '#locales/ui.ts';

/** What is said above and below a form by its script. */
export interface FormMessages {
	/** Something to know, with a button that does something about it. */
	offer: (text: string, label: string, act: () => void | Promise<void>) => void;
	/** Takes the place of the form. */
	instead: (text: string) => void;
	/** Something went wrong: said beside the button that was pressed, and aloud. */
	alert: (text: string) => void;
}

export function formMessages(form: HTMLFormElement, language: Language): FormMessages {
	const above = document.createElement('div');
	above.setAttribute('role', 'status');
	form.prepend(above);
	return {
		offer(text, label, act) {
			const button = Object.assign(document.createElement('button'), {
				type: 'button',
				className: 'nl-button nl-button--subtle',
				textContent: label,
			});
			button.addEventListener('click', () => void act());
			const words = document.createElement('span');
			words.textContent = text;
			const bar = document.createElement('p');
			bar.className = 'ui-field-bar';
			bar.append(words, button);
			above.replaceChildren(bar);
		},
		instead(text) {
			const bar = document.createElement('p');
			bar.className = 'ui-field-bar';
			bar.setAttribute('role', 'status');
			bar.tabIndex = -1;
			form.hidden = true;
			form.before(bar);
			bar.textContent = text;
			bar.focus();
		},
		alert: (text) => sayWrong(form, text, language),
	};
}

/** Says beside the button of a form what is wrong; '' takes it away. */
export function sayWrong(form: HTMLFormElement, text: string, language: Language): void {
	const known = form.querySelector<HTMLElement>('[data-wrong]');
	if (text === '') return known?.remove();
	const box = known ?? document.createElement('p');
	box.dataset.wrong = '';
	box.className = 'ui-field-error';
	box.setAttribute('role', 'alert');
	box.textContent = `${uiMessages[language].error}: ${text}`;
	const buttons = form.querySelectorAll('button[type="submit"]');
	const last = buttons[buttons.length - 1];
	if (last) last.before(box);
	else form.append(box);
}
