import { getContext, setContext } from 'svelte';
import type { FormFailure } from './form-failure.ts';

const key = Symbol('form');

/** What a form tells its fields; read it in a template or `$derived`, so that changes are followed. */
export type FormContext = {
	/** Start of every field's id; unique on the page. */
	readonly id: string;
	readonly failure: FormFailure | undefined;
	/** Whether fields that may stay empty say so; in a filter everything may. */
	readonly marksOptional: boolean;
	/** True while the form is being sent. */
	readonly pending: boolean;
};

export function setForm(context: FormContext): void {
	setContext(key, context);
}

/** The form around a component; outside one, fields stand on their own. */
export function useForm(): FormContext {
	return (
		getContext<FormContext | undefined>(key) ?? {
			id: 'field',
			failure: undefined,
			marksOptional: false,
			pending: false,
		}
	);
}

/** The id of a field's control: `finding-add` and `means.0.amount` give `finding-add-means-0-amount`. */
export function fieldId(form: FormContext, name: string): string {
	return `${form.id}-${idPart(name)}`;
}

/** Text made fit to be part of an id. */
export function idPart(text: string): string {
	return text.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
