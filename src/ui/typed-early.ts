type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Remembers what somebody typed, chose and unfolded before the page's scripts ran, which is seconds on a slow network:
 * starting a component sets its fields back to what the server sent. Call it before the components of the page start;
 * the function it gives puts everything back afterwards.
 */
export function rememberTypedEarly(root: ParentNode): () => void {
	const touched = [...root.querySelectorAll<Control>('input, textarea, select')]
		.filter(isTouched)
		.map((control) => ({ control, back: stateOf(control) }));
	const folds = [...root.querySelectorAll('details')].map((fold) => ({ fold, open: fold.open }));
	return () => {
		for (const { fold, open } of folds) fold.open = open;
		for (const { control, back } of touched) {
			Object.assign(control, back);
			for (const type of ['input', 'change'])
				control.dispatchEvent(new Event(type, { bubbles: true }));
		}
	};
}

function isTouched(control: Control): boolean {
	if (control instanceof HTMLSelectElement)
		return [...control.options].some((option) => option.selected !== option.defaultSelected);
	if (control instanceof HTMLInputElement && ['hidden', 'file'].includes(control.type))
		return false;
	return isTickable(control)
		? control.checked !== control.defaultChecked
		: control.value !== control.defaultValue;
}

function stateOf(control: Control): { checked: boolean } | { value: string } {
	return isTickable(control) ? { checked: control.checked } : { value: control.value };
}

function isTickable(control: Control): control is HTMLInputElement {
	return control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);
}
